"""Every command's help, the man pages and the completion made of the same commands."""

from __future__ import annotations

import inspect
import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from segment.cli.main import main
from segment.cli.manual import pages
from tests.cli.conftest import Segment
from tests.conftest import Run


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from walk(child, (*path, name))


ALL = list(walk(main))


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) or "segment" for path, _ in ALL])
def test_every_help_has_examples_that_would_run(path: tuple[str, ...], command: click.Command) -> None:
    """Each help says what the command is for and shows examples, whose commands and options there are."""
    text, _, examples = inspect.cleandoc(command.help or "").partition("\b\n")
    assert text.strip()
    lines = [line.strip() for line in examples.splitlines() if line.strip()]
    assert any(line.startswith(" ".join(("segment", *path))) for line in lines)
    known = dict(ALL)
    for line in lines:
        words = shlex.split(line.split(" > ")[0].split(" | ")[0], comments=True)[1:]
        called: tuple[str, ...] = ()
        while words and (*called, words[0]) in known:
            called = (*called, words.pop(0))
        if not isinstance(known[called], click.Group):
            context = click.Context(known[called], info_name=called[-1], **known[called].context_settings)
            known[called].make_parser(context).parse_args(list(words))


def test_there_is_a_man_page_for_each(segment: Segment, tmp_path: Path) -> None:
    """segment man writes a page for each command, says first what it would write, and touches nothing that was edited."""
    planned = segment("man", "man1", "--dry-run", cwd=tmp_path)
    assert len(planned.stdout.splitlines()) == len(ALL)
    assert not (tmp_path / "man1").exists()
    done = segment("man", "man1", "--json", cwd=tmp_path)
    assert len(json.loads(done.stdout)["files"]) == len(ALL)
    page = tmp_path / "man1" / "segment-make.1"
    assert ".SH EXAMPLES" in page.read_text(encoding="utf-8")
    assert segment("man", "man1", cwd=tmp_path).returncode == 0
    page.write_text("mine")
    assert segment("man", "man1", cwd=tmp_path).returncode == 2
    assert page.read_text() == "mine"


@pytest.mark.tools
def test_groff_has_nothing_to_say(tool: Run, tmp_path: Path) -> None:
    """groff sets every page without a warning."""
    for name, text in pages(main):
        (tmp_path / name).write_text(text, encoding="utf-8")
        done = tool("groff", "-man", "-ww", "-Tutf8", "-Kutf8", tmp_path / name)
        assert not done.stderr, f"{name}: {done.stderr}"
        assert "EXIT STATUS" in re.sub(r".\x08|\x1b\[\d*m", "", done.stdout)


def test_bash_completes_commands_and_options(segment: Segment, tmp_path: Path) -> None:
    """The script for bash, loaded by a real bash, completes a command and an option."""
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    script = segment("completion", "bash", cwd=tmp_path).stdout
    assert "_SEGMENT_COMPLETE=bash_complete" in script
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef segment"), ("fish", "complete --no-files")]
)
def test_each_shell_has_its_script(segment: Segment, tmp_path: Path, shell: str, sign: str) -> None:
    """bash, zsh and fish each get a script in their own words."""
    done = segment("completion", shell, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sign in done.stdout


def test_the_program_answers_the_shell(segment: Segment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the script asks of the program at Tab is answered with commands, and with the options of one."""
    monkeypatch.setenv("_SEGMENT_COMPLETE", "bash_complete")
    for words, cword, expected in (("segment ma", "1", "plain,make"), ("segment make --sl", "2", "plain,--slot")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", cword)
        assert expected in segment(cwd=tmp_path).stdout.splitlines()
