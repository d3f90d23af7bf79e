"""How long each entry of a script takes by its own reader's rate."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from segment.model.running_order import Entry
from segment.model.script import Speech
from segment.script.formats.exporter import Sheet
from segment.script.ordering import Deliverable, running_order
from segment.script.timing import GAP_S, band, entry_seconds
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
    read = entry_seconds(entry, rate, language=sheet.language, paces=sheet.paces)
    # A pace is of the words alone; a rate has the pauses around them in it.
    return read + GAP_S if isinstance(entry.item, Speech) and entry.item.role in sheet.paces else read


def total(found: Iterable[Timed]) -> float:
    """Seconds of all of them."""
    return sum(one.seconds for one in found)


def clock(seconds: float) -> str:
    """Seconds in whole ones, as radio people write them."""
    return radio_time(float(int(seconds + 0.5)))


def running_time(sheet: Sheet) -> str:
    """``2:44–2:56``, or ``air 2:24–2:36, podcast 2:44–2:56`` where the two differ: where the length lies, and no figure more."""
    air, podcast = (_lies(sheet, which) for which in ("air", "podcast"))
    return air if air == podcast else f"air {air}, podcast {podcast}"


def _lies(sheet: Sheet, deliverable: Deliverable) -> str:
    order = running_order(sheet.script, deliverable=deliverable)
    gaps = GAP_S * sum(isinstance(entry.item, Speech) and entry.item.role in sheet.paces for entry in order.entries)
    return band(order, sheet.paces, language=sheet.language, more_s=gaps).text
