"""True peak: the highest point of the wave between the samples, by 4 times oversampling (ITU-R BS.1770-4, Annex 2).

How far the wave can rise over the samples is bounded by how sharply they bend (see :func:`bounds`); so only hops that could hold
what is looked for are ever oversampled, in speech about one in a hundred.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from segment.dsp.products import times

F32 = NDArray[np.float32]

REACH: Final = 12
"""Samples on each side that a point between samples depends on. With 12, points are within 0.03 dB of the wave's up to 18 kHz."""
_PHASES = (0.25, 0.5, 0.75)
_KAISER = 6.0
_TILE = 32
"""Samples oversampled by one row of the product."""
_HOP, _HOPS = 512, 64
"""How a whole signal is cut: the arrays of one cut stay in the processor's cache."""


def _kernels() -> NDArray[np.float64]:
    """One row per phase: the weights of samples −REACH+1 … REACH for a point that far after sample 0.

    Each row is exact for constants and for straight lines.
    """
    taps = np.arange(-REACH + 1, REACH + 1)
    offsets = taps[None, :] - np.array(_PHASES)[:, None]
    window = np.i0(_KAISER * np.sqrt(1 - (offsets / REACH) ** 2)) / np.i0(_KAISER)
    kernels = np.sinc(offsets) * window
    kernels /= kernels.sum(axis=1, keepdims=True)
    slip = np.array(_PHASES) - kernels @ taps
    kernels[:, REACH - 1] -= slip
    kernels[:, REACH] += slip
    return np.asarray(kernels, np.float64)


def _most_bend(kernels: NDArray[np.float64]) -> float:
    """Largest distance of a point from the straight line between its samples, for second differences that never exceed 1."""
    phases = np.array(_PHASES)
    straight = np.zeros_like(kernels)
    straight[:, REACH - 1], straight[:, REACH] = 1 - phases, phases
    # What is zero for every straight line is a weighing of second differences; summing twice gives the weights.
    weights = np.cumsum(np.cumsum(kernels - straight, axis=1), axis=1)
    return float(np.abs(weights).sum(axis=1).max())


_KERNELS: Final = _kernels()
GAIN: Final = float(np.abs(_KERNELS).sum(axis=1).max())
"""Highest point between samples that never exceed 1."""
BEND: Final = _most_bend(_KERNELS)
"""Highest point over the samples, for second differences that never exceed 1."""


def _product() -> F32:
    """(tile + taps, phases · tile): oversamples a row of samples at once."""
    matrix = np.zeros((_TILE + 2 * REACH - 1, len(_PHASES), _TILE))
    for phase, kernel in enumerate(_KERNELS):
        for at in range(_TILE):
            matrix[at : at + 2 * REACH, phase, at] = kernel
    return matrix.reshape(len(matrix), -1).astype(np.float32)


_PRODUCT: Final = _product()


def hop_peaks(samples: F32, hop: int, wanted: NDArray[np.intp]) -> F32:
    """True peak of the hops ``wanted``, both channels: (len(wanted),).

    ``samples``: float32 (REACH + hops · hop + REACH, channels): the hops, and what stands around them.
    A hop's peak covers its samples and the points up to the next hop's first sample.
    """
    tiles = -(-hop // _TILE)
    reach = tiles * _TILE + 2 * REACH
    rows = np.zeros((len(wanted), samples.shape[1], reach), np.float32)
    for row, k in enumerate(wanted):
        rows[row, :, : hop + 2 * REACH] = samples[k * hop : (k + 1) * hop + 2 * REACH].T
    item = rows.itemsize
    shape = (len(wanted) * samples.shape[1], tiles, len(_PRODUCT))
    windows = as_strided(rows[..., 1:], shape, (reach * item, _TILE * item, item))
    points = np.abs(times(windows.reshape(-1, len(_PRODUCT)), _PRODUCT))
    points = points.reshape(len(wanted), samples.shape[1], tiles, len(_PHASES), _TILE).max(axis=(1, 3))
    between = points.reshape(len(wanted), tiles * _TILE)[:, :hop].max(axis=1)
    at = np.abs(rows[:, :, REACH : REACH + hop]).max(axis=(1, 2))
    peaks: F32 = np.maximum(between, at)
    return peaks


def bounds(samples: F32, hop: int) -> F32:
    """The most that the true peak of each hop can be: (hops,). ``samples`` as for :func:`hop_peaks`.

    A point lies on the line between two samples, give or take ``BEND`` times the largest second difference within reach: little
    where a wave is slow against the sample rate. And it is at most ``GAIN`` times the largest sample within reach.
    """
    hops = (len(samples) - 2 * REACH) // hop
    step = np.diff(samples, axis=0)
    highest = _window_maxima(np.abs(samples), hops, hop)
    sharpest = _window_maxima(np.abs(np.diff(step, axis=0)), hops, hop)
    most: F32 = np.minimum(np.float32(GAIN) * highest, highest + np.float32(BEND) * sharpest)
    return most


def _window_maxima(values: F32, hops: int, hop: int) -> F32:
    """Maxima over windows that begin every ``hop`` frames and together end where the values do."""
    frames, channels = values.shape
    window = frames - (hops - 1) * hop
    item = values.itemsize
    maxima: F32 = as_strided(values, (hops, window * channels), (hop * channels * item, item)).max(axis=1)
    return maxima


def true_peak(samples: F32) -> float:
    """True peak of a whole signal, float32 (frames, channels), as an amplitude; silence stands around it."""
    hops = -(-len(samples) // _HOP)
    around = np.zeros((hops * _HOP + 2 * REACH, samples.shape[1]), np.float32)
    around[REACH : REACH + len(samples)] = samples
    highest = 0.0
    for first in range(0, hops, _HOPS):
        wanted = np.arange(first, min(first + _HOPS, hops))
        highest = max(highest, float(hop_peaks(around, _HOP, wanted).max()))
    return highest
