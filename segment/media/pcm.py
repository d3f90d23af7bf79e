"""16-bit PCM as files hold it: stereo, interleaved, read in stretches."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

PCM = NDArray[np.int16]
"""Shape (frames, 2), C-contiguous."""

ReadPCM = Callable[[int, int], PCM]
"""(start, stop) → frames start…stop of a programme, shape (stop − start, 2). May be called from several threads at once."""


def quantise(samples: NDArray[np.float32], bits: int) -> NDArray[np.int32]:
    """Samples as integers of ``bits`` bits, rounded to nearest and clipped: exact for material that was quantised before."""
    full = float(1 << (bits - 1))
    scaled = np.rint(samples.astype(np.float64) * full)
    return np.clip(scaled, -full, full - 1).astype(np.int32)
