"""Pops of breath, and what lies below a voice."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.lowest import eased, pops

RATE = 22050
"""A rate that hops of 10 ms do not divide."""


def voice(seconds: float) -> np.ndarray:
    """Harmonics of 150 Hz that come and go, and a quiet room."""
    t = np.arange(round(seconds * RATE)) / RATE
    tones = sum(np.sin(2 * np.pi * 150 * k * t) / k for k in range(1, 9)) * np.clip(np.sin(2 * np.pi * 1.5 * t), 0, None)
    return (0.1 * tones + np.random.default_rng(1).standard_normal(t.size) * 1e-4).astype(np.float32)


@pytest.mark.parametrize("at_s", [3.0, 57.3])
def test_a_pop_is_found_and_eased_where_it_is(at_s: float) -> None:
    """It is found to a few hundredths of a second, also late in a recording; away from it nothing changes at all."""
    sound = voice(60)
    size = round(0.08 * RATE)
    first = round(at_s * RATE)
    wind = 0.4 * np.sin(np.pi * np.arange(size) / size) ** 2 * np.sin(2 * np.pi * 35 * np.arange(size) / RATE)
    dirty = sound.copy()
    dirty[first : first + size] += wind.astype(np.float32)
    found = pops(dirty, RATE)
    assert len(found) == 1
    assert abs(found[0].first * 0.01 - at_s) < 0.06
    out = dirty.copy()
    eased(out, RATE, found, 18)
    near = slice(first, first + size)
    assert np.std(out[near] - sound[near]) < 0.3 * np.std(wind)
    assert np.array_equal(out[: first - RATE // 4], dirty[: first - RATE // 4])
    assert pops(sound, RATE) == ()
