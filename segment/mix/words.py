"""The words of a line: how they are shown, and when they are heard in the programme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from segment.mix.energy import Energy
from segment.model.script import Break, Span
from segment.model.sound import Spoken, Word
from segment.units import frames, rescale


def display(spans: Sequence[Span]) -> str:
    """A line as it is shown to people: without marks, pronouncers and breaks, in single spaces."""
    return " ".join("".join(" " if isinstance(span, Break) else span.text for span in spans).split())


def speech_edges(spoken: Spoken, energy: Energy, rate: int) -> tuple[int, int]:
    """Frames at ``rate`` from the start of the sound to where its speech begins and ends.

    From word times where there are any, else from the voice's energy.
    """
    if spoken.words:
        own = spoken.sound.rate
        return rescale(spoken.words[0].start, own, rate), rescale(max(w.end for w in spoken.words), own, rate)
    first, last = energy.voice
    return frames(first, rate), frames(last, rate)


def placed_words(spoken: Spoken, text: str, energy: Energy, start: int, rate: int) -> tuple[Word, ...]:
    """The line's words in programme frames, the sound beginning at ``start``.

    Without word times they share the time in which the voice is heard, in proportion to their letters.
    """
    own = spoken.sound.rate
    if spoken.words:
        return tuple(
            Word(text=w.text, start=start + rescale(w.start, own, rate), end=start + rescale(w.end, own, rate))
            for w in spoken.words
        )
    written = text.split()
    if not written:
        return ()
    letters = np.cumsum([0] + [len(word) for word in written])
    edges = [start + frames(float(at), rate) for at in energy.spoken(letters / letters[-1])]
    return tuple(Word(text=word, start=a, end=b) for word, (a, b) in zip(written, pairwise(edges), strict=True))
