"""SubRip cards."""

from __future__ import annotations

from datetime import timedelta

import srt as reader
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.model.timeline import Timeline, Voiced
from segment.publish.srt import srt

NAMES = {"critic": "Zoë Ångström"}


def test_an_outside_reader_sees_every_word_and_who_says_it(timeline):
    """The srt package reads back all words in order, the first card of each speaker with ``Name: ``."""
    programme = timeline()
    cards = list(reader.parse(srt(programme, NAMES)))
    said = " ".join(card.content for card in cards).split()
    first, second = (line.text for line in programme.voiced)
    assert said == f"Host: {first} Zoë Ångström: {second}".split()
    assert [card.index for card in cards] == list(range(1, len(cards) + 1))


words = st.text(st.sampled_from("ab c.,é-漢"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(words, max_size=4), name=st.text(st.sampled_from("ab é"), max_size=90))
def test_cards_keep_to_their_room(texts, name):
    """Whatever is said by whomever, a card has two lines of 32 characters at most, one speaker, and none overlaps the next."""
    lines = tuple(
        Voiced(
            id=str(i),
            role=("host", "critic")[i % 2],
            voice="x",
            part="PIECE",
            text=text,
            start=i * 5000,
            end=i * 5000 + 4000,
            gain_db=0,
            words=(),
        )
        for i, text in enumerate(texts)
    )
    cards = list(reader.parse(srt(Timeline(deliverable="podcast", rate=1000, frames=30_000, voiced=lines), {"critic": name})))
    end = timedelta()
    for card in cards:
        rows = card.content.split("\n")
        assert len(rows) <= 2
        assert all(0 < len(row) <= 32 for row in rows)
        assert end <= card.start < card.end
        end = card.end
