"""Any number of channels to the one or two of the programme."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from segment.model.sound import Samples


_HALF = math.sqrt(0.5)
# Rows: what each channel gives to left and right (ITU-R BS.775-4, table 2; WAV channel order; no LFE).
_FOLDS: dict[int, NDArray[np.float32]] = {
    3: np.array([[1, 0], [0, 1], [_HALF, _HALF]], np.float32),
    4: np.array([[1, 0], [0, 1], [_HALF, 0], [0, _HALF]], np.float32),
    5: np.array([[1, 0], [0, 1], [_HALF, _HALF], [_HALF, 0], [0, _HALF]], np.float32),
    6: np.array([[1, 0], [0, 1], [_HALF, _HALF], [0, 0], [_HALF, 0], [0, _HALF]], np.float32),
}


def channels(samples: Samples) -> int:
    """Channels that :func:`folded` gives: 1 or 2."""
    return 1 if samples.shape[1] == 1 else 2


def folded(samples: Samples) -> Samples:
    """(frames, any) → (frames, 1 or 2). Of layouts that nobody named, the first two channels are heard."""
    if samples.shape[1] <= 2:
        return samples
    fold = _FOLDS.get(samples.shape[1])
    return samples[:, :2] if fold is None else samples @ fold
