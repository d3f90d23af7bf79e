"""Mel-frequency cepstra."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.mfcc import BANDS, hop_frames, mfcc


def noise(seconds: float, rate: int, seed: int = 1) -> np.ndarray:
    """White noise."""
    return (0.1 * np.random.default_rng(seed).standard_normal(round(seconds * rate))).astype(np.float32)


def by_the_book(samples: np.ndarray, rate: int, row: int) -> np.ndarray:
    """One row after Davis and Mermelstein, written out: a sum for every bin, band and coefficient."""
    size, hop = round(0.025 * rate), round(0.01 * rate)
    around = [row * hop - size // 2 + n for n in range(size)]
    frame = np.array([samples[n] if 0 <= n < len(samples) else 0.0 for n in around], float) * np.hamming(size)
    bins = 1 << (size - 1).bit_length()
    power = np.abs(np.fft.fft(frame, bins)[: bins // 2 + 1]) ** 2
    mel = np.linspace(2595 * np.log10(1 + 80 / 700), 2595 * np.log10(1 + min(7600, rate / 2) / 700), BANDS + 2)
    edges = 700 * (10 ** (mel / 2595) - 1)
    out = np.zeros(13)
    for band in range(BANDS):
        low, peak, high = edges[band : band + 3]
        total = 0.0
        for n, p in enumerate(power):
            hertz = n * rate / bins
            total += p * max(min((hertz - low) / (peak - low), (high - hertz) / (high - peak)), 0.0)
        out += np.log(total) * np.cos(np.pi / BANDS * (band + 0.5) * np.arange(13)) * np.sqrt(2 / BANDS)
    return out


@pytest.mark.parametrize("rate", [16000, 22050])
def test_a_row_is_what_the_formula_says(rate: int) -> None:
    """Rows at the edge and in the middle equal the textbook's sums."""
    sound = noise(0.5, rate)
    made = mfcc(sound, rate)
    for row in (0, 1, 20, 49):
        np.testing.assert_allclose(made[row], by_the_book(sound, rate, row), rtol=2e-3, atol=2e-3)


def test_loudness_is_in_the_first_number_alone() -> None:
    """The same sound at half the level differs in the 0th cepstrum and in nothing else."""
    sound = noise(1.0, 22050)
    loud, soft = mfcc(sound, 22050), mfcc(sound * np.float32(0.5), 22050)
    np.testing.assert_allclose(loud[:, 1:], soft[:, 1:], atol=1e-3)
    np.testing.assert_allclose(loud[:, 0] - soft[:, 0], 2 * np.log(2) * np.sqrt(2 * BANDS), atol=1e-3)


@pytest.mark.parametrize("frames", [0, 1, 100, 12345])
def test_any_length_has_its_rows(frames: int) -> None:
    """There is a row for every hop begun, also for nothing and for silence, and all numbers are finite."""
    made = mfcc(np.zeros(frames, np.float32), 22050)
    assert made.shape == (1 + frames // hop_frames(22050), 13)
    assert np.isfinite(made).all()
