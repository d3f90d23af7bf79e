"""Where a recording is cut: in the quietest moment beside the words, at a zero crossing, with the breath before them kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.model.take import Edit
from segment.voice.take.stretches import HOP_S, levels_db, threshold_db

F32 = NDArray[np.float32]

LEAD_S: Final = 0.35
"""Before a word: a breath has room in it."""
TAIL_S: Final = 0.25
"""After a word: what dies away."""
CLOSE_S: Final = 0.02
"""Nearer to a word is only cut where another word leaves no more room."""
CROSSING_S: Final = 0.003
"""How far a zero crossing is looked for."""
LOUD_DB: Final = 10.0
"""So far over the threshold of speech a sound in a pause is a cough, a knock or a word, and no breath."""
LOUD_HOPS: Final = 4
LONG: Final = 2.5
"""Times the reader's usual pause: a longer one is a reader who waits, and is shortened."""
USUAL_PAUSE_S: Final = 0.45
"""Where a recording has too few of its own to tell."""
FEW: Final = 3


class Stretch(Struct, frozen=True, kw_only=True):
    """Words of one sentence that follow each other in the recording, with the room around them. Seconds."""

    sentence: int
    """Index in the edit."""
    first: int
    stop: int
    """Words of the sentence, one past the last."""
    start_s: float
    end_s: float
    """Of the words."""
    low_s: float
    high_s: float
    """How far the sound around them is still theirs."""
    exact: bool = False
    """Whether it is cut at these times and nowhere else."""


class Room:
    """What stands around the words of a recording: other words, other sounds, quiet."""

    def __init__(self, samples: F32, rate: int, spans: Sequence[tuple[float, float]]) -> None:
        """``samples``: mono (frames,); ``spans``: every word that was heard, used or not, (start, end) in seconds."""
        self.samples, self.rate = samples, rate
        self.seconds = samples.size / rate
        self._level = levels_db(samples, rate)
        self._loud = self._level > (threshold_db(self._level) + LOUD_DB if self._level.size else 0.0)
        ordered = sorted(spans)
        self._starts = np.array([a for a, _ in ordered] or [np.inf])
        self._ends = np.sort(np.array([b for _, b in ordered] or [-np.inf]))

    def before(self, at_s: float) -> float:
        """How far back from a word's start the sound is its own."""
        ended = self._ends[self._ends <= at_s + 0.005]
        low = max(float(ended[-1]) if ended.size else 0.0, at_s - LEAD_S, 0.0)
        return max(low, self._after_noise(low, at_s))

    def after(self, at_s: float) -> float:
        """How far on from a word's end the sound is its own."""
        begun = self._starts[self._starts >= at_s - 0.005]
        high = min(float(begun[0]) if begun.size else self.seconds, at_s + TAIL_S, self.seconds)
        return min(high, self._before_noise(at_s, high))

    def goes_on(self, end_s: float, start_s: float) -> bool:
        """Whether there is nothing but a pause between the end of one word and the start of another."""
        if start_s < end_s - 0.02:
            return False
        between = (self._starts > end_s - 0.02) & (self._starts < start_s - 0.02)
        return not between.any() and not any(True for _ in self._noises(end_s + 0.08, start_s - 0.08))

    def quietest(self, low_s: float, high_s: float) -> float:
        """The quietest moment of a span, and there where the wave crosses zero."""
        low, high = round(low_s / HOP_S), max(round(high_s / HOP_S), round(low_s / HOP_S) + 1)
        part = self._level[low:high]
        return self._crossing((low + int(part.argmin()) + 0.5) * HOP_S if part.size else low_s)

    def _crossing(self, at_s: float) -> float:
        middle, reach = round(at_s * self.rate), round(CROSSING_S * self.rate)
        low = max(middle - reach, 0)
        part = self.samples[low : middle + reach]
        signs = np.flatnonzero(np.diff(np.signbit(part)))
        if not signs.size:
            return at_s
        return (low + int(signs[np.abs(signs + low - middle).argmin()]) + 1) / self.rate

    def _noises(self, low_s: float, high_s: float) -> Iterator[tuple[float, float]]:
        low, high = max(round(low_s / HOP_S), 0), round(high_s / HOP_S)
        loud = np.concatenate(([False], self._loud[low:high], [False])) if high > low else np.zeros(1, bool)
        edges = np.flatnonzero(np.diff(loud)).reshape(-1, 2)
        yield from (((low + a) * HOP_S, (low + b) * HOP_S) for a, b in edges.tolist() if b - a >= LOUD_HOPS)

    def _after_noise(self, low_s: float, at_s: float) -> float:
        return max((end for _, end in self._noises(low_s, at_s - 0.08)), default=low_s)

    def _before_noise(self, at_s: float, high_s: float) -> float:
        return min((start for start, _ in self._noises(at_s + 0.08, high_s)), default=high_s)


def stretches_of(edit: Edit, room: Room) -> tuple[Stretch, ...]:
    """What is used of a recording, in the order of the script."""
    return tuple(
        Stretch(
            sentence=index,
            first=piece.first,
            stop=piece.stop,
            start_s=piece.start_s,
            end_s=piece.end_s,
            low_s=piece.start_s if piece.exact else room.before(piece.start_s),
            high_s=piece.end_s if piece.exact else room.after(piece.end_s),
            exact=piece.exact,
        )
        for index, choice in enumerate(edit.choices)
        if choice.reading
        for piece in choice.reading.pieces
    )


def habit_s(stretches: Sequence[Stretch], room: Room) -> float:
    """The pause this reader makes between two sentences, in seconds."""
    pauses = [
        b.start_s - a.end_s
        for a, b in pairwise(stretches)
        if a.sentence != b.sentence and 0 < b.start_s - a.end_s < 3 and room.goes_on(a.end_s, b.start_s)
    ]
    return min(max(float(np.median(pauses)), 0.15), 1.2) if len(pauses) >= FEW else USUAL_PAUSE_S
