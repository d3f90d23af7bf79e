"""Which reading of a sentence is heard: the last that is complete and good, as a reader who begins again means it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from segment.model.take import Choice, Reading, Sentence

WORSE: Final = 0.75
"""Of how sure the best reading is: one that is less sure is not good, or is other words."""
AWAY: Final = 0.85
"""The same for one that does not stand among its neighbours."""
BESIDE: Final = 2
"""Sentences that are so near in the script are neighbours."""
CHANCE: Final = 0.2
"""An incomplete reading that is less sure is other words that sound a little alike."""


def chosen(readings: Sequence[Reading], in_place: Sequence[bool] = (), usual: float = 0.0) -> int:
    """The index of the one that is used; −1 for none.

    ``in_place``: for each whether the reader came to it from its neighbours in the script, or went on to them; ``usual``: how
    sure readings are in the recording. One that stands elsewhere, as a pick-up does, counts where it is as sure: chatter is not.
    """
    if not readings:
        return -1
    whole = [n for n, reading in enumerate(readings) if reading.complete]
    if not whole:
        # Nothing is cut silently: the fullest is heard, and the sentence is told to be incomplete.
        fullest = max(range(len(readings)), key=lambda n: (sum(w is not None for w in readings[n].words), n))
        return fullest if readings[fullest].confidence >= CHANCE else -1
    at_home = [n for n in whole if not in_place or in_place[n]] or whole
    best = max(readings[n].confidence for n in at_home)
    good = [n for n in at_home if readings[n].confidence >= WORSE * best]
    least = AWAY * max(best, usual)
    return max(*good, *(n for n in whole if n not in at_home and readings[n].confidence >= least), -1)


def choices(sentences: Sequence[Sentence], readings: Sequence[tuple[Reading, ...]]) -> tuple[Choice, ...]:
    """Each sentence with its readings and the one that is used."""
    order = sorted((reading.start_s, n) for n, found in enumerate(readings) for reading in found if reading.complete)
    near = {at: _near(order, index) for index, (at, _) in enumerate(order)}
    sure = [reading.confidence for found in readings for reading in found if reading.complete]
    usual = float(np.median(sure)) if sure else 0.0
    return tuple(
        Choice(
            sentence=sentence, readings=found, used=chosen(found, [near.get(reading.start_s, True) for reading in found], usual)
        )
        for sentence, found in zip(sentences, readings, strict=True)
    )


def _near(order: Sequence[tuple[float, int]], index: int) -> bool:
    """Whether the reading before it in the recording, or the one after, is of a sentence beside it."""
    own = order[index][1]
    before = [n for _, n in order[:index] if n != own][-1:]
    after = [n for _, n in order[index + 1 :] if n != own][:1]
    beside = [0 < own - n <= BESIDE for n in before] + [0 < n - own <= BESIDE for n in after]
    return any(beside) or not beside
