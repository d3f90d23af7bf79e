"""What changing the sampling rate does to sound: nothing that a converter of 20 bits could show."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.resample import resample
from tests.conformance.test_limiter_quality import thd_n_db

RATES = [(22_050, 44_100), (44_100, 48_000), (48_000, 44_100), (24_000, 48_000), (16_000, 44_100)]


def tone(hz: float, rate: int) -> np.ndarray:
    """Four seconds of a sine at half of full scale."""
    return (0.5 * np.sin(2 * np.pi * hz * np.arange(4 * rate) / rate)).astype(np.float32)[:, None]


def level_db(sound: np.ndarray, rate: int) -> float:
    """Of the middle, relative to the tone that went in."""
    return float(20 * np.log10(np.std(sound[rate:-rate].astype(np.float64)) / (0.5 / np.sqrt(2))))


@pytest.mark.parametrize(("rate_in", "rate_out"), RATES)
@pytest.mark.parametrize("hz", [100, 997, 6000])
def test_a_tone_has_no_distortion(hz: float, rate_in: int, rate_out: int) -> None:
    """THD+N is under −120 dB, and the level is the same within 0.001 dB."""
    out = resample(tone(hz, rate_in), rate_in, rate_out)
    assert thd_n_db(out, hz, rate_out) < -120
    assert level_db(out, rate_out) == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize("hz", [22_500, 23_000, 23_900])
def test_what_cannot_be_held_leaves_no_alias(hz: float) -> None:
    """From 48 kHz to 44.1 kHz, tones above half the new rate come out under −120 dB."""
    assert level_db(resample(tone(hz, 48_000), 48_000, 44_100), 44_100) < -120


def test_the_top_of_hearing_stays() -> None:
    """20 kHz loses less than 0.05 dB on the way to 44.1 kHz."""
    assert level_db(resample(tone(20_000, 48_000), 48_000, 44_100), 44_100) == pytest.approx(0, abs=0.05)
