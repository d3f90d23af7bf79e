"""What a producer is told about a recording that is used: what was not found, what was said otherwise, and where to listen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from segment import units
from segment.errors import Where
from segment.model.finding import Finding
from segment.model.take import Choice, Edit, Part

UNSURE: Final = 0.6
"""A reading that is less sure is told."""


def percent(share: float) -> str:
    """``91 %``."""
    return f"{100 * share:.0f} %"


def place(at_s: float, end_s: float, parts: Sequence[Part]) -> str:
    """A stretch of the recordings as people find it: ``0:41.2–0:44.0``, with the file's name where there are several."""
    part = max((p for p in parts if p.start_s <= at_s + 1e-6), key=lambda p: p.start_s)
    span = f"{units.radio_time(at_s - part.start_s)}–{units.radio_time(end_s - part.start_s)}"
    return f"{part.name} {span}" if len(parts) > 1 else span


def notes(edit: Edit, parts: Sequence[Part]) -> tuple[Finding, ...]:
    """The notes on one role's recordings."""
    where = Where(file=", ".join(part.name for part in parts))
    again = sum(max(len(choice.readings) - 1, 0) for choice in edit.choices)
    told = Finding(
        code="TK010",
        level="info",
        message=f"{percent(edit.found)} of the script was found; {again} readings were replaced by later ones.",
        where=where,
    )
    return (told, *(note for choice in edit.choices for note in _of(choice, parts, where)))


def _of(choice: Choice, parts: Sequence[Part], where: Where) -> Iterator[Finding]:
    text, reading = choice.sentence.text, choice.reading
    if choice.listed:
        if reading is None:
            yield Finding(code="TK016", level="info", message=f"“{text}” has no star in the list, and is not heard.", where=where)
    elif reading is None:
        yield Finding(
            code="TK011",
            level="warning",
            message=f"“{text}” was not found in the recording, and is not heard.",
            hint="Record it and give it as one more --take, or take it out of the script.",
            where=where,
        )
    elif not reading.complete or reading.confidence < UNSURE:
        yield Finding(
            code="TK012",
            level="warning",
            message=f"“{text}” was heard for {percent(reading.confidence)} only.",
            hint=f"Play {place(reading.start_s, reading.end_s, parts)} and type what was said.",
            where=where,
        )
