"""EBU Tech 3341, true-peak cases 15–23, synthesised; tolerance +0.2/−0.4 dB."""

from __future__ import annotations

import numpy as np
import pytest

SINES = {15: (4, 0.5, 0.0, -6), 16: (4, 0.5, 45.0, -6), 17: (6, 0.5, 60.0, -6), 18: (8, 0.5, 67.5, -6), 19: (4, 1.41, 45.0, 3)}


def assert_reads(dbtp: float, expected: float) -> None:
    assert -0.4 <= dbtp - expected <= 0.2


@pytest.mark.parametrize("case", SINES)
def test_sines_between_the_samples(case: int, peak, rate) -> None:
    """Cases 15–19: a sine at a fraction of the sample rate whose crests fall between samples reads its amplitude."""
    divisor, amplitude, degrees, expected = SINES[case]
    at = np.arange(rate)
    fade = np.minimum(1, np.minimum(at, at[::-1]) / (rate / 100))  # no click at the ends, which would have peaks of its own
    sine = amplitude * fade * np.sin(2 * np.pi * at / divisor + np.deg2rad(degrees))
    assert_reads(peak(sine.astype(np.float32)[:, None]), expected)


@pytest.fixture(scope="module")
def one_louder_period(rate: int) -> np.ndarray:
    """At four times the rate: a sine of a sixth of the rate at 0.5, one period of it replaced by a quarter of the rate at 1.0."""
    fine = 4 * rate
    at = np.arange(fine)
    signal = 0.5 * np.sin(2 * np.pi * at / 24)  # rate / 6 at four times the rate
    start = (fine // 2 // 24) * 24
    signal[start : start + 16] = np.sin(2 * np.pi * np.arange(16) / 16)  # one period of rate / 4
    signal = np.concatenate([signal[: start + 16], signal[start + 24 :]])
    fade = np.minimum(1, np.minimum(np.arange(len(signal)), np.arange(len(signal))[::-1]) / (fine / 100))
    spectrum = np.fft.rfft(signal * fade)
    hz = np.fft.rfftfreq(len(signal), 1 / fine)
    spectrum *= np.clip((rate / 2 - hz) / (rate * 0.02), 0, 1)
    return np.fft.irfft(spectrum, len(signal))


@pytest.mark.parametrize("offset", range(4))
def test_a_louder_period_is_found_at_any_offset(offset: int, peak, one_louder_period) -> None:
    """Cases 20–23: the peak of one louder period reads 0 dBTP whichever of four places the samples fall on."""
    assert_reads(peak(one_louder_period[offset::4].astype(np.float32)[:, None]), 0)
