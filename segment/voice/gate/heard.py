"""What the gate hears of a sentence, measured once for all its checks, and what it hands on."""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.voice.energy import levels, sounding

F32 = NDArray[np.float32]
Flags = NDArray[np.bool_]

MOMENT_HOPS: Final = 4
"""Level hops of 5 ms in a moment: 20 ms, which hold two periods of the lowest voice."""


class Heard(Struct, frozen=True, kw_only=True):
    """The stretch of a sentence that sounds, in frames."""

    start: int
    end: int
    doubt: str = ""
    """Empty for a good one. Else what looks wrong with it, as the end of a sentence about the line: a comparison with a
    reference must tell."""
    local: bool = False
    """The doubt is about a stretch inside, where the rest may be as it should."""


class Measured(Struct, frozen=True, kw_only=True, eq=False):
    """A sentence's levels."""

    rate: int
    frames: int
    level: F32
    """RMS of each 5 ms."""
    hop: int
    """Frames in one of them."""
    loud: Flags
    """Which of them sound."""
    first: int
    """The first hop that sounds."""
    last: int
    """One past the last."""

    @property
    def start(self) -> int:
        """The first frame that sounds."""
        return self.first * self.hop

    @property
    def end(self) -> int:
        """One past the last."""
        return min(self.last * self.hop, self.frames)


class Moments(Struct, frozen=True, kw_only=True, eq=False):
    """Level and brightness of a sentence, every 20 ms from its first frame on."""

    frames: int
    """Frames in a moment."""
    power: F32
    """Mean square, against that of loud syllables."""
    slope: F32
    """Mean square of the steps from sample to sample, on the same scale: over 1 of the power in a hiss, 0.05 in a vowel."""


def finite(samples: F32) -> bool:
    """Whether all samples are numbers."""
    # A sample that is no number makes the sum of squares none; a loud one alone cannot.
    return bool(np.isfinite(np.dot(samples, samples))) or bool(np.isfinite(samples).all())


def measured(samples: F32, rate: int) -> Measured | None:
    """Mono samples (frames,); None where nothing sounds."""
    level, hop = levels(samples, rate)
    loud = sounding(level)
    if not loud.any():
        return None
    first, last = int(loud.argmax()), int(loud.size - loud[::-1].argmax())
    return Measured(rate=rate, frames=samples.size, level=level, hop=hop, loud=loud, first=first, last=last)


def moments(samples: F32, sound: Measured) -> Moments:
    """The whole moments of the samples that were measured."""
    size = sound.hop * MOMENT_HOPS
    count = samples.size // size
    power = np.square(sound.level[: count * MOMENT_HOPS]).reshape(count, MOMENT_HOPS).mean(axis=1)
    steps = np.empty(count * size, np.float32)
    if count:
        steps[0] = 0.0
        np.subtract(samples[1 : count * size], samples[: count * size - 1], out=steps[1:])
    rows = steps.reshape(count, size)
    slope = np.einsum("ij,ij->i", rows, rows) / np.float32(size)
    # The 95th percentile, without numpy's interpolation, which takes longer than all the rest.
    syllables = float(np.partition(power, count * 95 // 100)[count * 95 // 100]) if count else 0.0
    scale = np.float32(1.0 / max(syllables, 1e-12))
    return Moments(frames=size, power=power * scale, slope=slope * scale)
