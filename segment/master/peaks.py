"""True peaks of the programme per hop, looked up between the samples only where they can matter."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp import truepeak
from segment.master.spool import SpoolLike

F32 = NDArray[np.float32]

_STRETCH: Final = 20
"""Hops that are read back from the spool at once when several of them are wanted."""


class HopPeaks:
    """Starts from bounds of the true peaks, an array it takes over; replaces them by measurements when asked."""

    def __init__(self, bounds: F32, hop: int, frames: int, spool: SpoolLike) -> None:
        self._highest = bounds
        self._measured = np.zeros(len(bounds), np.bool_)
        self._hop, self._frames, self._spool = hop, frames, spool

    def above(self, level: float) -> F32:
        """Per hop (hops,): the true peak where it is above the amplitude ``level``, else something not above it."""
        unsure = np.flatnonzero((self._highest > level) & ~self._measured)
        for hops in np.split(unsure, np.flatnonzero(np.diff(unsure // _STRETCH)) + 1) if len(unsure) else ():
            self._measure(hops)
        return self._highest

    def _measure(self, hops: NDArray[np.intp]) -> None:
        first = int(hops[0])
        start = first * self._hop - truepeak.REACH
        stop = (int(hops[-1]) + 1) * self._hop + truepeak.REACH
        inside = self._spool.read(max(0, start), min(self._frames, stop))
        around = np.zeros((stop - start, 2), np.float32)
        around[max(0, -start) : max(0, -start) + len(inside)] = inside
        if np.array_equal(around[:, 0], around[:, 1]):
            around = around[:, :1]
        self._highest[hops] = truepeak.hop_peaks(around, self._hop, hops - first)
        self._measured[hops] = True
