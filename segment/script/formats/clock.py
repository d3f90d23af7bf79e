"""How long each entry of a script takes by its own reader's rate."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from segment.model.running_order import Entry
from segment.model.script import Speech
from segment.script.formats.exporter import Sheet
from segment.script.ordering import Deliverable, running_order
from segment.script.timing import entry_seconds
from segment.units import radio_time


class Timed(Struct, frozen=True, kw_only=True):
    """An entry and how long it runs."""

    entry: Entry
    seconds: float


def timed(sheet: Sheet, deliverable: Deliverable | None = None) -> tuple[Timed, ...]:
    """Every cue and spoken line in order, each with its estimated seconds at its reader's rate."""
    order = running_order(sheet.script, deliverable=deliverable)
    return tuple(Timed(entry=entry, seconds=_seconds(entry, sheet)) for entry in order.entries)


def _seconds(entry: Entry, sheet: Sheet) -> float:
    rate = sheet.rate(entry.item.role) if isinstance(entry.item, Speech) else sheet.rate("")
    return entry_seconds(entry, rate, language=sheet.language)


def total(found: Iterable[Timed]) -> float:
    """Seconds of all of them."""
    return sum(one.seconds for one in found)


def clock(seconds: float) -> str:
    """Seconds in whole ones, as radio people write them."""
    return radio_time(float(int(seconds + 0.5)))


def running_time(sheet: Sheet) -> str:
    """``about 2:51``, or ``air about 2:31, podcast about 2:51`` where the two differ."""
    air, podcast = (clock(total(timed(sheet, which))) for which in ("air", "podcast"))
    return f"about {air}" if air == podcast else f"air about {air}, podcast about {podcast}"
