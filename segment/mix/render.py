"""Stage 4, second half: a timeline becomes sound, a few seconds at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from segment.mix.envelope import Envelope
from segment.mix.source import Source
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Point, Timeline

if TYPE_CHECKING:
    from segment.model.sound import Samples

_SECONDS = 4
"""Of a block: long enough that threads at work on two programmes seldom wait for one another."""


def render(timeline: Timeline, spoken: Mapping[str, Spoken], assets: Mapping[str, Sound]) -> Iterator[Samples]:
    """Blocks of four seconds (the last shorter), float32 (frames, 1 or 2): one channel while all that sounds is mono.

    ``spoken`` and ``assets`` are what the timeline was arranged from. Memory: the sounds given, and a block.
    """
    return blocks(timeline, spoken, assets, _SECONDS * timeline.rate)


def blocks(timeline: Timeline, spoken: Mapping[str, Spoken], assets: Mapping[str, Sound], size: int) -> Iterator[Samples]:
    """As :func:`render` with blocks of ``size`` frames; the sound does not depend on the size."""
    waiting = sorted(_playing(timeline, spoken, assets), key=lambda playing: playing.start, reverse=True)
    sounding: list[_Playing] = []
    for start in range(0, timeline.frames, size):
        stop = min(start + size, timeline.frames)
        while waiting and waiting[-1].start < stop:
            sounding.append(waiting.pop())
        wide = max((playing.channels for playing in sounding), default=1)
        block = np.zeros((stop - start, wide), np.float32)
        for playing in sounding:
            playing.add_to(block, start)
        sounding = [playing for playing in sounding if playing.end > stop]
        yield block


class _Playing:
    """A sound in its place."""

    def __init__(
        self, sound: Sound, rate: int, start: int, end: int, offset: int, envelope: tuple[Point, ...], pan: float = 0.0
    ) -> None:
        self.start, self.end = start, end
        self.channels = 2 if pan else sound.samples.shape[1]
        self._sides = _sides(pan) if pan else None
        self._make = (sound, rate, offset)
        self._source: Source | None = None
        self._envelope = Envelope(envelope or (Point(at=start, db=0.0),))

    def add_to(self, block: Samples, at: int) -> None:
        """Adds what is heard of it in a block that begins at frame ``at``; blocks come in order."""
        first, last = max(self.start, at), min(self.end, at + len(block))
        if last <= first:
            return
        if self._source is None:  # opened only now: a resampler for every line of an hour would be memory for nothing
            self._source = Source(*self._make)
        heard = self._envelope.apply(self._source.read(last - first), first)
        block[first - at : last - at] += heard if self._sides is None else heard * self._sides


def _sides(pan: float) -> Samples:
    """Gains of left and right with the power of the middle, where both are 1."""
    angle = (1.0 + pan) * math.pi / 4
    return np.array([[math.cos(angle), math.sin(angle)]], np.float32) * np.float32(math.sqrt(2.0))


def _playing(timeline: Timeline, spoken: Mapping[str, Spoken], assets: Mapping[str, Sound]) -> Iterator[_Playing]:
    for line in timeline.voiced:
        gain = tuple(Point(at=point.at, db=line.gain_db + point.db) for point in line.ride)
        gain = gain or (Point(at=line.start, db=line.gain_db),)
        yield _Playing(spoken[line.id].sound, timeline.rate, line.start, line.end, 0, gain, line.pan)
    for piece in timeline.played:
        sound = spoken[piece.asset].sound if piece.kind == "room" else assets[piece.asset]
        pan = next((line.pan for line in timeline.voiced if line.id == piece.asset), 0.0) if piece.kind == "room" else 0.0
        yield _Playing(sound, timeline.rate, piece.start, piece.end, piece.offset, piece.envelope, pan)
