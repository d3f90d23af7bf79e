"""Stretches of neighbours in a row of flags."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def runs(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Where flags (n,) are true in a row: (runs, 2), the first index of each run and one past its last."""
    edges: NDArray[np.intp] = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    return edges.reshape(-1, 2)
