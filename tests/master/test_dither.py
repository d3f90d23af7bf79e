"""Dither."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.master.dither import dither


@settings(deadline=None, max_examples=50)
@given(start=st.integers(0, 10**10), first=st.integers(0, 20_000), second=st.integers(0, 20_000))
def test_noise_belongs_to_its_position(start: int, first: int, second: int) -> None:
    """Two stretches next to each other are the stretch over both."""
    joined = np.concatenate([dither(start, start + first), dither(start + first, start + first + second)])
    assert np.array_equal(joined, dither(start, start + first + second))


def test_noise_is_triangular_and_white() -> None:
    """Over −1…1 with variance 1/6 and no mean, no correlation from sample to sample, and no period of a tile."""
    noise = dither(0, 1 << 19).astype(float)
    assert np.abs(noise).max() <= 1
    assert noise.mean() == pytest.approx(0, abs=0.003)
    assert noise.var() == pytest.approx(1 / 6, rel=0.01)
    for lag in (1, 2, 8192, 16384, 1 << 17):
        assert np.mean(noise[:-lag] * noise[lag:]) * 6 == pytest.approx(0, abs=0.05)


def test_a_tone_under_one_step_survives() -> None:
    """A sine of 0.4 of a 16-bit step, dithered and rounded, keeps its level within 0.5 dB: without dither it would be gone."""
    frames = 1 << 17
    tone = 0.4 * np.sin(2 * np.pi * 1000 / 44100 * np.arange(frames))
    heard = np.rint(tone + dither(0, frames))
    level = 2 * abs(np.mean(heard * np.exp(-2j * np.pi * 1000 / 44100 * np.arange(frames))))
    assert 20 * np.log10(level / 0.4) == pytest.approx(0, abs=0.5)
    assert not np.rint(tone).any()
