"""Do the words sound where they should? Hisses and vowels in the sound against s, f, a, o in the spelling.

The letters between two marks share the time between them. Each letter brings, by experience, so much brightness and so much
level; their course over the sentence is correlated with what is heard. It says nothing exact, but it costs a tenth of a
millisecond, and other words than these, or these words at other times, hardly ever look right by accident.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.folding import unaccented
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.gate.heard import Moments

F64 = NDArray[np.float64]

SILENT_DB: Final = -40.0
SILENCE: Final = 3e-4
"""−35 dB: the end of a word."""
SMOOTH: Final = 3
"""Moments averaged on both sides of the comparison: letters are not that exact in time."""
FEWEST: Final = 8
"""Moments with letters, for a correlation to mean anything."""
LIMIT: Final = 0.75
"""The sum of both correlations. Right words: over 0.9 in 96 of 100; others of like length over 0.7 in 2 of 100."""
SHORT_LIMIT: Final = 0.3
"""For a word or two."""


def _table(bright: str, level: str) -> F64:
    """(2, 128): tenths by letter, as written below."""
    table = np.zeros((2, 128))
    for row, entries in enumerate((bright, level)):
        for entry in entries.split():
            table[row, ord(entry[0])] = int(entry[1:]) / 10
    return table


# Least squares over 640 lines of reviews in six embedded voices; brightness is slope over power, at most 1; level is 0 at
# −40 dB and 1 for loud syllables.
_ENGLISH = _table(
    "a1 b0 c3 d2 e2 f5 g1 h3 i1 j3 k3 l1 m0 n0 o1 p2 q1 r1 s7 t5 u1 v1 w1 x4 y1 z2",
    "a9 b7 c5 d7 e8 f5 g8 h7 i9 j6 k5 l8 m8 n8 o9 p4 q8 r8 s7 t5 u9 v8 w8 x5 y8 z8",
)
_FRENCH = _table(
    "a1 b0 c5 d0 e2 f7 g1 h5 i2 j6 k3 l1 m0 n1 o2 p1 q3 r1 s5 t2 u1 v0 w0 x1 y1 z1",
    "a9 b6 c5 d6 e8 f4 g8 h7 i8 j6 k5 l8 m8 n9 o8 p3 q5 r7 s7 t6 u9 v7 w8 x8 y8 z5",
)


def out_of_place(moments: Moments, words: tuple[SayWord, ...], marks: tuple[tuple[int, int], ...], profile: VoiceProfile) -> str:
    """What is wrong, as the end of a sentence about the line, where the sound does not follow the letters."""
    spoken = sum(1 for word in words if word.say)
    limit = LIMIT if spoken > 2 else SHORT_LIMIT
    fit = fitting(moments, words, marks, profile)
    return "it does not sound like its words" if fit is not None and fit < limit else ""


def fitting(
    moments: Moments, words: tuple[SayWord, ...], marks: tuple[tuple[int, int], ...], profile: VoiceProfile
) -> float | None:
    """Correlation of brightness plus correlation of level, −2 to 2; None where there is too little to go by."""
    codes, starts, sizes = _spread(moments, words, marks)
    if not codes.size:
        return None
    table = _FRENCH if profile.language.lower().startswith("fr") else _ENGLISH
    edges = np.arange(moments.power.size + 1.0)
    borders = np.stack([starts, starts + sizes], axis=1).ravel()
    bright, level, lit = (_over(edges, borders, sizes * weights) for weights in (*table[:, codes], np.ones(codes.size)))
    on = lit > 0.5
    if np.count_nonzero(on) < FEWEST:
        return None
    heard_bright = np.minimum(moments.slope / np.maximum(moments.power, 1e-4), 1.0)
    heard_level = np.log10(np.maximum(moments.power, 10 ** (SILENT_DB / 10)))
    return _correlation(bright, heard_bright, on) + _correlation(level, heard_level, on)


def _spread(
    moments: Moments, words: tuple[SayWord, ...], marks: tuple[tuple[int, int], ...]
) -> tuple[NDArray[np.intp], F64, F64]:
    """Code, start and length of every letter said; in moments."""
    known = [(index, frame / moments.frames) for index, frame in marks if index < len(words)]
    ends = [*known[1:], (len(words), float(moments.power.size))]
    # The silence before the next word is not in this one.
    latest = np.maximum.accumulate(np.where(moments.power > SILENCE, np.arange(moments.power.size), -1))
    codes: list[int] = []
    starts: list[float] = []
    sizes: list[float] = []
    for (index, start), (following, stop) in zip(known, ends, strict=True):
        letters = [code for word in words[index:following] for code in _codes(word.say)]
        if not letters or stop <= start:
            continue
        end = min(stop, max(float(latest[min(int(stop), latest.size) - 1]) + 1, start + 1))
        size = (end - start) / len(letters)
        codes += letters
        starts += [start + size * n for n in range(len(letters))]
        sizes += [size] * len(letters)
    return np.array(codes, np.intp), np.array(starts), np.array(sizes)


@lru_cache(maxsize=4096)
def _codes(say: str) -> tuple[int, ...]:
    """Of the letters a to z of a word, accents left out."""
    return tuple(ord(c) for c in unaccented(say.lower()) if "a" <= c <= "z")


def _over(edges: F64, borders: F64, amounts: F64) -> F64:
    """Amounts, each even between its two borders, summed up between neighbouring edges."""
    total = np.repeat(np.cumsum(amounts), 2)
    total[::2] -= amounts
    return np.diff(np.interp(edges, borders, total))


def _correlation(expected: NDArray[np.floating], found: NDArray[np.floating], on: NDArray[np.bool_]) -> float:
    box = np.full(SMOOTH, 1.0 / SMOOTH)
    a, b = (np.convolve(row, box, "same")[on] for row in (expected, found))
    a, b = a - a.mean(), b - b.mean()
    size = float(np.sqrt(np.dot(a, a) * np.dot(b, b)))
    return float(np.dot(a, b)) / size if size > 1e-9 else 0.0
