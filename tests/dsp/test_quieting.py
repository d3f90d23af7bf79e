"""A steady noise taken down."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.quieting import frame_size, frames_of, power_of, quieted

RATE = 16000


def hiss(frames: int, level: float = 0.01) -> np.ndarray:
    """White noise, (frames,)."""
    return (np.random.default_rng(2).standard_normal(frames) * level).astype(np.float32)


def profile(noise: np.ndarray) -> np.ndarray:
    """Its power in each bin."""
    return power_of(frames_of(noise, frame_size(RATE))).mean(axis=0)


@given(st.integers(1, 6000), st.floats(0.001, 0.5))
@settings(max_examples=20, deadline=None)
def test_without_noise_nothing_is_done(frames: int, level: float) -> None:
    """Frames laid over each other again are the sound, of any length, to the last digit."""
    sound = hiss(frames, level)
    out = sound.copy()
    quieted(out, np.zeros(frame_size(RATE) // 2 + 1, np.float32), 12)
    assert np.abs(out - sound).max() < 1e-6


@pytest.mark.parametrize("deepest_db", [3.0, 12.0])
def test_noise_alone_falls_by_what_is_asked(deepest_db: float) -> None:
    """The same noise, softer, by no more than is allowed."""
    noise = hiss(12 * RATE)
    out = noise.copy()
    quieted(out, profile(noise), deepest_db)
    assert 20 * np.log10(noise.std() / out.std()) == pytest.approx(deepest_db, abs=0.5)


def test_what_stands_out_stays() -> None:
    """A tone 30 dB over the noise keeps its level to within a twentieth of a decibel."""
    noise = hiss(6 * RATE)
    tone = (0.3 * np.sin(2 * np.pi * 1000 * np.arange(noise.size) / RATE)).astype(np.float32)
    out = tone + noise
    quieted(out, profile(noise), 12)
    kept = float(np.dot(out, tone) / np.dot(tone, tone))
    assert abs(20 * np.log10(kept)) < 0.05
