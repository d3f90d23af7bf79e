"""The readings that are heard held against the script word by word: what was left out, put in, or said in its place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.take import Choice, Otherwise, Piece, Reading, Sentence
from segment.voice.take import recognised
from segment.voice.take.ear import RATE, Caught, OpenEar, dictionary
from segment.voice.take.otherwise import Said, otherwise
from segment.voice.take.pronouncing import pronunciations
from segment.voice.take.tokens import said, tokens_of

F32 = NDArray[np.float32]

AROUND_S: Final = 0.06
NOT_THERE: Final = 0.7
"""How sure it is that a word was left out which nobody heard at all."""


class Looking:
    """Who looks for differences in the readings of a script. Not for two threads at once."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._ear = recognised.ear_for(sentences, tokens_of(sentences))
        self._open = OpenEar()
        self._script = pronunciations(sentences, (), dictionary())

    def at(self, piece: Piece, reading: Reading, sentence: Sentence, samples: F32) -> tuple[Otherwise, ...] | None:
        """The differences of one stretch of a reading, in seconds of the recording; None where its words do not go into it."""
        low = max(piece.start_s - AROUND_S, 0.0)
        part = samples[round(low * RATE) : round((piece.end_s + AROUND_S) * RATE)]
        words = [(n, text) for n in range(piece.first, piece.stop) for text in said(sentence.words[n])]
        forced = self._ear.align(part, [text for _, text in words]) or _placed(words, reading, low)
        if not forced:
            return None
        heard = self._open.hear(part)
        known = {**{word.text: dictionary().get(word.text, ("",)) for word in heard}, **self._script}
        script = [
            Said(word=n, text=text, caught=caught, doubtful=not ((own := reading.words[n]) and own.confidence))
            for (n, text), caught in zip(words, forced, strict=True)
        ]
        return tuple(replace(o, start_s=low + o.start_s, end_s=low + o.end_s) for o in otherwise(script, heard, known))


def _placed(words: Sequence[tuple[int, str]], reading: Reading, low_s: float) -> tuple[Caught, ...]:
    """The words where they were heard when they do not go into their stretch one after the other; none where one was not.

    Nobody knows how well they fit, so that only what was heard in their place tells.
    """
    placed = [(text, reading.words[n]) for n, text in words]
    if not all(word for _, word in placed):
        return ()
    return tuple(
        Caught(text=text, start_s=word.start_s - low_s, end_s=word.end_s - low_s, confidence=math.nan)
        for text, word in placed
        if word
    )


def looked_at(choice: Choice, samples: F32, look: Looking | None) -> Choice:
    """The choice with the differences of its used reading; without somebody who looks only what nobody heard is known.

    ``samples``: mono (frames,) at :data:`segment.voice.take.ear.RATE`.
    """
    reading = choice.reading
    if reading is None:
        return choice
    found = [*_unheard(reading, choice.sentence)]
    if look is not None:
        # A word that was not heard in its stretch is looked for there; those outside are gone.
        for piece in reading.pieces:
            told = look.at(piece, reading, choice.sentence, samples)
            if told is not None:
                found = [*(one for one in found if not piece.first <= one.first < piece.stop), *told]
    better = replace(reading, otherwise=tuple(_joined(sorted(found, key=lambda one: (one.first, one.start_s)))))
    return replace(choice, readings=tuple(better if n == choice.used else r for n, r in enumerate(choice.readings)))


def _unheard(reading: Reading, sentence: Sentence) -> Iterator[Otherwise]:
    """Words that nobody heard, in runs."""
    gone = [n for n, word in enumerate(sentence.words) if word.say and reading.words[n] is None]
    for _, run in groupby(enumerate(gone), key=lambda pair: pair[1] - pair[0]):
        words = [n for _, n in run]
        before = [w.end_s for w in reading.words[: words[0]] if w]
        after = [w.start_s for w in reading.words[words[-1] + 1 :] if w]
        start = before[-1] if before else reading.start_s
        end = max(after[0] if after else reading.end_s, start)
        yield Otherwise(
            kind="skipped", first=words[0], stop=words[-1] + 1, heard="", start_s=start, end_s=end, confidence=NOT_THERE
        )


def _joined(found: Sequence[Otherwise]) -> Iterator[Otherwise]:
    """Differences that meet are one."""
    waiting: Otherwise | None = None
    for one in found:
        if waiting and one.first <= waiting.stop and one.start_s - waiting.end_s < AROUND_S:
            heard = f"{waiting.heard} {one.heard}".strip()
            first, stop = min(waiting.first, one.first), max(waiting.stop, one.stop)
            waiting = Otherwise(
                kind="added" if first == stop else "changed" if heard else "skipped",
                first=first,
                stop=stop,
                heard=heard,
                start_s=waiting.start_s,
                end_s=max(waiting.end_s, one.end_s),
                confidence=max(waiting.confidence, one.confidence),
            )
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting
