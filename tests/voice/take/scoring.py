"""How well an edit fits what was planted."""

from __future__ import annotations

from msgspec import Struct

from segment.model.take import Edit
from tests.voice.take.recordings import Recording

REMOVED = 0.2
"""A flub is removed when no more than this of its time is still heard."""


class Score(Struct, frozen=True, kw_only=True):
    """Counts and errors."""

    flubs: int
    removed: int
    asides: int
    asides_removed: int
    words: int
    lost: int
    """Words of the good readings that are not heard."""
    untimed: int
    """Heard, but without a time of their own."""
    errors_ms: tuple[float, ...]
    """Of word starts, where the right reading was taken."""
    missed: tuple[str, ...] = ()
    """What went wrong, for people."""


def kept_spans(edit: Edit) -> list[tuple[float, float]]:
    """What of the recording is heard, in seconds."""
    return sorted((p.start_s, p.end_s) for c in edit.choices if c.reading for p in c.reading.pieces)


def score(edit: Edit, recording: Recording) -> Score:
    """Holds an edit against the truth."""
    spans = kept_spans(edit)

    def heard(start: float, end: float) -> float:
        return sum(max(0.0, min(end, b) - max(start, a)) for a, b in spans)

    flubs = removed = asides = gone = words = lost = untimed = 0
    errors: list[float] = []
    missed: list[str] = []
    for mark in recording.marks:
        if mark.kind in ("repeat", "broken", "restart"):
            share = sum(heard(a, b) for _, a, b in mark.words) / max(sum(b - a for _, a, b in mark.words), 1e-6)
            flubs += 1
            removed += share <= REMOVED
            if share > REMOVED:
                missed.append(f"{mark.kind} of {mark.sentence} at {mark.start_s:.1f}: {share:.0%} heard")
        elif mark.kind in ("aside", "chatter"):
            share = heard(mark.start_s, mark.end_s) / (mark.end_s - mark.start_s)
            asides += 1
            gone += share <= REMOVED
            if share > REMOVED:
                missed.append(f"{mark.kind} at {mark.start_s:.1f}: {share:.0%} heard")
        elif mark.kind == "kept":
            reading = edit.choices[mark.sentence].reading
            for n, start, end in mark.words:
                if end <= start:
                    continue
                words += 1
                if heard(start, end) < 0.5 * (end - start):
                    lost += 1
                    missed.append(f"word {n} of {mark.sentence} at {start:.2f} lost")
                    continue
                found = reading.words[n] if reading else None
                if found is None:
                    untimed += 1
                else:
                    errors.append(1000 * abs(found.start_s - start))
    return Score(
        flubs=flubs, removed=removed, asides=asides, asides_removed=gone, words=words, lost=lost, untimed=untimed,
        errors_ms=tuple(errors), missed=tuple(missed),
    )  # fmt: skip
