"""A true-peak limiter that looks ahead, worked out on 10 ms hops instead of samples.

Each hop says how much gain it can bear. The gain at the boundary of two hops bears both, and inside a hop it moves from one
boundary to the next along half a cosine: so it never exceeds what the hop bears, has no corners, and is 1 to the last bit
everywhere but around hot spots. It falls before a peak by at most ``ATTACK_DB_S`` and recovers by ``RELEASE_DB_S``.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

ATTACK_DB_S: Final = 300.0
"""Fast enough that a plosive does not pull down the breath before it."""
RELEASE_DB_S: Final = 60.0
"""Slow enough that the gain does not follow a voice's own period."""


def boundary_gains(peaks: F32, ceiling: float, hop_s: float) -> F32:
    """Gain at each hop's start, and at the last one's end: (hops + 1,), 1 where nothing is to be done.

    ``peaks``: true peak of each hop as an amplitude, or a bound of it; ``ceiling``: the highest allowed.
    """
    gains = np.ones(len(peaks) + 1, np.float32)
    hot = np.flatnonzero(peaks > ceiling)
    if not len(hot):
        return gains
    bearable = 20.0 * np.log10(ceiling / peaks[hot].astype(np.float64))
    reach = math.ceil(-bearable.min() / (min(ATTACK_DB_S, RELEASE_DB_S) * hop_s))
    # Hot spots further apart than the deepest of them reaches do not know of each other.
    apart = np.flatnonzero(np.diff(hot) > 2 * reach + 1) + 1
    for spots, depths in zip(np.split(hot, apart), np.split(bearable, apart), strict=True):
        first = max(0, int(spots[0]) - reach)
        end = min(len(gains), int(spots[-1]) + 2 + reach)
        gains[first:end] = 10.0 ** (_eased(spots - first, depths, end - first, hop_s) / 20.0)
    return gains


def _eased(hot: NDArray[np.intp], bearable_db: F64, boundaries: int, hop_s: float) -> F64:
    """Gain in dB at boundaries, no higher than the hops ``hot`` bear, moving no faster than it may: (boundaries,)."""
    gains = np.zeros(boundaries)
    gains[hot] = bearable_db
    gains[hot + 1] = np.minimum(gains[hot + 1], bearable_db)
    at = np.arange(boundaries) * hop_s
    gains = np.minimum.accumulate(gains - RELEASE_DB_S * at) + RELEASE_DB_S * at
    gains = np.minimum.accumulate((gains + ATTACK_DB_S * at)[::-1])[::-1] - ATTACK_DB_S * at
    eased: F64 = np.where(gains > -1e-9, 0.0, gains)  # adding and taking away the slope leaves dust
    return eased


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
    for run_start, run_end in runs(active(around)).tolist():
        at = (first + run_start) * hop - start
        samples_gain = curve(around[run_start : run_end + 1], hop)
        stop = min(len(samples), at + len(samples_gain))
        samples[max(0, at) : stop] *= samples_gain[max(0, -at) : stop - at, None]
