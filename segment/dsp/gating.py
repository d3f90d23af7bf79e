"""From K-weighted power per hop to loudness: gates, sliding windows and range (ITU-R BS.1770-4; EBU Tech 3341, 3342).

All functions take mean power per 10 ms hop, channels summed, float (hops,).
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.power import k_power
from segment.units import SILENCE_DB

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Powers = NDArray[np.float32] | NDArray[np.float64]

HOPS_PER_S: Final = 100
MOMENTARY: Final = 40
"""Hops of a gating block and of the momentary window: 400 ms."""
SHORT_TERM: Final = 300
"""Hops of the short-term window: 3 s."""
_STEP: Final = 10
"""Hops from one gating block to the next: 75 % overlap, BS.1770-4 Annex 1."""

_PIECE: Final = 100_000
"""Hops looked through at once, so that a long programme takes no more memory than a short one."""

_OFFSET: Final = -0.691
_ABSOLUTE: Final = -70.0
_RELATIVE: Final = -10.0
_RANGE_RELATIVE: Final = -20.0
_RANGE_LOW, _RANGE_HIGH = 10.0, 95.0


def lufs(mean_power: float) -> float:
    """Mean power, channels summed, to LUFS (BS.1770-4, equation 2); no power is −120."""
    return max(SILENCE_DB, _OFFSET + 10.0 * math.log10(mean_power)) if mean_power > 0 else SILENCE_DB


def integrated(powers: Powers) -> float:
    """Gated programme loudness in LUFS (BS.1770-4, equations 3–7); −120 when no block passes the absolute gate.

    A programme shorter than one gating block (which the standard leaves undefined) counts as one block.
    """
    short = max(1, len(powers))
    blocks = sliding(powers, MOMENTARY, _STEP) if len(powers) >= MOMENTARY else sliding(powers, short, short)
    blocks = blocks[blocks > power(_ABSOLUTE)]
    if not len(blocks):
        return SILENCE_DB
    blocks = blocks[blocks > blocks.mean() * 10 ** (_RELATIVE / 10)]
    return lufs(float(blocks.mean()))


def loudest(powers: Powers, window: int) -> float:
    """LUFS of the loudest ``window`` hops in a row; before a programme there is silence (EBU Tech 3341, 2.2)."""
    if len(powers) < window:
        return lufs(float(np.sum(powers, dtype=np.float64)) / window)
    starts = len(powers) - window + 1
    return lufs(max(float(sliding(powers[at : at + _PIECE + window - 1], window, 1).max()) for at in range(0, starts, _PIECE)))


def loudness_range(powers: Powers) -> float:
    """Loudness range in LU (EBU Tech 3342: 3 s windows each 100 ms, gates −70 LUFS and −20 LU, 10th to 95th percentile).

    0 when the programme is too short for a window or silent.
    """
    if len(powers) < SHORT_TERM:
        return 0.0
    windows = sliding(powers, SHORT_TERM, _STEP)
    windows = windows[windows > power(_ABSOLUTE)]
    if not len(windows):
        return 0.0
    windows = windows[windows > windows.mean() * 10 ** (_RANGE_RELATIVE / 10)]
    # As np.percentile, which would load numpy's masked arrays first.
    ranks = np.array((_RANGE_LOW, _RANGE_HIGH)) / 100 * (len(windows) - 1)
    low, high = np.interp(ranks, np.arange(len(windows)), np.sort(windows))
    return lufs(float(high)) - lufs(float(low))


def gated_lufs(samples: F32, rate: int) -> float:
    """Integrated loudness of float32 (frames, 1 or 2), one channel counting on both; −120 for silence."""
    powers = k_power(samples, rate, 1 / HOPS_PER_S)
    whole = len(samples) // round(rate / HOPS_PER_S)
    return integrated(powers[:whole] if whole >= MOMENTARY else powers)


def power(loudness: float) -> float:
    """LUFS to mean power: the inverse of :func:`lufs`."""
    return float(10 ** ((loudness - _OFFSET) / 10))


def sliding(powers: Powers, window: int, step: int) -> F64:
    """Mean power of each ``window`` hops in a row, every ``step`` hops, which divides the window: (windows,)."""
    bins = len(powers) // step
    sums = np.zeros(bins + 1)
    np.cumsum(powers[: bins * step].reshape(bins, step).sum(axis=1, dtype=np.float64), out=sums[1:])
    per = window // step
    means: F64 = (sums[per:] - sums[: max(0, bins + 1 - per)]) / window
    return np.maximum(means, 0.0)
