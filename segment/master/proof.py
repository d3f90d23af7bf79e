"""Proof of a finished file: measure what a reader decodes, and say what to change when it is off its target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.meter import Meter
from segment.model.loudness import Target
from segment.model.master import Proof

GAIN_STEP_DB: Final = 0.05
"""Gains are multiples of this, so that the same programme gets the same gain whatever the last bits of its measurement."""
_MARGIN_DB: Final = 0.1
"""Further down than the excess: a lower ceiling moves the codec's errors, too."""


class Correction(Struct, frozen=True, kw_only=True):
    """What to change before encoding again."""

    gain_db: float
    """To add to the loudness aimed at; a multiple of 0.05."""
    ceiling_db: float
    """To add to the limiter's ceiling, ≤ 0."""


def prove(blocks: Iterable[NDArray[np.float32]], rate: int) -> Proof:
    """Measures decoded blocks, float32 (frames, 1 or 2), one channel meaning the same on both."""
    meter = Meter(rate)
    for block in blocks:
        meter.add(block)
    return Proof(loudness=meter.result(), frames=meter.frames, rate=rate)


def correction(proof: Proof, target: Target) -> Correction | None:
    """None when the proof meets the target: loudness within its tolerance, no peak above its maximum."""
    short_of = target.on_two_channels_lufs - proof.loudness.integrated_lufs
    over = proof.loudness.true_peak_dbtp - target.true_peak_dbtp
    if target.sample_peak_dbfs is not None:
        over = max(over, proof.loudness.sample_peak_dbfs - target.sample_peak_dbfs)
    if abs(short_of) <= target.tolerance_lu and over <= 0:
        return None
    return Correction(gain_db=in_steps(short_of), ceiling_db=-(over + _MARGIN_DB) if over > 0 else 0.0)


def in_steps(gain_db: float) -> float:
    """The nearest multiple of the gain step."""
    return round(round(gain_db / GAIN_STEP_DB) * GAIN_STEP_DB, 2) + 0.0  # never minus zero
