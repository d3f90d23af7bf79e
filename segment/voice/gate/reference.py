"""The last word on a sentence: held against the same words as a voice says them that is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.model.utterance import SayWord
from segment.voice.comparing import COARSE, Comparison, Traits, compared, traits
from segment.voice.energy import levels
from segment.voice.engines.recipe import Said
from segment.voice.gate.heard import Heard

Reference: TypeAlias = Callable[[tuple[SayWord, ...]], Said]
"""Says words in a voice whose marks can be relied on. Raises VoiceError where it cannot, as in a language it does not know."""

OTHER_WORDS, FAR = 0.82, 0.53
"""Unlikeness and distance of other words; both must be reached, for words that repeat themselves (“well, well”) are much like
themselves begun in the middle. At the 5th percentile other words have 0.84 to 0.93 and 0.56 to 0.61; the right ones in another
embedded voice, or from a person, at most 0.80 and 0.56."""
SHORT_S: Final = 0.9
"""Shorter sentences have few sounds by which to tell them from others; it takes a wide margin."""
OTHER_SHORT, FAR_SHORT = 0.90, 0.58
WINDOW_S: Final = 0.4
SQUEEZED: Final = 0.35
"""A window's worth of one side against less than this share of a window on the other: that side has no such words."""
SQUEEZED_UNLIKE: Final = 0.85
"""Provided that it does not fit either; a word dwelt upon does."""
TAIL_S: Final = 0.3
TAIL_SQUEEZED: Final = 0.5
UNFIT: Final = 0.98
"""Unlikeness of a window to which nothing answers, where there is a doubt already."""
LOUD: Final = 0.05
"""Of the level of loud syllables (−26 dB)."""
MOSTLY: Final = 0.6
"""Share of a window that must be loud; where it is not, it is a pause that one side makes and the other does not."""

F64 = NDArray[np.float64]


class _Side(Struct, frozen=True, kw_only=True, eq=False):
    """One side of a comparison, seen through a window that slides over it, a moment at a time."""

    others: F64
    """(windows,): the other side's share, in windows."""
    unlikeness: F64
    loud: NDArray[np.bool_]


def unlike(said: Said, heard: Heard, reference: Said) -> str:
    """What is wrong with a sentence beside its reference, as the end of a sentence about the line; empty when nothing is.

    A local doubt is confirmed by a stretch of the reference to which nothing answers.
    """
    sound, known = traits(said.samples, said.rate), traits(reference.samples, reference.rate)
    if sound is None or known is None:
        return ""
    comparison = compared(sound, known)
    seconds = len(known.rows) * known.hop / reference.rate
    unlikeness, distance = (OTHER_WORDS, FAR) if seconds >= SHORT_S else (OTHER_SHORT, FAR_SHORT)
    if comparison.unlikeness > unlikeness and comparison.distance > distance:
        return "it does not sound like its words"
    whole = _side(comparison, comparison.path.rows, comparison.path.columns, known, reference)
    if heard.local and float(whole.unlikeness[whole.loud].max(initial=0.0)) > UNFIT:
        return heard.doubt
    return _missing(comparison, whole) or _added(comparison, sound, said)


def _missing(comparison: Comparison, side: _Side) -> str:
    rows, columns = comparison.path.rows, comparison.path.columns
    # Its last words are looked at more closely: there most sentences break that break.
    last = round(TAIL_S / comparison.step_s)
    start = int(np.searchsorted(rows, max(int(rows[-1]) - last, 0)))
    if int(columns[-1] - columns[start]) < TAIL_SQUEEZED * last:
        return "its end is missing"
    return "a part of it is missing" if _squeezed(side) else ""


def _added(comparison: Comparison, sound: Traits, said: Said) -> str:
    side = _side(comparison, comparison.path.columns, comparison.path.rows, sound, said)
    return "it says more than its words" if _squeezed(side) else ""


def _squeezed(side: _Side) -> bool:
    return bool((side.loud & (side.others < SQUEEZED) & (side.unlikeness > SQUEEZED_UNLIKE)).any())


def _side(comparison: Comparison, own: NDArray[np.intp], other: NDArray[np.intp], its_traits: Traits, its_sound: Said) -> _Side:
    moments = int(own[-1]) + 1
    size = min(round(WINDOW_S / comparison.step_s), moments)
    begin = np.searchsorted(own, np.arange(moments - size + 1))
    end = np.searchsorted(own, np.arange(size - 1, moments), side="right")
    total = np.concatenate([[0.0], np.cumsum(comparison.costs, dtype=np.float64)])
    level, hop = levels(its_sound.samples, its_sound.rate)
    frames = its_traits.start + np.arange(moments) * (COARSE * its_traits.hop)
    loud = level[np.minimum(frames // hop, level.size - 1)] > LOUD * float(np.percentile(level, 95))
    counted = np.concatenate([[0], np.cumsum(loud)])
    return _Side(
        others=(other[end - 1] - other[begin] + 1) / size,
        unlikeness=(total[end] - total[begin]) / (end - begin),
        loud=counted[size:] - counted[:-size] >= MOSTLY * size,
    )
