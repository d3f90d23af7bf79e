"""Clicks that stand alone."""

from __future__ import annotations

import numpy as np

from segment.dsp.clicks import clicks

RATE = 44100


def test_spikes_in_a_room_are_found_to_the_sample() -> None:
    """Every spike is inside a place of less than a millisecond, and there is no place without one."""
    sound = (np.random.default_rng(3).standard_normal(25 * RATE) * 0.001).astype(np.float32)
    at = list(range(RATE // 3, 24 * RATE, RATE // 2))
    for first in at:
        sound[first : first + 3] += 0.2
    found = clicks(sound, RATE)
    assert len(found) == len(at)
    assert all(a <= first and first + 3 <= b < a + RATE // 1000 for first, (a, b) in zip(at, found, strict=True))


def test_rows_of_pulses_and_bursts_are_a_voice() -> None:
    """Pulses a hundredth of a second apart, and a burst that dies away in its breath, are left alone."""
    noise = (np.random.default_rng(3).standard_normal(4 * RATE) * 0.0005).astype(np.float32)
    noise[: 2 * RATE : RATE // 100] += 0.3
    size = round(0.03 * RATE)
    burst = np.random.default_rng(4).standard_normal(size) * np.exp(-np.arange(size) / (0.006 * RATE))
    noise[3 * RATE : 3 * RATE + size] += (0.1 * burst).astype(np.float32)
    inside = [place for place in clicks(noise, RATE) if place[0] < 1.9 * RATE or place[0] > 2.1 * RATE]
    assert inside == []
    assert clicks(np.zeros(RATE, np.float32), RATE) == ()
