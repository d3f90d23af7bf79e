"""What is wrong with a file beyond its loudness, found as it streams by: offset, clipping, silence, and how channels relate."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

FULL_SCALE: Final = 0.9999
"""From here on a sample is at full scale: the largest 16-bit sample is 0.99997."""
CLIPPED_RUN: Final = 3
"""So many at full scale in a row are no peak but a cut one."""
QUIET: Final = 0.001
"""−60 dBFS: nothing that is heard stays below it."""
_HOPS_PER_S: Final = 100


class Watch:
    """Takes blocks of float32 (frames, channels)."""

    def __init__(self, rate: int, channels: int) -> None:
        self._hop = max(1, rate // _HOPS_PER_S)
        self._carry: F32 = np.zeros((0, channels), np.float32)
        self._hops = 0
        self._quiet_from: int | None = None
        self._run = np.zeros(channels, np.int64)
        self.frames = 0
        self.sums: F64 = np.zeros(channels)
        """Of the samples."""
        self.products: F64 = np.zeros((channels, channels))
        """Of each two channels, summed: energies stand on the diagonal."""
        self.clipped = 0
        self.silent: list[tuple[int, int]] = []
        """Frames from and to which nothing is heard, in order; whole hops, but for the last."""

    def add(self, block: F32) -> None:
        """The next block."""
        exact = block.astype(np.float64)
        self.frames += len(block)
        self.sums += exact.sum(axis=0)
        self.products += exact.T @ exact
        self._clipping(block)
        self._carry = np.concatenate((self._carry, block))
        whole = len(self._carry) // self._hop
        if whole:
            self._quiet(np.abs(self._carry[: whole * self._hop]).reshape(whole, -1).max(axis=1) < QUIET)
            self._carry = self._carry[whole * self._hop :]

    def finish(self) -> None:
        """The file is over."""
        if len(self._carry):
            self._quiet(np.array([float(np.abs(self._carry).max()) < QUIET]))
            self._carry = self._carry[:0]
        if self._quiet_from is not None:
            self.silent.append((self._quiet_from, self.frames))
            self._quiet_from = None
        for channel in range(len(self._run)):
            self._close_run(channel)

    def _quiet(self, flags: NDArray[np.bool_]) -> None:
        """Goes on with one flag per hop."""
        if self._quiet_from is not None and not flags[0]:
            self.silent.append((self._quiet_from, self._hops * self._hop))
            self._quiet_from = None
        for first, last in runs(flags).tolist():
            start = self._quiet_from if first == 0 and self._quiet_from is not None else (self._hops + first) * self._hop
            self._quiet_from = start
            if last < len(flags):
                self.silent.append((start, (self._hops + last) * self._hop))
                self._quiet_from = None
        self._hops += len(flags)

    def _clipping(self, block: F32) -> None:
        high = np.abs(block) >= FULL_SCALE
        for channel in np.flatnonzero(high.any(axis=0) | (self._run > 0)).tolist():
            flags = high[:, channel]
            if not flags[0]:
                self._close_run(channel)
            for first, last in runs(flags).tolist():
                self._run[channel] += last - first
                if last < len(flags):
                    self._close_run(channel)

    def _close_run(self, channel: int) -> None:
        """A row of samples at full scale is over, on from the block before where it began there."""
        if self._run[channel] >= CLIPPED_RUN:
            self.clipped += int(self._run[channel])
        self._run[channel] = 0
