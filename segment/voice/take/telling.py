"""What a producer is told about a recording that is used: what was not found, what was said otherwise, and where to listen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from segment import units
from segment.errors import Where
from segment.model.finding import Finding
from segment.model.take import Choice, Differs, Edit, Part
from segment.wording import quoted

LIKELY: Final = 0.6
"""A difference that is less sure is shown by take check alone."""
TYPE_IT: Final = "and type what was said in the script: the transcript follows, and the sound stays."
LITTLE: Final = 0.75
"""A recording in which less of the script was found deserves a look."""
TALK_S: Final = 1.0
"""Less that is said besides is not told."""
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


def sureness(edit: Edit) -> float:
    """0–1: how sure the words are that were found."""
    sure = [word.confidence for c in edit.choices if c.reading for word in c.reading.words if word]
    return sum(sure) / len(sure) if sure else 0.0


def differs(choice: Choice, parts: Sequence[Part]) -> tuple[Differs, ...]:
    """What was said otherwise in the reading that is heard, in the words of the script and where to listen."""
    words = [word.display for word in choice.sentence.words]
    return tuple(
        Differs(
            kind=one.kind,
            script=" ".join(words[one.first : one.stop] or words[max(one.first - 1, 0) : one.first + 1]),
            heard=one.heard,
            place=place(one.start_s, one.end_s, parts),
            confidence=one.confidence,
        )
        for one in (choice.reading.otherwise if choice.reading else ())
    )


def difference(one: Differs) -> str:
    """``“funniest” was left out``."""
    like = f" ({quoted(one.heard)}, or like it)" if one.heard else ""
    said = {"skipped": "was left out", "added": f"has something more in it{like}", "changed": f"was said otherwise{like}"}
    return f"{quoted(one.script)} {said[one.kind]}"


def notes(edit: Edit, parts: Sequence[Part]) -> tuple[Finding, ...]:
    """The notes on one role's recordings."""
    where = Where(file=", ".join(part.name for part in parts))
    again = sum(max(len(choice.readings) - 1, 0) for choice in edit.choices)
    talk = sum(aside.end_s - aside.start_s for aside in edit.asides)
    beside = f"; {talk:.1f} s of talk is in no sentence of it" if talk >= TALK_S else ""
    told = Finding(
        code="TK010",
        level="info" if edit.found >= LITTLE else "warning",
        message=f"{percent(edit.found)} of the script was found; {again} readings were replaced by later ones{beside}.",
        where=where,
    )
    return (told, *(note for choice in edit.choices for note in _of(choice, parts, where)))


def _of(choice: Choice, parts: Sequence[Part], where: Where) -> Iterator[Finding]:
    text, reading = choice.sentence.text, choice.reading
    if choice.listed:
        if reading is None and not choice.stand_in:
            yield Finding(code="TK016", level="info", message=f"“{text}” has no star in the list, and is not heard.", where=where)
    elif reading is None:
        yield Finding(
            code="TK011",
            level="warning",
            message=f"“{text}” was not found in the recording, and is not heard.",
            hint=f"{_likest(choice, parts)}Record it and give it as one more --take, or take it out of the script.",
            where=where,
        )
    elif not reading.complete or reading.confidence < UNSURE:
        yield Finding(
            code="TK012",
            level="warning",
            message=f"“{text}” was heard for {percent(reading.confidence)} only.",
            hint=f"Play {place(reading.start_s, reading.end_s, parts)} {TYPE_IT}",
            where=where,
        )
    if reading is not None and (sure := [one for one in differs(choice, parts) if one.confidence >= LIKELY]):
        told = "; ".join(f"{difference(one)} ({percent(one.confidence)})" for one in sure)
        yield Finding(
            code="TK017",
            level="warning",
            message=f"“{text}” was read otherwise: {told}.",
            hint=f"Play {place(reading.start_s, reading.end_s, parts)} {TYPE_IT}",
            where=where,
        )


def _likest(choice: Choice, parts: Sequence[Part]) -> str:
    """Where to listen for a sentence of which there are only traces."""
    if not choice.readings:
        return ""
    best = max(choice.readings, key=lambda one: one.confidence)
    return f"The likest place is {place(best.start_s, best.end_s, parts)} ({percent(best.confidence)}). "
