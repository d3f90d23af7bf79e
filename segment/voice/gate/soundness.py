"""Is it sound at all: loud enough, not clipped, not broken off?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs
from segment.voice.gate.heard import Flags, Measured
from segment.voice.gate.limits import Alone

F32 = NDArray[np.float32]

QUIETEST_RMS = 0.004
"""RMS of the stretches that sound (−48 dBFS)."""
FULL_SCALE = 0.9999
CLIPPED_RUN = 3
"""Neighbouring samples at full scale that make a clip."""


CLIPPED = "it is clipped"


def unsound(samples: F32, sound: Measured, bounds: Alone) -> str:
    """What is wrong with the samples as such, as the end of a sentence about the line; empty when nothing is."""
    if float(np.sqrt(np.mean(np.square(sound.level[sound.loud])))) < QUIETEST_RMS:
        return "it is silent"
    return clipping(samples, bounds)


def clipping(samples: F32, bounds: Alone) -> str:
    """What is wrong with its peaks; empty when nothing is."""
    # Nearly always nothing is near full scale, and the first look is enough.
    if max(float(samples.max()), -float(samples.min())) >= FULL_SCALE and _clipped(samples) > bounds.clipped * samples.size:
        return CLIPPED
    return ""


def _clipped(samples: F32) -> int:
    """Samples at full scale that have neighbours there."""
    lengths = np.diff(runs(np.abs(samples) >= FULL_SCALE))
    return int(lengths[lengths >= CLIPPED_RUN].sum())


def ending(samples: F32, sound: Measured) -> float:
    """Level in the last 10 ms against the whole."""
    tail = samples[-max(round(0.01 * sound.rate), 1) :]
    whole = float(np.dot(sound.level, sound.level)) / sound.level.size
    return float(np.sqrt(np.dot(tail, tail) / tail.size / max(whole, 1e-20)))


def breaks_off(ratio: float, bounds: Alone) -> str:
    """What is wrong with its last moment; empty when nothing is."""
    return "it breaks off" if ratio > bounds.cut_ratio else ""


def longest(flags: Flags) -> int:
    """The length of the longest row of true flags."""
    return int(np.diff(runs(flags)).max(initial=0))
