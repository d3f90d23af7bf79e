"""Dynamic time warping: the cheapest way to go through two sounds side by side (Sakoe and Chiba 1978).

Worked row by row: within a row, standing still in the first sound is a running sum, and the cheapest place to have begun it a
running minimum, so that nothing is computed cell by cell. Costs are made a block of rows at a time, and only inside a band about
the straight line; what is kept is one byte for each cell of the band.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.products import times

F32 = NDArray[np.float32]

_ROWS: Final = 64
"""Rows whose costs are made at once."""
_STILL, _ALONE = 1, 2
"""The cell was reached within its row; it was reached from the row before, at the same column."""


class Warp(Struct, frozen=True, kw_only=True, eq=False):
    """The cheapest path through both, from the first row and column to the last, one step a point."""

    rows: NDArray[np.intp]
    """(points,), never falling, by at most 1 a step."""
    columns: NDArray[np.intp]
    """(points,), never falling, by at most 1 a step."""
    costs: F32
    """(points,), how unlike the two are at each point, penalties left out."""


def warp(first: F32, second: F32, *, reach: int, penalty: float) -> Warp:
    """Warps features (n, k) onto features (m, k); unlikeness is their Euclidean distance.

    ``reach``: how many columns the path may stray from the straight line between the corners, to each side. ``penalty``: added
    for each step in which only one of the two moves on; it keeps the path straight where all looks alike, as in silence.
    """
    count, width = len(first), len(second)
    slope = (width - 1) / max(count - 1, 1)
    # A path must be able to get from one row's band to the next one's.
    span = min(width, 2 * max(reach, int(slope) + 1) + 1)
    lows = np.clip(np.rint(np.arange(count) * slope).astype(np.intp) - span // 2, 0, width - span)
    came = np.empty((count, span), np.uint8)
    shifts = np.diff(lows, prepend=0)
    # Sums of the row before, with room for what its band did not hold.
    before = np.full(1 + span + int(shifts.max(initial=0)), np.inf)
    for at in range(0, count, _ROWS):
        rows = range(at, min(at + _ROWS, count))
        left, right = lows[rows[0]], lows[rows[-1]] + span
        block = _distances(first[rows[0] : rows[-1] + 1], second[left:right]).astype(np.float64)
        for row in rows:
            costs = block[row - at, lows[row] - left : lows[row] - left + span]
            shift = shifts[row]
            both, alone = before[shift : shift + span], before[shift + 1 : shift + 1 + span] + penalty
            entered = np.minimum(both, alone) + costs
            if row == 0:
                entered[0] = costs[0]
            still = np.cumsum(costs + penalty)
            entered -= still
            best = np.minimum.accumulate(entered)
            np.add(best < entered, (alone < both) * np.uint8(_ALONE), out=came[row])
            np.add(best, still, out=before[1 : 1 + span])
    points = _path(came, lows, width)
    costs = np.linalg.norm(first[points[:, 0]] - second[points[:, 1]], axis=1)
    return Warp(rows=points[:, 0], columns=points[:, 1], costs=costs)


def _path(came: NDArray[np.uint8], lows: NDArray[np.intp], width: int) -> NDArray[np.intp]:
    """(points, 2): the rows and columns of the path, from the first corner to the last."""
    span, codes, starts = came.shape[1], came.tobytes(), lows.tolist()
    row, column = len(starts) - 1, width - 1
    points = [(row, column)]
    while row or column:
        code = codes[row * span + column - starts[row]]
        if code & _STILL:
            column -= 1
        else:
            row -= 1
            column -= not code & _ALONE
        points.append((row, column))
    return np.array(points[::-1], np.intp)


def _distances(first: F32, second: F32) -> F32:
    squares: F32 = np.einsum("ij,ij->i", first, first)[:, None] + np.einsum("ij,ij->i", second, second)
    squares -= 2 * times(first, np.ascontiguousarray(second.T))
    np.maximum(squares, 0.0, out=squares)
    np.sqrt(squares, out=squares)
    return squares
