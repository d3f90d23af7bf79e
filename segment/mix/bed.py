"""One run of a bed, and the times that belong to the trade: how long fades, buttons and establishing stretches are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from segment.mix.curve import FLAT, Curve, total
from segment.mix.loops import Pin

UP_S = 3.0
"""How long the talk waits for a bed that comes ``up`` between two lines."""
UP_FULL_S = {"podcast": (6.0, 10.0), "air": (4.0, 6.0)}
"""Shortest and longest stretch of music in the clear before its ending. A podcast listener enjoys the whole button; on air a
cart that must fit a hole in the clock spends its seconds on the critic."""
BUTTON_SHARE = 0.125
"""Of what has been heard before it: a minute of talk does not end on ten seconds of music."""
SNEAK_IN_S = 2.0
SNEAK_OUT_S = 3.5
LOSE_S = 1.0
CUT_S = 0.1
CROSS_S = 2.0
UNDER_S = 0.5
"""Fade-in of a bed that starts under talk without sneaking."""
RING_S = 1.5
"""How long an ending that is timed to the talk rings on after the last word."""
ORPHAN_S = 3.0
"""Fade of a bed that no cue ends."""
FILL_IN_S, FILL_OUT_S = 0.5, 1.5
"""Fades of music that fills up to a fixed post."""
SHORTEST_FILL_S = 3.0
"""Of such music: a shorter time is left as a pause."""
BUTTON_S = 0.3
"""From an ending that has died away to the next word: a button is not talked over, and not left standing either."""
BREATH_S = 0.15
"""From the end of talk to music that starts in the clear."""


class Moment(NamedTuple):
    """Where a cue acts."""

    at: int
    """Frame at which what was before it has ended."""
    room: bool
    """True where talk can wait for music: between two sounds. False inside a recording."""


@dataclass(slots=True, eq=False)
class Bed:
    """One run of a piece of music, while it is planned."""

    asset: str
    start: int | None = None
    """None until the words come that it starts under."""
    end: int | None = None
    """Frame by which it is gone."""
    established: bool = False
    """Its beginning is heard in the clear."""
    pin: Pin | None = None
    ends_with_programme: bool = False
    fades: list[Curve] = field(default_factory=lambda: [FLAT])

    @property
    def fade(self) -> Curve:
        """All its fades."""
        return total(*self.fades)
