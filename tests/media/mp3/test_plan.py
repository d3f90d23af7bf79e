"""Where a programme is divided."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from segment.media.mp3 import plan
from segment.media.mp3.frames import PADDING_PERIOD, SAMPLES

RATE = 44100


def test_a_short_programme_is_one_stretch() -> None:
    """Up to twenty seconds are encoded in one go."""
    assert plan.starts(0) == plan.starts(20 * RATE) == (0,)


def test_half_a_minute_at_a_time_then_shorter() -> None:
    """Five minutes are divided every 30.7 s, and more finely towards the end."""
    starts = plan.starts(285 * RATE)
    lengths = [b - a for a, b in pairwise(starts)]
    assert lengths == [1176] * 8 + [735]


@settings(max_examples=200, deadline=None)
@given(programme=st.integers(0, 3600 * RATE), more=st.integers(0, 60 * RATE))
def test_places_are_fixed(programme: int, more: int) -> None:
    """Every start is a whole number of padding periods in, and a longer programme keeps all but the last few places."""
    starts = plan.starts(programme)
    assert starts[0] == 0
    assert all(start % PADDING_PERIOD == 0 for start in starts)
    lengths = [b - a for a, b in zip(starts, (*starts[1:], -(-programme // SAMPLES)), strict=True)]
    assert all(plan.SHORTEST <= length <= plan.LONGEST for length in lengths) or len(starts) == 1
    longer = plan.starts(programme + more)
    early = [start for start in starts if start + 2 * plan.LONGEST <= programme // SAMPLES]
    assert list(longer[: len(early)]) == early
