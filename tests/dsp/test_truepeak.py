"""True peak between the samples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp import truepeak
from segment.dsp.truepeak import REACH, bounds, hop_peaks, true_peak


def wave(seed: int, top_hz: float, frames: int = 1 << 14) -> np.ndarray:
    """Noise without anything above ``top_hz`` at 44.1 kHz, and silent ends."""
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft(rng.standard_normal(frames))
    spectrum[np.fft.rfftfreq(frames, 1 / 44100) > top_hz] = 0
    line = np.fft.irfft(spectrum) * np.hanning(frames) ** 0.2
    return (line / np.abs(line).max() * 0.7).astype(np.float32)[:, None]


def exactly(signal: np.ndarray) -> float:
    """The highest of 32 points per sample of the periodic band-limited wave through the samples."""
    return float(np.abs(np.fft.irfft(np.fft.rfft(signal[:, 0].astype(float)), 32 * len(signal)) * 32).max())


@pytest.mark.parametrize(("top_hz", "under_db"), [(6000, 0.03), (12000, 0.08), (16000, 0.2), (20000, 0.4)])
def test_peaks_are_those_of_the_wave(top_hz: float, under_db: float) -> None:
    """Against a 32 times oversampled wave: hardly ever over, and under by no more than 4 points a sample allow."""
    for seed in range(10):
        signal = wave(seed, top_hz)
        off = 20 * np.log10(true_peak(signal) / exactly(signal))
        assert -under_db < off < 0.03


def test_samples_themselves_count() -> None:
    """A lone sample is its own true peak, on either channel and of either sign."""
    signal = np.zeros((2000, 2), np.float32)
    signal[777, 1] = -0.8
    assert true_peak(signal) == pytest.approx(0.8)
    assert true_peak(np.zeros((0, 1), np.float32)) == 0


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 10_000),
    hop=st.sampled_from([110, 441, 480]),
    shape=st.sampled_from(["noise", "slips", "bursts", "slow", "steps"]),
    channels=st.sampled_from([1, 2]),
)
def test_no_peak_exceeds_its_bound(seed: int, hop: int, shape: str, channels: int) -> None:
    """The bound of a hop holds for noise, bursts, steps, slow waves and for the signals that overshoot most."""
    rng = np.random.default_rng(seed)
    hops = 6
    frames = hops * hop + 2 * REACH
    signal = rng.uniform(-1, 1, (frames, channels))
    if shape == "slips":  # full scale up and down, slipping once: what a band limit makes of it overshoots most
        signal = np.repeat((-1.0) ** np.arange(frames)[:, None], channels, axis=1)
        signal[rng.integers(0, frames) :] *= -1
    if shape == "bursts":
        signal *= np.repeat(rng.uniform(0, 1, frames // 50 + 1) ** 4, 50)[:frames, None]
    if shape == "slow":
        signal = np.sin(np.arange(frames)[:, None] * rng.uniform(0.001, 0.5) + np.arange(channels))
    if shape == "steps":
        signal = np.repeat(np.repeat(rng.choice([-1.0, 0.0, 1.0], frames // 9 + 1), 9)[:frames, None], channels, axis=1)
    signal = np.ascontiguousarray(signal, np.float32)
    assert (hop_peaks(signal, hop, np.arange(hops)) <= bounds(signal, hop) * (1 + 1e-6)).all()


def test_bounds_are_close_where_waves_are_slow() -> None:
    """For a 200 Hz tone the bound is within 0.02 dB of its amplitude, so that it need not be oversampled."""
    signal = np.sin(2 * np.pi * 200 / 44100 * np.arange(20 * 441 + 2 * REACH)).astype(np.float32)[:, None]
    assert 20 * np.log10(bounds(signal, 441).max()) < 0.02


def test_wanted_hops_alone_are_looked_at() -> None:
    """Peaks of some hops are the same as those among all hops."""
    signal = wave(3, 18000)[: 20 * 441 + 2 * REACH]
    every = hop_peaks(signal, 441, np.arange(20))
    assert np.array_equal(hop_peaks(signal, 441, np.array([2, 3, 19])), every[[2, 3, 19]])


def test_the_worst_case_gain_is_reached() -> None:
    """A signal made of the signs of the kernel reaches GAIN: the bound is as low as it can be."""
    kernel = truepeak._KERNELS[int(np.abs(truepeak._KERNELS).sum(axis=1).argmax())]
    signal = np.zeros((500, 1), np.float32)
    signal[100 : 100 + 2 * REACH, 0] = np.sign(kernel)
    assert true_peak(signal) == pytest.approx(truepeak.GAIN, rel=1e-6)
