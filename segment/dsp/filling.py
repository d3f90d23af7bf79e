"""Samples that are missing or spoilt, filled in from what stands around them: what a predictor of the voice would expect.

The least-squares interpolation of an autoregressive signal (A. J. E. M. Janssen, R. N. J. Veldhuis, L. B. Vries, *Adaptive
Interpolation of Discrete-Time Signals That Can Be Modeled as Autoregressive Processes*, IEEE Trans. ASSP 34 (1986)).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.predictor import predictor

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

AROUND: Final = 10
"""Times the order of the predictor that is looked at on each side."""
_ROUNDS: Final = 3
"""The predictor is made anew from what was filled in."""


def filled(samples: F32, first: int, stop: int, order: int = 40) -> F32:
    """What should stand at ``first`` to ``stop`` of mono ``samples`` (frames,): (stop − first,)."""
    low, high = max(first - AROUND * order, 0), min(stop + AROUND * order, samples.size)
    part = samples[low:high].astype(np.float64)
    gap = slice(first - low, stop - low)
    ends = part[max(gap.start - 1, 0)], part[min(gap.stop, part.size - 1)]
    part[gap] = np.linspace(*ends, stop - first + 2)[1:-1]
    if part.size < 4 * order + (stop - first):
        return part[gap].astype(np.float32)
    for _ in range(_ROUNDS):
        part[gap] = _expected(part, gap, predictor(part, order))
    return part[gap].astype(np.float32)


def _expected(part: F64, gap: slice, error: F64) -> F64:
    """The values in the gap with which the prediction error is smallest."""
    order, count = error.size - 1, gap.stop - gap.start
    rows = np.arange(max(gap.start, order), min(gap.stop + order, part.size))
    lag = rows[:, None] - np.arange(gap.start, gap.stop)
    matrix = np.where((lag >= 0) & (lag <= order), error[np.clip(lag, 0, order)], 0.0)
    known = part.copy()
    known[gap] = 0.0
    rest = sum(error[k] * known[rows - k] for k in range(order + 1))
    normal = matrix.T @ matrix + 1e-9 * np.eye(count)
    return np.linalg.solve(normal, -matrix.T @ rest)
