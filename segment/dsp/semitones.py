"""Music as it changes: the level of every semitone, a hundred times a second, and where notes begin."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.products import times

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

HOP_S: Final = 0.010
WINDOW_S: Final = 0.046
LOW_HZ: Final = 62.0
BANDS: Final = 84
"""Seven octaves: up to 8 kHz."""
DEPTH_DB: Final = 50.0
"""What lies further below the loudest band of the piece counts as silence."""

_ENOUGH_HZ: Final = 16_000
_PIECE: Final = 512
"""Frames transformed at once."""
_RISE: Final = 2
"""Hops over which a note begins."""
_AROUND_S: Final = 0.5
"""Onsets are judged against what is usual this far on both sides."""


def semitones(samples: F32, rate: int) -> F32:
    """Levels in dB of mono float32 (frames,) at ``rate`` Hz: (1 + seconds / HOP_S, BANDS) float32; row n is at n · HOP_S."""
    while rate >= 2 * _ENOUGH_HZ:  # neighbours averaged: what this lets alias is nothing to features that are compared
        samples = samples[: len(samples) // 2 * 2].reshape(-1, 2).mean(axis=1, dtype=np.float32)
        rate = rate // 2 if rate % 2 == 0 else rate / 2  # type: ignore[assignment]
    size = round(WINDOW_S * rate)
    rows = 1 + int(len(samples) / rate / HOP_S)
    starts = np.rint(np.arange(rows) * HOP_S * rate).astype(np.int64)
    padded = np.zeros(starts[-1] + size + 1, np.float32)
    padded[size // 2 : size // 2 + len(samples)] = samples[: len(padded) - size // 2]
    window, bands = _tables(float(rate), size)
    power = np.empty((rows, BANDS), np.float32)
    steps = np.arange(size)
    for at in range(0, rows, _PIECE):
        frames = padded[starts[at : at + _PIECE, None] + steps] * window
        spectrum = np.fft.rfft(frames, (bands.shape[0] - 1) * 2).astype(np.complex64, copy=False)
        strength: F32 = spectrum.real**2 + spectrum.imag**2
        times(strength, bands, out=power[at : at + _PIECE])
    loudest = float(power.max(initial=0.0))
    levels: F32 = 10 * np.log10(np.maximum(power, max(loudest * 10 ** (-DEPTH_DB / 10), 1e-12)))
    return levels.astype(np.float32, copy=False)


def onsets(levels: F32) -> F64:
    """How strongly notes begin at each row of :func:`semitones`: (rows,), in dB of rise, what is usual there taken off."""
    rise = np.zeros(len(levels))
    if len(levels) > _RISE:
        rise[_RISE:] = np.maximum(levels[_RISE:] - levels[:-_RISE], 0.0).mean(axis=1)
    reach = round(_AROUND_S / HOP_S)
    sums = np.concatenate(([0.0], np.cumsum(rise)))
    at = np.arange(len(rise))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(rise))
    strong: F64 = np.maximum(rise - (sums[high] - sums[low]) / (high - low), 0.0)
    return strong


@lru_cache(maxsize=8)
def _tables(rate: float, size: int) -> tuple[F32, F32]:
    """The window (size,) and the bands (bins, BANDS): triangles a semitone apart, at least two bins wide."""
    length = 1 << (size - 1).bit_length()
    hertz = np.linspace(0.0, rate / 2, 1 + length // 2)
    centres = LOW_HZ * 2 ** (np.arange(BANDS) / 12)
    width = np.maximum(centres * (2 ** (1 / 12) - 1), rate / size)
    bands = np.clip(1 - np.abs(hertz[:, None] - centres) / width, 0.0, None)
    return np.hanning(size).astype(np.float32), (bands / np.maximum(bands.sum(axis=0), 1e-9)).astype(np.float32)
