"""Ducking: beds go under the talk, drawn from word times.

Each line (and sting, and clip) holds the beds down at its own depth from before its first word to after its last. The curve is
the lowest of all these, each with bounded slopes on both sides, so that it can neither jump nor pump; in a short gap the beds
stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from segment.mix.curve import FLAT, Curve, line, lowest

LEAD_S = 0.06
"""The bed is down this long before the first word."""
LINGER_S = 0.12
"""It stays down this long after the last."""
DOWN_DB_S = 36.0
"""A hand on a fader: 20 dB down take 0.55 s."""
UP_DB_S = 22.0
"""Coming back is slower: 20 dB take 0.9 s."""
SHORTEST_DOWN_S = 0.3
HOLD_S = 1.6
"""In a gap shorter than this a bed stays down: there would be no time to hear it come back."""


class Held(NamedTuple):
    """Something that is spoken: beds are ``depth_db`` (≤ 0) down from frame ``first`` to ``last``."""

    first: int
    last: int
    depth_db: float


def ducking(held: Sequence[Held], rate: int) -> Curve:
    """The gain of a bed under all of them, in ascending order of time; 0 dB where nobody speaks."""
    curve = FLAT
    for one in _with_gaps(held, rate):
        curve = lowest(curve, _under(one, rate))
    return curve


def _with_gaps(held: Sequence[Held], rate: int) -> list[Held]:
    """Short gaps are held too, at the shallower of their two sides."""
    filled = list(held)
    for one, following in pairwise(held):
        if following.first - one.last < HOLD_S * rate:
            filled.append(Held(one.last, following.first, max(one.depth_db, following.depth_db)))
    return filled


def _under(one: Held, rate: int) -> Curve:
    depth = min(one.depth_db, -1e-6)
    first, last = one.first - LEAD_S * rate, one.last + LINGER_S * rate
    down = max(-depth / DOWN_DB_S, SHORTEST_DOWN_S) * rate
    return line(
        (first - down, 0.0), (first, depth), (max(last, first + 1), depth), (max(last, first + 1) - depth / UP_DB_S * rate, 0.0)
    )
