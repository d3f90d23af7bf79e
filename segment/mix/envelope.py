"""The gain of a sound, sample by sample, from the corners of its curve."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from segment.model.timeline import Point
from segment.units import SILENCE_DB, ratio

if TYPE_CHECKING:
    from segment.model.sound import Samples

_PER_DB = math.log(10.0) / 20.0


class Envelope:
    """Straight lines in dB between corners; the gain of a frame depends on nothing but the frame."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._at = [point.at for point in points]
        self._db = [point.db for point in points]

    def apply(self, samples: Samples, start: int) -> Samples:
        """``samples`` (frames, channels), the first of them programme frame ``start``, at their gain; a new array."""
        out = np.empty_like(samples, np.float32)
        at, end = start, start + len(samples)
        while at < end:
            i = bisect_right(self._at, at) - 1
            stop = min(end, self._at[i + 1]) if i + 1 < len(self._at) else end
            here = slice(at - start, stop - start)
            if i < 0 or i + 1 == len(self._at) or self._db[i] == self._db[i + 1]:
                np.multiply(samples[here], np.float32(ratio(self._db[max(i, 0)])), out=out[here])
            else:
                np.multiply(samples[here], self._slope(i, at, stop)[:, None], out=out[here])
            at = stop
        return out

    def _slope(self, i: int, start: int, stop: int) -> Samples:
        slope = (self._db[i + 1] - self._db[i]) / (self._at[i + 1] - self._at[i])
        db = self._db[i] + slope * np.arange(start - self._at[i], stop - self._at[i])
        gain: Samples = np.where(db <= SILENCE_DB, 0.0, np.exp(db * _PER_DB)).astype(np.float32)
        return gain
