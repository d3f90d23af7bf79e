"""The lengths a script asks for, deliverable by deliverable: its SLOT, and its CART."""

from __future__ import annotations

from msgspec import Struct

from segment.model.project import Project
from segment.model.script import Script
from segment.project.paces import live_paces
from segment.script import running_order, slot_clock
from segment.script.fitting import Wanted
from segment.script.timing import SlotClock

UNDER_S = 2.0
"""An air file ends this much before its time at the most, and never after it."""


class Lengths(Struct, frozen=True, kw_only=True):
    """What is wanted of each deliverable; None where it may be as long as it is."""

    podcast: Wanted | None = None
    air: Wanted | None = None
    clock: SlotClock | None = None
    """With a live host: how the slot is shared."""

    def __bool__(self) -> bool:
        """Whether anything is wanted."""
        return self.podcast is not None or self.air is not None


def wanted(script: Script, project: Project) -> Lengths:
    """SLOT is INTRO, PIECE and TAG in the clock; with a live host the air file is the rest. CART is the air file alone.

    What the host reads live is as long as this host takes, where that has been learned.
    """
    order = running_order(script)
    podcast = None if order.slot_s is None else Wanted(least_s=order.slot_least_s or order.slot_s, most_s=order.slot_s)
    clock = None
    air = podcast
    if podcast is not None and project.air.host == "live":
        clock = slot_clock(running_order(script, deliverable="air"), language=project.show.language, paces=live_paces(project))
        if clock is not None:
            live = clock.live_s + clock.tag_s
            air = Wanted(least_s=podcast.least_s - live, most_s=podcast.most_s - live)
    if order.cart_s is not None:
        air = Wanted(least_s=order.cart_least_s or order.cart_s, most_s=order.cart_s)
    return Lengths(podcast=podcast, air=None if air is None else _under(air), clock=clock)


def _under(wanted: Wanted) -> Wanted:
    """The air file may end a little early where one length is asked for."""
    least = wanted.most_s - UNDER_S if wanted.least_s == wanted.most_s else wanted.least_s
    return Wanted(least_s=max(0.0, least), most_s=max(0.0, wanted.most_s))
