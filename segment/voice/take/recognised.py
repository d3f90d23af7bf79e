"""The words of a recording in their places, with an acoustic model: understood stretch by stretch, placed, and timed again.

A model that knows what is likely next hears the words, and where they stand in the script; held against the known words once
more, each stretch that is used gives the times.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.take import Choice, Heard, Piece, Reading, Sentence
from segment.voice.aligning import after_pause, pauses
from segment.voice.take.ear import RATE, Caught, Ear, dictionary
from segment.voice.take.language_model import ASIDES, arpa
from segment.voice.take.placing import placed
from segment.voice.take.pronouncing import pronunciations
from segment.voice.take.readings import Spot
from segment.voice.take.stretches import stretches
from segment.voice.take.tokens import Token, said

F32 = NDArray[np.float32]

AROUND_S: Final = 0.12
"""Of sound around a stretch whose words are timed; less where another word is nearer."""


def ear_for(sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Ear:
    """An ear that knows the script."""
    spoken: list[list[str]] = [[] for _ in sentences]
    for token in tokens:
        spoken[token.sentence].append(token.text)
    words = pronunciations(sentences, ASIDES, dictionary())
    known = [[text for text in texts if text in words] for texts in spoken]
    return Ear(words, arpa([texts for texts in known if texts]))


def spots(samples: F32, ear: Ear, tokens: Sequence[Token], ends: Sequence[float] = ()) -> tuple[Spot, ...]:
    """The words of mono ``samples`` (frames,) at :data:`segment.voice.take.ear.RATE`, in their places.

    ``ends``: seconds at which one file ends and the next begins; each has a level of its own.
    """
    caught: list[Caught] = []
    for first, stop in pairwise([0, *(round(end * RATE) for end in ends), samples.size]):
        for start, end in stretches(samples[first:stop], RATE):
            at = (first + start) / RATE
            heard = ear.hear(samples[first + start : first + end])
            caught += (replace(w, start_s=at + w.start_s, end_s=at + w.end_s) for w in heard)
    gaps = [1.0, *(b.start_s - a.end_s for a, b in pairwise(caught))]
    starts = [n for n, token in enumerate(tokens) if n == 0 or tokens[n - 1].sentence != token.sentence]
    texts = [token.text for token in tokens]
    places = placed([w.text for w in caught], gaps, texts, starts)
    return tuple(
        Spot(
            position=position,
            start_s=w.start_s,
            end_s=w.end_s,
            confidence=w.confidence if position < 0 or texts[position] == w.text else 0.0,
            text=w.text,
        )
        for w, position in zip(caught, places, strict=True)
    )


def timed(choice: Choice, samples: F32, ear: Ear, borders: Sequence[float]) -> Choice:
    """The choice with the words of its used reading timed by themselves.

    ``borders``: starts and ends of all words of the recording, ascending; a stretch does not reach into its neighbours.
    """
    reading = choice.reading
    if reading is None:
        return choice
    words = list(reading.words)
    pieces: list[Piece] = []
    for piece in reading.pieces:
        low, high = _room(piece, borders)
        found = _aligned(piece, choice.sentence, samples[round(low * RATE) : round(high * RATE)], ear)
        for index, (start, end) in found.items():
            before = words[index]
            sure = before.confidence if before else 0.0
            words[index] = Heard(start_s=low + start, end_s=low + end, confidence=sure)
        pieces.append(_around(piece, words))
    better: Reading = replace(reading, words=tuple(words), pieces=tuple(pieces))
    return replace(choice, readings=tuple(better if r is reading else r for r in choice.readings))


def _room(piece: Piece, borders: Sequence[float]) -> tuple[float, float]:
    if piece.exact:
        return piece.start_s, piece.end_s
    at = np.asarray(borders)
    before, after = at[at <= piece.start_s - 0.01], at[at >= piece.end_s + 0.01]
    low = max(piece.start_s - AROUND_S, float(before[-1]) if before.size else 0.0)
    return low, min(piece.end_s + AROUND_S, float(after[0]) if after.size else np.inf)


def _aligned(piece: Piece, sentence: Sentence, samples: F32, ear: Ear) -> dict[int, tuple[float, float]]:
    texts = [(index, text) for index in range(piece.first, piece.stop) for text in said(sentence.words[index])]
    caught = ear.align(samples, [text for _, text in texts])
    # The model counts a pause to the word behind it.
    silent = pauses(samples, RATE)
    found: dict[int, tuple[float, float]] = {}
    for (index, _), word in zip(texts, caught or (), strict=False):
        start = found[index][0] if index in found else after_pause(round(word.start_s * RATE), silent, 0) / RATE
        found[index] = (min(start, word.end_s), word.end_s)
    return found


def _around(piece: Piece, words: Sequence[Heard | None]) -> Piece:
    own = [] if piece.exact else [word for word in words[piece.first : piece.stop] if word is not None]
    return replace(piece, start_s=own[0].start_s, end_s=own[-1].end_s) if own else piece
