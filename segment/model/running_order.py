"""The running order: what one deliverable plays, in order, each spoken line with its id."""

from __future__ import annotations

from msgspec import Struct

from segment.model.script import Item, PartName


class Entry(Struct, frozen=True, kw_only=True):
    """One cue or spoken line; comments, blanks and part marks are gone."""

    part: PartName
    item: Item
    line_id: str = ""
    """For a spoken line: role and its ordinal in the whole script, such as ``critic-3``; else empty."""


class RunningOrder(Struct, frozen=True, kw_only=True):
    """A script as one deliverable plays it."""

    slug: str
    title: str
    slot_s: float | None = None
    """Seconds of the SLOT header, the most where it is a range, or None."""
    slot_least_s: float | None = None
    """The least seconds of a SLOT; ``slot_s`` where it is no range."""
    cart_s: float | None = None
    """Seconds of the CART header, the most the air file may be, or None."""
    cart_least_s: float | None = None
    entries: tuple[Entry, ...] = ()
