"""Programme frames as whole milliseconds: the one rounding that tags, chapters and captions share."""

from __future__ import annotations

from segment.units import rescale


def milliseconds(frame: int, rate: int) -> int:
    """The nearest millisecond to a frame at ``rate`` Hz, halves up."""
    return rescale(frame, rate, 1000)
