"""The table of readings: what is written and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.script.spoken.say import say

_TABLE = Path(__file__).with_name("spoken_cases.tsv").read_text(encoding="utf-8")
CASES = [tuple(line.split("\t")) for line in _TABLE.splitlines() if line and not line.startswith("# ")]


@pytest.mark.parametrize(("language", "written", "spoken"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_a_case_of_the_table(language: str, written: str, spoken: str) -> None:
    """Every case of spoken_cases.tsv is said as it stands there."""
    assert " ".join(filter(None, say(written.split(), language))) == spoken
