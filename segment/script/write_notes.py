"""What a producer is told about a script that was written: what was cut, why, and what to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized

from segment.errors import Where
from segment.model.finding import Finding, Level
from segment.model.house import House
from segment.model.review import Review
from segment.script.credits import list_and, other_director, people
from segment.script.leave_out import Reason
from segment.script.material import Material
from segment.script.pool import Choice, Pool
from segment.units import radio_time

ENDING = "SC201"
PRINT_TALK = "SC202"
LEFT_OUT = "SC203"
TRIMMED = "SC204"
FOR_TIME = "SC205"
SHORT = "SC206"
TWO_NAMES = "SC210"

_CODES: dict[Reason, str] = {"the ending": ENDING, "print talk": PRINT_TALK}
_NEAR = 0.10


Note = Callable[..., None]


def notes(review: Review, found: Material, choices: Pool, choice: Choice, house: House, length_s: float) -> tuple[Finding, ...]:
    """The findings of one script, the most important first."""
    made: list[Finding] = []

    def note(code: str, level: Level, message: str, hint: str = "") -> None:
        where = Where(file=review.source) if review.source else None
        made.append(Finding(code=code, level=level, message=message, hint=hint, where=where))

    by_reason: dict[Reason, list[str]] = {}
    for silent in found.silent:
        by_reason.setdefault(silent.reason, []).append(silent.text)
    for lost in choices.lost:
        by_reason.setdefault("leans on a sentence that is left out", []).append(lost.written)
    for reason, texts in by_reason.items():
        if reason == "the ending":
            note(
                ENDING,
                "info",
                f"Kept back the ending ({_count(texts, 'sentence')}, from {_opening(texts[0])}).",
                "--spoilers tells it.",
            )
        else:
            note(_CODES.get(reason, LEFT_OUT), "info", f"Cut, {reason}: {_openings(texts)}.")
    trims = [*choices.hook_out, *(piece for candidate in choice.said for piece in candidate.out)]
    if trims:
        note(
            TRIMMED, "info", f"Cut inside sentences, {_count(trims, 'place')}: {_listed(_opening(piece, 9) for piece in trims)}."
        )
    other = other_director(review)
    if other:
        credited = list_and(people(review, "director"))
        note(TWO_NAMES, "warning", f"The credits name {credited} as director, the text {other}; the host says neither.")
    _about_length(choices, choice, house, length_s, note)
    return tuple(made)


def _about_length(choices: Pool, choice: Choice, house: House, length_s: float, note: Note) -> None:
    if not choice.complete:
        gone = [c for c in choices.candidates if c not in choice.said]
        words = sum(c.words for c in gone)
        fit = f"to come near {radio_time(house.slot_s)}" if house.slot_s else "to keep it under 4:30"
        note(
            FOR_TIME, "info", f"Left out {_count(gone, 'sentence')} ({words} words) {fit}: {_openings(c.written for c in gone)}."
        )
    if house.slot_s is not None:
        off = length_s - house.slot_s
        if abs(off) > _NEAR * house.slot_s:
            side = "over" if off > 0 else "under"
            hint = "The review holds no more to say." if off < 0 else "Nothing more can go without losing what it leans on."
            note(SHORT, "warning", f"About {radio_time(abs(off))} {side} the slot of {radio_time(house.slot_s)}.", hint)


def _count(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"


def _openings(texts: Iterable[str]) -> str:
    return _listed(_opening(text) for text in texts)


def _listed(shown: Iterable[str], most: int = 12) -> str:
    shown = list(shown)
    more = f" and {len(shown) - most} more" if len(shown) > most else ""
    return ", ".join(shown[:most]) + more


def _opening(text: str, words: int = 7) -> str:
    parts = text.strip().split()
    return f"“{' '.join(parts[:words])}{'…' if len(parts) > words else ''}”"
