"""Where two streams of one programme become the same.

An encoder forgets: one that starts later, on the same padding pattern, comes to make the very frames that an earlier one
makes, usually within 20 to 60 frames (measured on speech, music, noise and tones; 240 at most). From there on either stream
may follow the other, and every frame decodes as it would have in a single encode. Only spare bits between frames differ.
"""

from __future__ import annotations

from segment.media.mp3.frames import head, sound
from segment.media.mp3.plan import SHORTEST
from segment.media.mp3.stretch import Stretch

PRE_ROLL = 40
"""Frames the later stream gets to settle before it is compared: also its model of the ear, which no frame shows."""

AGREEING = 8
"""Equal frames in a row that make a join. They hold more main data than a frame can reach back for (511 bytes)."""

_STEP = 4  # frames the earlier stream is grown by at a time


class Apart(Exception):  # noqa: N818 - an outcome of the search, not an error
    """Two streams that do not agree within the shortest stretch there is."""


def join(earlier: Stretch, later: Stretch) -> int:
    """The frame of the programme at which ``later`` may take over; ``earlier`` is grown as far as that takes. Raises Apart."""
    lag = later.start - earlier.start
    agreeing = 0
    for index in range(PRE_ROLL, SHORTEST):  # never further, although ``later`` may be growing just now: timing must not count
        while len(earlier.offsets) <= lag + index:
            if earlier.ended:
                raise Apart
            earlier.grow(_STEP)
        agreeing = agreeing + 1 if _same(earlier, lag + index, later, index) else 0
        if agreeing == AGREEING:
            return later.start + index + 1 - AGREEING
    raise Apart


def _same(a: Stretch, i: int, b: Stretch, j: int) -> bool:
    if head(a.stream, a.offsets[i]) != head(b.stream, b.offsets[j]):
        return False
    return sound(a.stream, a.offsets, i) == sound(b.stream, b.offsets, j)
