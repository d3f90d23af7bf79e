"""How beds go under talk."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.mix.ducking import DOWN_DB_S, UP_DB_S, Held, ducking

RATE = 1000


def talk(*spans: tuple[float, float, float]) -> list[Held]:
    """Seconds and depths."""
    return [Held(round(first * RATE), round(last * RATE), depth) for first, last, depth in spans]


def test_the_bed_is_down_before_the_first_word_and_the_way_takes_its_time() -> None:
    """The ramp lasts at least a quarter of a second and has ended when the word begins."""
    curve = ducking(talk((5.0, 8.0, -20.0)), RATE)
    way = np.arange(0, 5001)
    falling = way[np.diff(curve.value(np.arange(0.0, 5002.0))) < 0]
    assert curve.value(np.array([5000.0]))[0] == -20.0
    assert falling[-1] < 5000
    assert len(falling) >= 0.25 * RATE


def test_a_short_pause_does_not_move_the_bed() -> None:
    """Between lines of equal depth, 1.2 s apart, the gain does not change at all."""
    curve = ducking(talk((5.0, 8.0, -18.0), (9.2, 12.0, -18.0)), RATE)
    assert np.ptp(curve.value(np.arange(5000.0, 12001.0))) == 0


def test_the_bed_comes_back_in_a_long_gap() -> None:
    """Six seconds of silence bring it to its full level."""
    curve = ducking(talk((5.0, 8.0, -18.0), (14.0, 16.0, -18.0)), RATE)
    assert curve.value(np.array([11_000.0]))[0] == 0.0


def test_without_talk_the_bed_keeps_its_level() -> None:
    """No span, no change."""
    assert (ducking([], RATE).value(np.arange(0.0, 5000.0, 10)) == 0).all()


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.floats(0.0, 4.0), st.floats(0.2, 6.0), st.floats(-30.0, 0.0)), min_size=1, max_size=8))
def test_the_curve_keeps_its_promises_for_any_talk(lines: list[tuple[float, float, float]]) -> None:
    """Never above 0 dB, in no span above its depth, and never steeper than a hand on a fader."""
    spans, at = [], 3.0
    for gap, length, depth in lines:
        spans.append((at + gap, at + gap + length, depth))
        at += gap + length
    held = talk(*spans)
    times = np.arange(0.0, (at + 5) * RATE)
    db = ducking(held, RATE).value(times)
    assert db.max() <= 0
    assert all(db[one.first : one.last + 1].max() <= one.depth_db + 1e-5 for one in held)
    slopes = np.diff(db) * RATE
    assert slopes.min() >= -DOWN_DB_S - 0.01
    assert slopes.max() <= UP_DB_S + 0.01
