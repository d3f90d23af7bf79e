"""Mel-frequency cepstra: what a moment of speech sounds like, in a dozen numbers that say little about who speaks.

Power spectrum of a Hamming window, triangular bands of equal width on the mel scale (2595 log₁₀(1 + f/700)), logarithm, cosine
transform (Davis and Mermelstein 1980).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.products import times

F32 = NDArray[np.float32]

HOP_S: Final = 0.010
"""From one frame to the next."""
WINDOW_S: Final = 0.025
LOW_HZ: Final = 80.0
HIGH_HZ: Final = 7600.0
"""Or the Nyquist frequency: sound at 16 kHz and at 48 kHz has the same bands."""
BANDS: Final = 26
DEPTH_DB: Final = 50.0
"""What lies further below the loudest band of the sound counts as silence, be it digital nothing or a quiet room."""

_PIECE: Final = 256
"""Frames transformed at once."""


def hop_frames(rate: int) -> int:
    """Samples from one frame to the next at a rate in Hz."""
    return max(round(HOP_S * rate), 1)


def mfcc(samples: F32, rate: int, count: int = 13) -> F32:
    """Cepstra of mono float32 (frames,) at ``rate`` Hz: (1 + samples // hop, count) float32, the 0th is the level.

    Row n is centred on sample n · :func:`hop_frames`; what lies outside is silence. In units of natural-log power.
    """
    hop, size = hop_frames(rate), max(round(WINDOW_S * rate), 2)
    rows = 1 + samples.size // hop
    padded = np.zeros((rows - 1) * hop + size, np.float32)
    padded[size // 2 : size // 2 + samples.size] = samples[: padded.size - size // 2]
    windows = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    window, bands, cosines = _tables(rate, size, count)
    power = np.empty((rows, BANDS), np.float32)
    for at in range(0, rows, _PIECE):
        spectrum = np.fft.rfft(windows[at : at + _PIECE] * window, (bands.shape[0] - 1) * 2).astype(np.complex64, copy=False)
        strength: F32 = spectrum.real**2 + spectrum.imag**2
        times(strength, bands, out=power[at : at + _PIECE])
    floor = max(float(power.max(initial=0.0)) * 10 ** (-DEPTH_DB / 10), 1e-12)
    return times(np.log(np.maximum(power, np.float32(floor))), cosines)


@lru_cache(maxsize=8)
def _tables(rate: int, size: int, count: int) -> tuple[F32, F32, F32]:
    """The window (size,), the mel bands (bins, BANDS) and the cosines (BANDS, count)."""
    bins = 1 + (1 << (size - 1).bit_length()) // 2
    hertz = np.linspace(0.0, rate / 2, bins)
    edges = 700 * (10 ** (np.linspace(_mel(LOW_HZ), _mel(min(HIGH_HZ, rate / 2)), BANDS + 2) / 2595) - 1)
    rising = (hertz[:, None] - edges[:-2]) / np.diff(edges)[:-1]
    falling = (edges[2:] - hertz[:, None]) / np.diff(edges)[1:]
    bands = np.clip(np.minimum(rising, falling), 0.0, None)
    angles = np.pi / BANDS * (np.arange(BANDS)[:, None] + 0.5) * np.arange(count)
    cosines = np.cos(angles) * np.sqrt(2.0 / BANDS)
    return np.hamming(size).astype(np.float32), bands.astype(np.float32), cosines.astype(np.float32)


def _mel(hertz: float) -> float:
    return 2595.0 * float(np.log10(1.0 + hertz / 700.0))
