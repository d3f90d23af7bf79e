"""The stretch of a programme that stands for the whole."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.sheet import Soundbite
from segment.model.timeline import Timeline, Voiced
from segment.units import seconds

SHORTEST_S, LONGEST_S = 15.0, 120.0
"""What the namespace allows."""
BEST_S = 45.0
"""Long enough for a thought, short enough for a preview."""
_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"


def soundbite(timeline: Timeline) -> Soundbite | None:
    """Whole sentences of one line in the PIECE, the length nearest to 45 s; of equal ones the first.

    None where no line has sentences of 15 to 120 s, or its word times are only an estimate.
    """
    found = [bite for line in timeline.voiced if line.part == "PIECE" and line.timed for bite in _stretches(line, timeline.rate)]
    return min(found, key=lambda bite: abs(bite.duration_s - BEST_S), default=None)


def _stretches(line: Voiced, rate: int) -> Iterator[Soundbite]:
    """From the line's first word to the end of each of its sentences."""
    if not line.words:
        return
    start = seconds(line.words[0].start, rate)
    for word in line.words:
        if word.text.rstrip(_CLOSING).endswith(_ENDS):
            length = seconds(word.end, rate) - start
            if SHORTEST_S <= length <= LONGEST_S:
                yield Soundbite(start_s=round(start, 3), duration_s=round(length, 3))
