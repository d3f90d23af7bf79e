"""Samples as 24-bit integers.

They are rounded and not dithered: the error lies at −146 dBFS, where the float32 of the mix rounds too and far under the noise of
any converter; 16 bits are dithered, because there it could be heard in a fade.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FULL_SCALE = np.float32(1 << 23)


def whole_24(samples: NDArray[np.float32]) -> NDArray[np.int32]:
    """float32, full scale 1.0 and below it, which may be overwritten → int32 within 24 bits, the same shape."""
    samples *= _FULL_SCALE  # a power of two: exact
    np.rint(samples, out=samples)
    return np.clip(samples, -(1 << 23), (1 << 23) - 1).astype(np.int32)
