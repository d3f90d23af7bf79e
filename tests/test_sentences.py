"""Sentences: where they end, and where they only seem to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.sentences import sentences

CASES = [
    ("One thing. Another thing.", 2),
    ("Mr. Pym met Dr. Oak on St. Ann’s Road. He left.", 2),
    ("J. K. Marlow wrote it. Nobody read it.", 2),
    ("William N. Brill plays the lobbyist. He is good.", 2),
    ("So did I. The second half drags.", 2),
    ("It opened in the U.S. The crowds came.", 2),
    ("The U.S. Senate is the set.", 1),
    ("It costs $1.5m and runs 3.5 hours. Too long!", 2),
    ("It’s No. 5 of the series. No. It is not.", 3),
    ("It fades at the end... Honestly, it could stop there.", 2),
    ("It sounds very... Scottish? For some reason.", 2),
    ("She waits… and waits. Then she goes.", 2),
    ("“Go away!” he shouts, and they go. We stay.", 2),
    ("He told them: “I don’t follow it. We won’t try to.” Sound advice.", 2),
    ("The cast (all new. All young.) is fine. So is the band.", 2),
    ("A bracket that never closes (like this. It still ends. Here.", 3),
    ("What a night! Who knew? I did.", 3),
    ("Guitars, drums, etc. are all there. Etc.", 2),
    ("It starts at 8 p.m. sharp. It ends at 10 p.m. The bar stays open.", 3),
    ("Quel film ! On rit, on pleure. M. Dupont est parfait.", 3),
    ("« Tu viens ? » dit-elle. Il ne vient pas.", 2),
    ("Il demande : « Pourquoi ? » Personne ne répond.", 2),
    ("But don’t worry—it ends well. Really.", 2),
    ("1. The first song is short. 2. The next is not.", 2),
    ("no stop at all", 1),
    ("   ", 0),
    ('She says "Not now. Not ever." Then she stays.', 2),
]


@pytest.mark.parametrize(("paragraph", "count"), CASES)
def test_sentences_are_counted_as_a_reader_would(paragraph: str, count: int) -> None:
    """A paragraph falls into the sentences a reader hears, not into one for every full stop."""
    assert len(sentences(paragraph)) == count, sentences(paragraph)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="abIM. !?…\"“”«»()[]—'’\u00a0\n1", max_size=80))
def test_nothing_is_lost_or_added(paragraph: str) -> None:
    """The sentences joined are the paragraph, but for white space between them."""
    assert "".join("".join(sentences(paragraph)).split()) == "".join(paragraph.split())


@pytest.mark.parametrize("unit", ["(", '"', ". ", "“", "a.", "… ", "(]", "([“«"])
def test_a_long_hostile_paragraph_takes_linear_time(unit: str) -> None:
    """Two hundred thousand characters of nothing but marks are split in about a second."""
    began = time.process_time()
    sentences(unit * (200_000 // len(unit)))
    assert time.process_time() - began < 3.0
