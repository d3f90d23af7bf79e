"""A steady noise taken down between and under the words, by no more than is asked, and without a trace of its own.

Spectral subtraction in the power domain with a floor (M. Berouti, R. Schwartz, J. Makhoul, *Enhancement of Speech Corrupted by
Acoustic Noise*, ICASSP 1979). What makes such gates sing is that single bins open by chance: here the sound is held against the
noise only after both were smoothed over neighbours in time and pitch, so that between words every bin lies on the floor, and
what is left there is the same noise, only softer. Nothing is delayed.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

WINDOW_S: Final = 0.025
_OVER: Final = 2.0
"""Times the noise below which there is nothing but noise (3 dB)."""
_SMOOTH_TIME: Final = 5
_SMOOTH_BINS: Final = 9
_CONTEXT: Final = 8
"""Frames on each side of a block, on which its gains still hang."""
_FRAMES: Final = 512
"""Of a block."""


def frame_size(rate: int) -> int:
    """Samples of one frame; two overlap everywhere."""
    return int(1 << round(math.log2(WINDOW_S * rate)))


def frames_of(samples: F32, size: int) -> F32:
    """Mono (frames,) cut into windowed, half-overlapping frames: (n, size)."""
    rows = np.lib.stride_tricks.sliding_window_view(samples, size)[:: size // 2]
    return rows * _window(size)


def power_of(frames: F32) -> F32:
    """(n, size) → power in each bin, (n, size // 2 + 1)."""
    spectrum = np.fft.rfft(frames)
    return (spectrum.real**2 + spectrum.imag**2).astype(np.float32)


def quieted(samples: F32, noise: F32, deepest_db: float) -> None:
    """Takes the noise out of mono ``samples`` (frames,) in place.

    ``noise``: its power in each bin of :func:`power_of`, (size // 2 + 1,); ``deepest_db``: the most that anything is taken down.
    """
    size = 2 * (noise.size - 1)
    hop = size // 2
    context, block = _CONTEXT * hop, _FRAMES * hop
    floor = np.float32(10 ** (-deepest_db / 10))
    held = np.zeros(context, np.float32)
    """What stood before the block, as it was."""
    for at in range(0, samples.size, block):
        end = min(at + block, samples.size)
        ahead = samples[at : end + context]
        # All blocks are cut on one grid, and filled up so that every sample lies in two frames.
        rest = -(-(ahead.size + context) // hop) * hop + size - context - ahead.size
        part = np.concatenate((held, ahead, np.zeros(rest, np.float32)))
        held = np.concatenate((held, samples[at:end]))[-context:]
        spectrum = np.fft.rfft(frames_of(part, size)).astype(np.complex64)
        spectrum *= _gains(spectrum, noise, floor)
        made = (np.fft.irfft(spectrum, size) * _window(size)).astype(np.float32)
        out = np.zeros((len(made) + 1) * hop, np.float32)
        out[: len(made) * hop] = made[:, :hop].reshape(-1)
        out[hop:] += made[:, hop:].reshape(-1)
        samples[at:end] = out[context : context + end - at]


def _gains(spectrum: NDArray[np.complex64], noise: F32, floor: np.float32) -> F32:
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    power /= np.maximum(noise, np.float32(1e-20))
    over = _smooth(_smooth(power, _SMOOTH_TIME, 0), _SMOOTH_BINS, 1)
    gains: F32 = np.sqrt(np.maximum(1 - np.float32(_OVER) / np.maximum(over, np.float32(1e-9)), floor)).astype(np.float32)
    return _smooth(_smooth(gains, 3, 0), 3, 1)


def _smooth(values: F32, width: int, axis: int) -> F32:
    """The mean of ``width`` neighbours along an axis, ends repeated."""
    reach = width // 2
    pad = [(reach + 1, reach) if n == axis else (0, 0) for n in range(2)]
    sums = np.cumsum(np.pad(values, pad, mode="edge"), axis=axis, dtype=np.float64)
    count = values.shape[axis]
    high, low = sums.take(range(width, width + count), axis), sums.take(range(count), axis)
    return ((high - low) / width).astype(np.float32)


def _window(size: int) -> F32:
    """Its square and that of the next one come to 1."""
    return np.sin(np.pi * (np.arange(size) + 0.5) / size).astype(np.float32)
