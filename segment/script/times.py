"""Times in cues and marks: read as radio people write them, written so that they read back exactly."""

from __future__ import annotations

import math
from decimal import Decimal

from segment.units import parse_span, parse_time, radio_time

LONGEST_S = 6 * 3600.0
"""No length or place in a cue is beyond six hours."""


def read_time(text: str) -> float | None:
    """Seconds, or None for what is no time, or one beyond six hours."""
    try:
        seconds = parse_time(text)
    except ValueError:
        return None
    return seconds if seconds <= LONGEST_S else None


def read_span(text: str) -> tuple[float, float] | None:
    """The least and the most seconds of ``3:00`` or ``2:50-3:00``; None for no such thing, or beyond six hours."""
    try:
        least, most = parse_span(text)
    except ValueError:
        return None
    return (least, most) if 0 < least <= most <= LONGEST_S else None


def written_length(seconds: float) -> str:
    """A length such as ``4s`` or ``1.5s``, exact."""
    if not math.isfinite(seconds) or seconds < 0:
        raise ValueError(f"not a length: {seconds!r}")
    return f"{Decimal(repr(seconds)).normalize():f}s"


def written_place(seconds: float) -> str:
    """A place in a file such as ``0:12.5``; with an ``s`` where tenths would not be exact."""
    shown = radio_time(seconds) if math.isfinite(seconds) and seconds >= 0 else ""
    shown = f"0{shown}" if shown.startswith(":") else shown
    return shown if shown and parse_time(shown) == seconds else written_length(seconds)
