"""The Python API: a function for every verb of the command line, documented, and the document's code runs."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import segment
from segment.cli.main import main
from tests.cli.conftest import PAGE

DOCUMENT = (Path(__file__).resolve().parent.parent / "docs" / "api.md").read_text(encoding="utf-8")
FOR_THE_TERMINAL = {"completion", "man"}
"""Commands about the command line itself."""
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", DOCUMENT, re.MULTILINE | re.DOTALL))


def verbs(group: click.Group = main, before: str = "") -> Iterator[str]:
    """Every command that does something, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from verbs(command, f"{before}{name} ")
        elif name not in FOR_THE_TERMINAL:
            yield f"{before}{name}"


@pytest.mark.parametrize("verb", list(verbs()))
def test_every_verb_has_a_function_and_a_heading(verb: str) -> None:
    """Each command has a heading in docs/api.md that names a function of the package, with the parameters that it has."""
    named = re.search(r"`(\w+)\((.*?)\)`", SECTIONS[verb], re.DOTALL)
    assert named, f"docs/api.md, {verb}: no function"
    function = getattr(segment, named[1])
    known = inspect.signature(function).parameters
    shown = [part.split("=")[0].strip() for part in re.sub(r'"[^"]*"', '""', named[2]).replace("(),", ",").split(",")]
    assert all(part in known for part in shown if part.isidentifier()), f"{verb}: {shown} against {list(known)}"
    hints = inspect.get_annotations(function)
    assert {"return", *known} <= set(hints), f"{named[1]} is not typed throughout"


def test_no_heading_is_about_nothing() -> None:
    """Every heading of the document is a verb."""
    assert set(SECTIONS) == set(verbs())


@pytest.mark.slow
def test_the_documents_code_runs(tmp_path: Path) -> None:
    """All examples, one after the other, as a reader would type them."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    program = "\n".join(re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL))
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
