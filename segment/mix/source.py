"""One sound as the programme plays it: any rate in, a stream at the programme's rate out."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

import numpy as np

from segment.dsp.resample import Resampler
from segment.model.sound import Sound
from segment.units import rescale

if TYPE_CHECKING:
    from segment.model.sound import Samples

_PUSHED = 16384
"""Source frames given to the resampler at once, always at the same places."""
_RUN_UP = 4096
"""Source frames before an offset that fill the resampler's memory, so that it sounds as if played from the beginning."""


class Source:
    """Reads a sound from ``offset`` (frames at the programme's rate) on, in pieces of any length."""

    def __init__(self, sound: Sound, rate: int, offset: int) -> None:
        self.channels = sound.samples.shape[1]
        self._samples = sound.samples
        self._resampler = Resampler(sound.rate, rate, self.channels) if sound.rate != rate else None
        self._ready: list[Samples] = [np.zeros((0, self.channels), np.float32)]
        self._waiting = 0
        # The resampler starts where a source frame and a programme frame coincide.
        common = gcd(sound.rate, rate)
        step, new_step = sound.rate // common, rate // common
        self._next = max((rescale(offset, rate, sound.rate) - _RUN_UP) // step, 0) * step if self._resampler else offset
        self._skip = offset - self._next // step * new_step if self._resampler else 0

    def read(self, frames: int) -> Samples:
        """The next (frames, channels), float32; silence after the end."""
        if self._resampler is None:
            part = self._samples[self._next : self._next + frames]
            self._next += frames
            return _padded(part, frames)
        while self._waiting < frames + self._skip and self._push():
            pass
        joined = np.concatenate(self._ready)
        part = joined[self._skip : self._skip + frames]
        rest = joined[self._skip + frames :]
        self._skip = 0
        self._ready, self._waiting = [rest], len(rest)
        return _padded(part, frames)

    def _push(self) -> bool:
        """Gives the resampler the next source frames; False when there are none."""
        if self._resampler is None or self._next > len(self._samples):
            return False
        part = self._samples[self._next : self._next + _PUSHED]
        made = self._resampler.push(np.ascontiguousarray(part, np.float32)) if len(part) else self._resampler.finish()
        self._next += len(part) if len(part) else 1
        self._ready.append(made)
        self._waiting += len(made)
        return True


def _padded(part: Samples, frames: int) -> Samples:
    if len(part) == frames:
        return part
    return np.concatenate((part, np.zeros((frames - len(part), part.shape[1]), np.float32)))
