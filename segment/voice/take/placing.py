"""Which word of the script each word that was heard is: the likeliest way of a reader through the script, going back included.

Viterbi over the positions of the script. From one word to the next is free; leaving some out costs; going back costs least to
where a reader begins again, the start of a sentence or a few words back, and less after a pause than without one. What fits
nowhere is an aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

F64 = NDArray[np.float64]

MATCH: Final = 1.0
OTHER: Final = -0.8
"""Another word was understood in this one's place."""
ASIDE: Final = -0.35
"""It is no word of the script."""
SKIP: Final = -0.6
"""For each word left out."""
SKIPS: Final = 6
BACK: Final = 10
"""Words a reader goes back inside a phrase."""
TO_START, TO_PHRASE, ANYWHERE = -2.5, -3.2, -6.0
AFTER_PAUSE: Final = 1.2
"""Less it costs to go back where there was a pause."""
PAUSE_S: Final = 0.25


class Placed(Struct, frozen=True, kw_only=True):
    """A heard word in its place."""

    heard: int
    """Index of the heard word."""
    position: int
    """Index of the script's word; −1 for an aside."""


def placed(heard: Sequence[str], gaps_s: Sequence[float], script: Sequence[str], starts: Sequence[int]) -> tuple[int, ...]:
    """For each heard word the position in the script, −1 for an aside.

    ``gaps_s``: the pause before each heard word, in seconds; ``starts``: positions at which sentences begin.
    """
    count = len(script)
    if not count or not heard:
        return (-1,) * len(heard)
    numbers = {text: n for n, text in enumerate(dict.fromkeys(script))}
    words = np.array([numbers[text] for text in script])
    begin = np.zeros(count, bool)
    begin[list(starts)] = True
    # State p: the last word placed was p − 1; state 0 stands before the first.
    score = np.full(count + 1, TO_START)
    score[0] = 0.0
    # For a word placed at p: the state it came from. For an aside the state stays.
    came = np.empty((len(heard), count), np.int32)
    aside = np.empty((len(heard), count + 1), bool)
    for n, text in enumerate(heard):
        enter, origin = _entered(score, begin, AFTER_PAUSE if gaps_s[n] >= PAUSE_S else 0.0)
        fits = words == numbers.get(text, -1)
        taken = enter + np.where(fits, MATCH, OTHER)
        stay = score + ASIDE
        new = stay.copy()
        better = taken > stay[1:]
        new[1:][better] = taken[better]
        came[n] = origin
        aside[n] = True
        aside[n, 1:] = ~better
        score = new
    return _back(score, came, aside)


def _entered(score: F64, begin: NDArray[np.bool_], ease: float) -> tuple[F64, NDArray[np.int32]]:
    """The best score with which each position is entered, and the state it comes from."""
    count = begin.size
    best = score[:-1].copy()
    origin = np.arange(count, dtype=np.int32)

    def offer(low: int, high: int, values: F64, states: NDArray[np.int32]) -> None:
        better = values > best[low:high]
        best[low:high][better] = values[better]
        origin[low:high][better] = states[better]

    for skip in range(1, min(SKIPS, count - 1) + 1):
        offer(skip, count, score[: count - skip] + SKIP * skip, np.arange(count - skip, dtype=np.int32))
    for back in range(1, min(BACK, count) + 1):
        offer(0, count + 1 - back, score[back:] + TO_PHRASE + ease, np.arange(back, count + 1, dtype=np.int32))
    top = int(score.argmax())
    offer(0, count, np.full(count, score[top] + ANYWHERE + ease), np.full(count, top, np.int32))
    to_start = score[top] + TO_START + ease
    better = begin & (to_start > best)
    best[better] = to_start
    origin[better] = top
    return best, origin


def _back(score: F64, came: NDArray[np.int32], aside: NDArray[np.bool_]) -> tuple[int, ...]:
    state = int(score.argmax())
    out: list[int] = []
    for n in range(len(came) - 1, -1, -1):
        if aside[n, state]:
            out.append(-1)
        else:
            out.append(state - 1)
            state = int(came[n, state - 1])
    return tuple(out[::-1])
