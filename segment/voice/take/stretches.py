"""Where somebody speaks in a recording: stretches between pauses, found by their energy."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs

F32 = NDArray[np.float32]

HOP_S: Final = 0.01
PAUSE_S: Final = 0.25
"""A shorter silence does not part two stretches."""
SHORTEST_S: Final = 0.06
AROUND_S: Final = 0.12
"""Kept on each side: what begins or ends softly."""
MOMENT_HOPS: Final = 6
"""Shorter quiet is inside a word."""
LONGEST_S: Final = 20.0
"""A longer stretch is parted at its quietest moment."""
_PIECE: Final = 5000
"""Hops measured at once."""
_SPEECH, _ROOM = 95, 10
_SHARE: Final = 0.35
_LEAST_DB, _MOST_DB = 6.0, 14.0
"""How far over the room sound must stand to count: a share of what speech does, within these bounds."""


def levels_db(samples: F32, rate: int) -> F32:
    """Level of each 10 ms of mono samples (frames,), smoothed over 30: (hops,) in dBFS. Hop n begins at :func:`frame_of`."""
    count = int(samples.size / (HOP_S * rate))
    # Not every rate divides into hops; rounded ones would be a second off after seven minutes.
    edges = np.rint(np.arange(count + 1) * (HOP_S * rate)).astype(np.intp)
    power = np.empty(count, np.float32)
    for at in range(0, count, _PIECE):
        own = edges[at : at + _PIECE + 1]
        squares = np.square(samples[own[0] : own[-1]])
        power[at : at + _PIECE] = np.add.reduceat(squares, own[:-1] - own[0]) / np.diff(own)
    smooth = np.convolve(power, np.full(3, 1 / 3, np.float32), mode="same") if power.size else power
    level: F32 = (10 * np.log10(smooth + np.float32(1e-12))).astype(np.float32)
    return level


def frame_of(hop: int, rate: int) -> int:
    """The frame at which a hop of 10 ms begins."""
    return round(hop * HOP_S * rate)


def threshold_db(level: F32) -> float:
    """Above it somebody speaks."""
    speech, room = (float(np.percentile(level, at)) for at in (_SPEECH, _ROOM))
    return room + min(max(_SHARE * (speech - room), _LEAST_DB), _MOST_DB)


def stretches(samples: F32, rate: int) -> list[tuple[int, int]]:
    """(start, end) in frames, ascending, not overlapping; empty where nothing stands out."""
    level = levels_db(samples, rate)
    if not level.size:
        return []
    found = runs(level > threshold_db(level))
    joined: list[list[int]] = []
    for start, end in found.tolist():
        if joined and (start - joined[-1][1]) * HOP_S < PAUSE_S:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    kept = [(a, b) for a, b in joined if (b - a) * HOP_S >= SHORTEST_S]
    parted = [piece for a, b in kept for piece in _parted(a, b, level)]
    around = round(AROUND_S / HOP_S)
    edges = [(max(a - around, 0), min(b + around, level.size)) for a, b in parted]
    for n in range(1, len(edges)):
        (a, b), (c, d) = edges[n - 1], edges[n]
        if b > c:
            middle = (parted[n - 1][1] + parted[n][0]) // 2
            edges[n - 1], edges[n] = (a, middle), (middle, d)
    return [(frame_of(a, rate), frame_of(b, rate)) for a, b in edges]


class Quiet:
    """Where nobody speaks in mono samples (frames,)."""

    def __init__(self, samples: F32, rate: int) -> None:
        level = levels_db(samples, rate)
        self._quiet = level < threshold_db(level) if level.size else np.zeros(0, bool)

    def between(self, start_s: float, end_s: float) -> bool:
        """Whether it is quiet for a moment between two times."""
        part = self._quiet[max(round(start_s / HOP_S), 0) : round(end_s / HOP_S)]
        return any(b - a >= MOMENT_HOPS for a, b in runs(part).tolist())


def _parted(start: int, end: int, level: F32) -> list[tuple[int, int]]:
    if (end - start) * HOP_S <= LONGEST_S:
        return [(start, end)]
    third = (end - start) // 3
    cut = start + third + int(level[start + third : end - third].argmin())
    return [*_parted(start, cut, level), *_parted(cut, end, level)]
