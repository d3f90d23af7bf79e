"""Sample-rate conversion with exact lengths, over soxr (HQ: flat to 0.91 of the band, aliases below −120 dB)."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from segment.units import rescale

F32 = NDArray[np.float32]

_QUALITY = "HQ"


def resample(samples: F32, rate: int, new_rate: int) -> F32:
    """float32 (frames, channels) at ``rate`` → (round(frames · new_rate / rate), channels) at ``new_rate``, C-contiguous."""
    if rate == new_rate:
        return np.ascontiguousarray(samples, np.float32)
    wanted = rescale(len(samples), rate, new_rate)
    made = soxr.resample(samples, rate, new_rate, quality=_QUALITY) if len(samples) else samples
    return _exactly(made, wanted)


class Resampler:
    """Conversion of a stream; the pieces put together do not depend on where it was cut."""

    def __init__(self, rate: int, new_rate: int, channels: int) -> None:
        self._rate, self._new_rate, self._channels = rate, new_rate, channels
        self._stream = None
        if rate != new_rate:
            self._stream = soxr.ResampleStream(rate, new_rate, channels, dtype="float32", quality=_QUALITY)
        self._taken = 0
        self._given = 0

    def push(self, samples: F32) -> F32:
        """Takes the next (frames, channels); returns what is ready, (any number, channels)."""
        self._taken += len(samples)
        ready = self._stream.resample_chunk(samples) if self._stream else samples
        return self._hand_out(ready, rescale(self._taken, self._rate, self._new_rate) - self._given)

    def finish(self) -> F32:
        """The rest, after which round(taken · new_rate / rate) frames have been handed out in all."""
        left = rescale(self._taken, self._rate, self._new_rate) - self._given
        silence = np.zeros((0, self._channels), np.float32)
        ready = self._stream.resample_chunk(silence, last=True) if self._stream else silence
        self._given += left
        return _exactly(ready, left)

    def _hand_out(self, ready: F32, room: int) -> F32:
        ready = np.ascontiguousarray(ready[:room], np.float32)
        self._given += len(ready)
        return ready


def _exactly(samples: F32, frames: int) -> F32:
    """Cut, or followed by silence, to ``frames``."""
    if len(samples) >= frames:
        return np.ascontiguousarray(samples[:frames], np.float32)
    return np.concatenate((samples, np.zeros((frames - len(samples), samples.shape[1]), np.float32)))
