"""docs/script-format.md says what the parser does."""

from __future__ import annotations

import re
from pathlib import Path

from segment.script import parse, problems, to_text
from segment.script.bed_moves import SHOWN
from segment.script.marks import KEYS, STRENGTHS

_DOCUMENT = (Path(__file__).parents[2] / "docs" / "script-format.md").read_text(encoding="utf-8")


def _example() -> str:
    found = re.search(r"```script\n(.*?)```", _DOCUMENT, re.DOTALL)
    assert found
    return found[1]


def test_the_example_parses_without_a_note() -> None:
    """The document's example is a script that nothing is to be said about."""
    parsed = parse(_example())
    assert parsed.findings == ()
    assert [header.name for header in parsed.script.headers] == ["SLUG", "TITLE", "SLOT"]


def test_the_example_is_printed_as_it_stands_but_for_the_wrapped_line() -> None:
    """Printing changes nothing in the example except that its one wrapped line becomes one line again."""
    assert to_text(parse(_example()).script) == _example().replace("keeper\nanswers", "keeper answers")


def test_every_move_key_and_strength_is_documented() -> None:
    """No bed move, mark key or break strength is missing from the document."""
    for word in [*(f"`{move}`" for move in SHOWN), *(f'[{key}:"' for key in KEYS), *(f"`{s}`" for s in STRENGTHS)]:
        assert word in _DOCUMENT, word


def test_every_code_is_documented() -> None:
    """Every code a script's errors and notes can carry is in the document."""
    codes = [value for value in vars(problems).values() if isinstance(value, str) and re.fullmatch(r"SC\d{3}", value)]
    assert len(codes) > 10
    assert [code for code in codes if code not in _DOCUMENT] == []
