"""What people see cannot command their terminal; what programs read loses nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from segment.cli.main import run
from segment.cli.show import progress
from segment.cli.terminal import plain, say_json
from segment.steps import Step

HOSTILE = "\x1b]0;owned\x07 \x1b[2J \x9b31m \x7f a\u202egpj.exe \udcff"


def test_no_character_that_commands_a_terminal_is_left() -> None:
    """Escape, bell, the eight-bit controls, reversed text and stray bytes of file names are all shown as the same mark."""
    shown = plain(HOSTILE)
    assert shown.isprintable()
    assert shown.count("\N{REPLACEMENT CHARACTER}") == 7


def test_lines_tabs_and_other_alphabets_stay() -> None:
    """Text of any language goes to the terminal as it is."""
    text = "Amélie\t東京物語\n🎬 “…”"
    assert plain(text) == text


def test_json_keeps_what_it_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile title reads back from the JSON unchanged, and none of it was printed raw."""
    say_json({"title": HOSTILE})
    printed = capsys.readouterr().out
    assert all(character.isprintable() or character == "\n" for character in printed)
    assert json.loads(printed) == {"title": HOSTILE}


@pytest.mark.parametrize("arguments", [["mix"], ["review"], ["make", "--take", "critic=x\x1b[31m.wav"], ["--json", "mix"]])
def test_a_hostile_file_name_is_told_without_its_escapes(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command repeats an escape sequence out of the name of a file that is not there."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as done:
        run([*arguments, "no\x1b[2Jsuch\x9b.txt"])
    told = capsys.readouterr()
    assert done.value.code != 0
    assert "\x1b" not in told.out + told.err
    assert "\x9b" not in told.out + told.err


def test_a_title_in_square_brackets_is_no_markup_to_the_progress_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Brackets in a title neither break the progress line nor colour it."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(quiet=False) as report:
        report(Step(stage="write", message="[/b] [REC] \x1b[2J"))


def test_the_progress_line_has_a_bar_that_does_not_fall_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal the bar says how long it will take; a round spoken again does not take back what was shown."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress(quiet=False) as report:
        report(Step(stage="master", message="encoding", done=0.5))
        report(Step(stage="speak", message="again"))
        report(Step(stage="master", message="encoding", done=1.0))
    assert ":" in capsys.readouterr().err


def test_off_a_terminal_there_is_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where nobody watches."""
    with progress(quiet=False) as report:
        report(Step(stage="master", message="encoding", done=0.5))
    assert capsys.readouterr() == ("", "")
