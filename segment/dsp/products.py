"""Tall matrix products cut into pieces that a BLAS library computes on the thread that asks.

OpenBLAS shares a product of more than 2¹⁸ multiplications among threads that wait for each other by spinning. The products
here take microseconds: on a machine whose cores are busy that wait costs ten times the work.
"""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

_Number = TypeVar("_Number", np.float32, np.float64)

_ALONE: Final = 1 << 18
"""Multiplications that OpenBLAS never shares (65536 times its GEMM_MULTITHREAD_THRESHOLD of 4)."""


def times(rows: NDArray[_Number], matrix: NDArray[_Number], out: NDArray[_Number] | None = None) -> NDArray[_Number]:
    """``rows @ matrix`` for (n, k) and (k, m), C-contiguous, into ``out`` (n, m) when given."""
    count, depth = rows.shape
    width = matrix.shape[1]
    made: NDArray[_Number] = np.empty((count, width), rows.dtype) if out is None else out
    piece = max(1, _ALONE // (depth * width))
    whole = count // piece * piece
    if whole:
        # numpy hands each matrix of the stack to BLAS on its own.
        np.matmul(rows[:whole].reshape(-1, piece, depth), matrix, out=made[:whole].reshape(-1, piece, width))
    if whole < count:
        np.matmul(rows[whole:], matrix, out=made[whole:])
    return made
