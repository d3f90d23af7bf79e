"""The text espeak-ng is given."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from segment.voice.espeak.compose import FOREIGN, PHONEMES, TEXT, compose, part_marks

OURS = "\x011H "


def composed(*parts: tuple[str, str, str, int, str, str]) -> str:
    """The text of parts, where another voice reads everything as ``zZ``."""
    text, _ = compose(parts, "en-us", lambda voice, text: "zZ (en)kat(fr) d'O")
    return text.removeprefix(OURS)


@settings(max_examples=300, deadline=None)
@given(st.text(), st.text(max_size=3))
def test_text_is_never_obeyed(body: str, tail: str) -> None:
    """Whatever stands in a review, no control character and no bracket of it reaches the engine."""
    text = composed((TEXT, body, tail, 0, "", ""), (PHONEMES, body, tail, 0, "", ""))
    ours = re.sub(r"\[\[[^\[\]]*\]\]", "", text)
    assert not set(ours) & set("[]")
    assert all(c.isprintable() for c in text)


def test_phonemes_stand_in_brackets() -> None:
    """Mnemonics are bracketed, their punctuation is not, and another language's table is switched on and off again."""
    assert composed((PHONEMES, "kot'i", ",", 0, "", "")) == "[[kot'i]], "
    assert composed((PHONEMES, "b'O~", "", 0, "", "fr")) == "[[_^_fr]] [[b'O~]] [[_^_en-us]] "


def test_a_foreign_word_keeps_all_its_parts() -> None:
    """What the other voice hands to a third one stays in, each part with its own table."""
    made = composed((FOREIGN, "parking d'or", ".", 0, "roa/fr", "fr"))
    assert made == "[[_^_fr]] [[zZ]] [[_^_en]] [[kat]] [[_^_fr]] [[d'O]] [[_^_en-us]]. "


def test_stress_ends_where_the_next_word_begins() -> None:
    """A stressed word is followed by the exact opposite of what came before it."""
    made = composed((TEXT, "go", "", 1, "", ""), (TEXT, "on", "", 0, "", ""))
    on, off = re.findall(r"((?:\x01[+-]\d+[SPA])+)", made)
    assert made.index("go") < made.index(off) < made.index("on")
    assert re.sub("[+-]", "", on) == re.sub("[+-]", "", off)
    assert "+" in on.replace("-", "") or "-" in on


def test_marks_find_their_parts() -> None:
    """Several marks in a part count once, the first; a part without a mark is left out."""
    _, starts = compose([(TEXT, word, "", 0, "", "") for word in ("1999", "was", "fun")], "en-us", lambda v, t: "")
    marks = [(0, 4, 10), (starts[0] + 2, 2, 20), (starts[2], 3, 90), (starts[2], 0, 95)]
    assert part_marks(starts, marks) == [(0, 10), (2, 90)]
