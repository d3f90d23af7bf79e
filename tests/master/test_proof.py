"""Proof and correction."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.master.proof import correction, in_steps, prove
from segment.master.targets import TARGETS
from segment.model.loudness import Loudness
from segment.model.master import Proof

PODCAST = TARGETS["podcast"]


def proof(integrated_lufs: float, true_peak_dbtp: float) -> Proof:
    figures = Loudness(
        integrated_lufs=integrated_lufs,
        true_peak_dbtp=true_peak_dbtp,
        lra_lu=4,
        short_term_max_lufs=-14,
        momentary_max_lufs=-12,
        sample_peak_dbfs=true_peak_dbtp,
    )
    return Proof(loudness=figures, frames=1, rate=44100)


def test_within_tolerance_there_is_nothing_to_correct() -> None:
    """−15.91 LUFS and exactly −1.0 dBTP meet −16 ±0.1 and −1."""
    assert correction(proof(-15.91, -1.0), PODCAST) is None


def test_too_quiet_is_made_louder_by_steps() -> None:
    """0.56 LU short asks for 0.55 dB and leaves the ceiling alone."""
    fix = correction(proof(-16.56, -3.0), PODCAST)
    assert fix is not None
    assert (fix.gain_db, fix.ceiling_db) == (0.55, 0.0)


def test_too_high_a_peak_lowers_the_ceiling_by_more_than_the_excess() -> None:
    """0.2 dB over asks for a ceiling 0.3 dB lower, and no change of a right loudness."""
    fix = correction(proof(-16.0, -0.8), PODCAST)
    assert fix is not None
    assert fix.gain_db == 0
    assert fix.ceiling_db == pytest.approx(-0.3)


@settings(deadline=None, max_examples=50)
@given(gain=st.floats(-60, 60))
def test_steps_are_near_and_exact(gain: float) -> None:
    """The nearest step is within half a step, prints with two decimals, and is never minus zero."""
    step = in_steps(gain)
    assert abs(step - gain) <= 0.0251
    assert step == round(step, 2)
    assert str(step) != "-0.0"


def test_a_proof_counts_what_was_decoded() -> None:
    """Frames of all blocks are counted, and the loudness is theirs."""
    tone = (0.1 * np.sin(np.arange(100_001) / 7)).astype(np.float32)[:, None]
    made = prove(iter(np.array_split(tone, 7)), 44100)
    assert (made.frames, made.rate) == (100_001, 44100)
    assert made.loudness.sample_peak_dbfs == pytest.approx(-20, abs=0.01)
