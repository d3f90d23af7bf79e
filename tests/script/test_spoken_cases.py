"""The table of readings: what is written and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.model.utterance import Phrase
from segment.script import escape, parse, running_order, utterances
from segment.script.spoken.numerals import number
from segment.script.spoken.say import say
from segment.script.typography import even

_TABLE = Path(__file__).with_name("spoken_cases.tsv").read_text(encoding="utf-8")
CASES = [tuple(line.split("\t")[:3]) for line in _TABLE.splitlines() if line and not line.startswith("# ")]


@pytest.mark.parametrize(("language", "written", "spoken"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_a_case_of_the_table(language: str, written: str, spoken: str) -> None:
    """Every case of spoken_cases.tsv is said as it stands there."""
    assert " ".join(filter(None, say(written.split(), language))) == spoken


def test_the_table_is_large_and_every_case_has_its_reason() -> None:
    """At least 300 cases, none twice, each with a reason of its own or of the group that it stands in."""
    group = ""
    for line in _TABLE.splitlines()[1:]:
        if line.startswith("# "):
            group = line.partition(": ")[2]
        else:
            assert group or line.count("\t") == 3, line
    assert len(CASES) >= 450
    assert len({case[:2] for case in CASES}) == len(CASES)
    assert {case[0] for case in CASES} >= {"en", "en-us", "en-gb", "en-ca", "fr"}


def test_what_is_shown_is_what_was_written() -> None:
    """For every case the words of the captions, in their order, are the written ones; what is said hangs on each of them."""
    for language, written, _ in CASES:
        line = f"HOST: {escape(written)}"
        said = utterances(running_order(parse(line).script), language=language)
        shown = [word.display for piece in said[0].pieces if isinstance(piece, Phrase) for word in piece.words]
        assert " ".join(" ".join(shown).split()) == even(" ".join(written.split())), written


def test_an_english_price_in_french_copy_is_a_number() -> None:
    """A point may part thousands or decimals there; neither is a failure."""
    assert [number(figure, "fr") for figure in ("1.5", "1.500")] == ["un virgule cinq", "mille cinq cents"]
