"""The last word on a sentence: held against the same words as a voice says them that is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.model.utterance import SayWord
from segment.voice.comparing import COARSE, Comparison, Traits, compared, traits
from segment.voice.energy import levels
from segment.voice.engines.recipe import Said
from segment.voice.gate.heard import Heard
from segment.voice.gate.limits import Beside, Limits
from segment.voice.gate.soundness import CLIPPED

OTHER: Final = "it does not sound like its words"
SHORT_S: Final = 0.9
"""Shorter sentences have few sounds by which to tell them from others; it takes a wide margin."""
WINDOW_S: Final = 0.4
TAIL_S: Final = 0.3
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


class Reference(Struct, frozen=True, kw_only=True):
    """A voice whose marks can be relied on."""

    say: Callable[[tuple[SayWord, ...]], Said]
    """Says words. Raises VoiceError where it cannot, as in a language it does not know."""
    limits: Limits
    """For what is held against it."""


class Verdict(Struct, frozen=True, kw_only=True):
    """What was found beside the reference, as the end of a sentence about the line."""

    wrong: str = ""
    """Empty when nothing is."""
    odd: str = ""
    """What somebody should listen to; empty where there is nothing of the kind, or something wrong."""


def unlike(said: Said, heard: Heard, reference: Said, limits: Limits) -> Verdict:
    """A sentence beside its reference.

    A local doubt is confirmed by a stretch of the reference to which nothing answers.
    """
    if said.rate == reference.rate and np.array_equal(said.samples, reference.samples):
        return Verdict()  # the same to the last sample
    sound, known = traits(said.samples, said.rate), traits(reference.samples, reference.rate)
    if sound is None or known is None:
        return Verdict(wrong=OTHER if limits.exact else "")
    comparison = compared(sound, known)
    sides = (
        _side(comparison, comparison.path.rows, comparison.path.columns, known, reference),
        _side(comparison, comparison.path.columns, comparison.path.rows, sound, said),
    )
    if wrong := _beyond(limits.wrong, heard, comparison, sides) or (limits.exact and (heard.doubt or OTHER)):
        return Verdict(wrong=wrong)
    # Clipping is heard, whatever the words are.
    return Verdict(odd=_beyond(limits.odd, heard, comparison, sides) or (CLIPPED if heard.doubt == CLIPPED else ""))


def _beyond(bounds: Beside, heard: Heard, comparison: Comparison, sides: tuple[_Side, _Side]) -> str:
    """What is beyond the bounds; empty when nothing is."""
    path, step_s = comparison.path, comparison.step_s
    seconds = (int(path.rows[-1]) + 1) * step_s
    if seconds < bounds.from_s:
        return ""
    share = (int(path.columns[-1]) + 1) / (int(path.rows[-1]) + 1)
    if share > bounds.longer:
        return "it says more than its words"
    unlikeness, distance = (bounds.unlike, bounds.far) if seconds >= SHORT_S else (bounds.unlike_short, bounds.far_short)
    if comparison.unlikeness > unlikeness and comparison.distance > distance:
        return OTHER
    whole, more = sides
    if heard.local and float(whole.unlikeness[whole.loud].max(initial=0.0)) > bounds.unfit:
        return heard.doubt
    # Its last words are looked at more closely: there most sentences break that break.
    last = round(TAIL_S / step_s)
    start = int(np.searchsorted(path.rows, max(int(path.rows[-1]) - last, 0)))
    if int(path.columns[-1] - path.columns[start]) < bounds.tail_squeezed * last:
        return "its end is missing"
    if share < bounds.shorter or _squeezed(whole, bounds):
        return "a part of it is missing"
    return "it says more than its words" if _squeezed(more, bounds) else ""


def _squeezed(side: _Side, bounds: Beside) -> bool:
    return bool((side.loud & (side.others < bounds.squeezed) & (side.unlikeness > bounds.squeezed_unlike)).any())


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
