"""A sentence that nobody heard, looked for where it should be: in speech that belongs to nothing, beside one that was found.

Its words are forced upon that stretch. Where they fit it as well as whatever a listener hears in it who knows no script, they
were said.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.take import Choice, Heard, Piece, Reading, Sentence
from segment.voice.aligning import after_pause, pauses
from segment.voice.take.ear import RATE, Caught, Ear, OpenEar
from segment.voice.take.otherwise import mean_gain
from segment.voice.take.readings import Spot
from segment.voice.take.stretches import stretches
from segment.voice.take.tokens import said

F32 = NDArray[np.float32]

LETTER_S: Final = 0.07
"""Of speech, about."""
SHORTER, LONGER = 0.45, 2.5
"""Times what a sentence takes: a stretch outside holds something else."""
FITS: Final = -0.3
"""The most by which free words may fit better than the sentence: a mean of log likelihoods a frame."""


def recovered(
    choices: Sequence[Choice], spots: Sequence[Spot], samples: F32, ear: Ear, ends: Sequence[float] = ()
) -> tuple[Choice, ...]:
    """The choices, with sentences found that lie beside their neighbours in mono ``samples`` (frames,) at RATE."""
    free: OpenEar | None = None
    out = list(choices)
    for n, choice in enumerate(choices):
        if choice.readings:
            continue
        for low, high in _gaps(n, out, spots, ends, samples.size / RATE):
            if not _plausible(choice.sentence, high - low):
                continue
            free = free or OpenEar()
            reading = _fitted(choice.sentence, low, high, samples, ear, free)
            if reading is not None:
                out[n] = replace(choice, readings=(reading,), used=0)
                break
    return tuple(out)


def _gaps(
    n: int, choices: Sequence[Choice], spots: Sequence[Spot], ends: Sequence[float], seconds: float
) -> list[tuple[float, float]]:
    """Behind the sentence before and before the one after, up to the next word that is in the script; in one file."""
    placed = sorted((spot.start_s, spot.end_s) for spot in spots if spot.position >= 0)
    before = choices[n - 1].reading if n else None
    after = choices[n + 1].reading if n + 1 < len(choices) else None
    found: list[tuple[float, float]] = []
    if before:
        edge = min(
            [start for start, _ in placed if start >= before.end_s - 0.05] + [e for e in ends if e > before.end_s] + [seconds]
        )
        found.append((before.end_s, edge))
    if after:
        edge = max([end for _, end in placed if end <= after.start_s + 0.05] + [e for e in ends if e < after.start_s] + [0.0])
        found.append((edge, after.start_s))
    return list(dict.fromkeys(found))


def _plausible(sentence: Sentence, seconds: float) -> bool:
    usual = LETTER_S * sum(len(word.say) for word in sentence.words)
    return bool(usual) and SHORTER * usual <= seconds


def _fitted(sentence: Sentence, low: float, high: float, samples: F32, ear: Ear, free: OpenEar) -> Reading | None:
    part = samples[round(low * RATE) : round(high * RATE)]
    speech = [(a / RATE, b / RATE) for a, b in stretches(part, RATE)]
    usual = LETTER_S * sum(len(word.say) for word in sentence.words)
    if not speech or not SHORTER * usual <= speech[-1][1] - speech[0][0] <= LONGER * usual + 0.5:
        return None
    words = [(n, text) for n, word in enumerate(sentence.words) for text in said(word)]
    forced = ear.align(part, [text for _, text in words])
    if not forced:
        return None
    gain = mean_gain(forced, free.hear(part))
    if gain > FITS:
        return None
    return _reading(sentence, words, forced, low, part, gain)


def _reading(
    sentence: Sentence, words: Sequence[tuple[int, str]], forced: Sequence[Caught], low: float, part: F32, gain: float
) -> Reading:
    silent = pauses(part, RATE)
    sure = round(1 / (1 + math.exp(gain)), 3)
    heard: list[Heard | None] = [None] * len(sentence.words)
    for (n, _), word in zip(words, forced, strict=True):
        start = after_pause(round(word.start_s * RATE), silent, 0) / RATE
        before = heard[n]
        begun = before.start_s if before else low + min(start, word.end_s)
        heard[n] = Heard(start_s=begun, end_s=low + word.end_s, confidence=sure)
    own = [word for word in heard if word]
    piece = Piece(first=0, stop=len(sentence.words), start_s=own[0].start_s, end_s=own[-1].end_s)
    return Reading(pieces=(piece,), words=tuple(heard), confidence=sure, complete=True)
