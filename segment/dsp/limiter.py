"""A true-peak limiter that looks ahead, worked out on 10 ms hops instead of samples.

Each hop says how much gain it can bear. The gain at the boundary of two hops bears both, and inside a hop it moves from one
boundary to the next along half a cosine: so it never exceeds what the hop bears, has no corners, and is 1 to the last bit
everywhere but around hot spots. It falls before a peak by at most ``ATTACK_DB_S`` and recovers by ``RELEASE_DB_S``.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

ATTACK_DB_S: Final = 300.0
"""Fast enough that a plosive does not pull down the breath before it."""
RELEASE_DB_S: Final = 60.0
"""Slow enough that the gain does not follow a voice's own period."""


def boundary_gains(peaks: F32, ceiling: float, hop_s: float) -> F32:
    """Gain at each hop's start, and at the last one's end: (hops + 1,), 1 where nothing is to be done.

    ``peaks``: true peak of each hop as an amplitude, or a bound of it; ``ceiling``: the highest allowed.
    """
    bearable = np.zeros(len(peaks) + 2)
    hot = np.flatnonzero(peaks > ceiling)
    bearable[1 + hot] = 20.0 * np.log10(ceiling / peaks[hot].astype(np.float64))
    gains = np.minimum(bearable[:-1], bearable[1:])
    if len(hot):
        at = np.arange(len(gains)) * hop_s
        gains = np.minimum.accumulate(gains - RELEASE_DB_S * at) + RELEASE_DB_S * at
        gains = (np.minimum.accumulate((gains + ATTACK_DB_S * at)[::-1]))[::-1] - ATTACK_DB_S * at
        # Differences of large numbers leave dust where the gain is 1.
        gains[gains > -1e-6] = 0.0
    amplitudes: F32 = (10.0 ** (gains / 20.0)).astype(np.float32)
    return amplitudes


def active(gains: F32) -> NDArray[np.bool_]:
    """Hops in which the gain is not 1 throughout: (hops,), from the gains at the boundaries."""
    below = gains < 1
    working: NDArray[np.bool_] = below[:-1] | below[1:]
    return working


def curve(gains: F32, hop: int) -> F32:
    """Gain of every sample between the boundaries: ((len(gains) − 1) · hop,)."""
    rise = (0.5 - 0.5 * np.cos(np.pi * np.arange(hop) / hop)).astype(np.float32)
    start, end = gains[:-1, None], gains[1:, None]
    samples: F32 = (start + (end - start) * rise).reshape(-1)
    return samples


def apply(samples: F32, start: int, gains: F32, hop: int) -> None:
    """Limits programme frames ``start`` … in place: float32 (frames, channels), with the gains at all hop boundaries."""
    first, end = start // hop, -(-(start + len(samples)) // hop)
    around = gains[first : end + 1]
    for run_start, run_end in runs(active(around)):
        at = (first + run_start) * hop - start
        samples_gain = curve(around[run_start : run_end + 1], hop)
        stop = min(len(samples), at + len(samples_gain))
        samples[max(0, at) : stop] *= samples_gain[max(0, -at) : stop - at, None]


def runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of True: (first, one past the last) of each."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(first), int(end)) for first, end in zip(edges[::2], edges[1::2], strict=True)]
