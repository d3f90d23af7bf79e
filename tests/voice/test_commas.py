"""Pauses inside a sentence are the profile's."""

from __future__ import annotations

import numpy as np
import pytest

from segment.model.sound import Word
from segment.voice.commas import with_pauses
from segment.voice.line import Stretch

RATE = 1000


def stretch(*spans: tuple[str, int, int], frames: int) -> Stretch:
    """Words that sound at 0.5 between pauses of a soft breath."""
    samples = np.full(frames, 0.01, np.float32)
    for _, start, end in spans:
        samples[start:end] = 0.5
    return Stretch(samples=samples, rate=RATE, words=tuple(Word(text=t, start=a, end=b) for t, a, b in spans))


@pytest.mark.parametrize(
    ("text", "pause"),
    [("one,", 300), ("one;", 450), ("one:", 450), ("one…", 450), ("one—", 450), ("(one),”", 300), ("one...", 450)],
)
def test_a_stop_at_a_mark_has_the_length_that_is_asked_for(text: str, pause: int) -> None:
    """A comma has the profile's length, a longer mark half as much again, whatever the engine made of it."""
    for made in (120, 700):
        whole = with_pauses(stretch((text, 0, 200), ("two", 200 + made, 400 + made), frames=420 + made), 0.3)
        first, second = whole.words
        assert (first.start, first.end, second.start - first.end, second.end - second.start) == (0, 200, pause, 200)
        assert whole.samples.size == 420 + pause
        assert (whole.samples[second.start : second.end] == 0.5).all()
        assert not whole.samples[first.end + 20 : second.start - 20].any()


def test_a_dash_between_two_words_is_a_stop() -> None:
    """A dash that stands alone is no word that is said, and the stop falls behind it."""
    whole = with_pauses(stretch(("one", 0, 200), ("—", 200, 200), ("two", 400, 600), frames=600), 0.2)
    assert [word.text for word in whole.words] == ["one", "—", "two"]
    assert whole.words[2].start - whole.words[0].end == 300


def test_where_the_engine_reads_on_nothing_is_put_in() -> None:
    """Words that follow one another closely stay together, comma or no comma; so do stops no mark asks for."""
    close = stretch(("one,", 0, 200), ("two", 230, 400), ("three", 600, 800), frames=800)
    assert with_pauses(close, 0.5) is close


def test_edges_fade_and_nothing_jumps() -> None:
    """Into a pause and out of it the sound goes down to nothing and comes up again, without a step."""
    whole = with_pauses(stretch(("one,", 0, 200), ("two", 500, 700), frames=700), 0.1)
    pause = whole.samples[200:300]
    assert float(np.abs(np.diff(pause)).max()) < 0.001
    assert pause[20:80].max() == 0.0


def test_no_pause_at_all_can_be_asked_for() -> None:
    """Zero seconds joins the words."""
    whole = with_pauses(stretch(("one,", 0, 200), ("two", 500, 700), frames=700), 0.0)
    assert whole.words[1].start == whole.words[0].end
    assert whole.samples.size == 400
