"""Is it sound at all: loud enough, not clipped, not broken off?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs
from segment.voice.gate.heard import Flags, Measured

F32 = NDArray[np.float32]

QUIETEST_RMS = 0.004
"""RMS of the stretches that sound (−48 dBFS)."""
FULL_SCALE = 0.9999
CLIPPED_RUN = 3
"""Neighbouring samples at full scale that make a clip."""
CUT_RATIO, LOUD_CUT_RATIO = 0.02, 0.05
"""Level in the last 10 ms against the whole (−34 dB, −26 dB): speech that is let finish dies away. Between them it may be a
person's breath, or a room."""


def unsound(samples: F32, sound: Measured) -> str:
    """What is wrong with the samples as such, as the end of a sentence about the line; empty when nothing is."""
    if float(np.sqrt(np.mean(np.square(sound.level[sound.loud])))) < QUIETEST_RMS:
        return "it is silent"
    # Nearly always nothing is near full scale, and the first look is enough.
    if max(float(samples.max()), -float(samples.min())) >= FULL_SCALE and longest(np.abs(samples) >= FULL_SCALE) >= CLIPPED_RUN:
        return "it is clipped"
    return ""


def breaks_off(samples: F32, sound: Measured, ratio: float) -> str:
    """What is wrong with its last moment when that is louder than ``ratio`` of the whole; empty when it is not."""
    tail = samples[-max(round(0.01 * sound.rate), 1) :]
    whole = float(np.sqrt(np.dot(samples, samples) / samples.size))
    return "it breaks off" if float(np.sqrt(np.mean(np.square(tail)))) > ratio * whole else ""


def longest(flags: Flags) -> int:
    """The length of the longest row of true flags."""
    return int(np.diff(runs(flags)).max(initial=0))
