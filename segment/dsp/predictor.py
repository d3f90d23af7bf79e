"""The linear predictor of a stretch of sound (J. Makhoul, *Linear Prediction: A Tutorial Review*, Proc. IEEE 63 (1975))."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]

_GROUND = 1e-6
"""Of white noise under the sound (−60 dB), so that a pure tone has a predictor too."""


def predictor(part: F64, order: int) -> F64:
    """The prediction-error filter of ``part`` (frames,) by autocorrelation: (order + 1,), the first is 1."""
    size = 1 << (2 * part.size - 1).bit_length()
    spectrum = np.fft.rfft(part * np.hanning(part.size), size)
    lags = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, size)[: order + 1]
    lags[0] = lags[0] * (1 + _GROUND) + 1e-12
    toeplitz = lags[np.abs(np.arange(order)[:, None] - np.arange(order))]
    return np.concatenate(([1.0], -np.linalg.solve(toeplitz, lags[1:])))


def unexpected(part: F64, error: F64) -> F64:
    """What a predictor could not know: (frames,), 0 where it has nothing to go by."""
    out = np.convolve(part, error)[: part.size]
    out[: error.size - 1] = 0.0
    return out
