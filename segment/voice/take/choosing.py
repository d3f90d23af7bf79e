"""Which reading of a sentence is heard: the last that is complete and good, as a reader who begins again means it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from segment.model.take import Choice, Reading, Sentence

WORSE: Final = 0.25
"""A reading that is so much less sure than the best one is not good: something went wrong in it."""
CHANCE: Final = 0.2
"""An incomplete reading that is less sure is other words that sound a little alike."""


def chosen(readings: Sequence[Reading]) -> int:
    """The index of the one that is used; −1 for none."""
    if not readings:
        return -1
    whole = [n for n, reading in enumerate(readings) if reading.complete]
    if not whole:
        # Nothing is cut silently: the fullest is heard, and the sentence is told to be incomplete.
        fullest = max(range(len(readings)), key=lambda n: (sum(w is not None for w in readings[n].words), n))
        return fullest if readings[fullest].confidence >= CHANCE else -1
    best = max(readings[n].confidence for n in whole)
    return max(n for n in whole if readings[n].confidence >= best - WORSE)


def choices(sentences: Sequence[Sentence], readings: Sequence[tuple[Reading, ...]]) -> tuple[Choice, ...]:
    """Each sentence with its readings and the one that is used."""
    return tuple(
        Choice(sentence=sentence, readings=found, used=chosen(found)) for sentence, found in zip(sentences, readings, strict=True)
    )
