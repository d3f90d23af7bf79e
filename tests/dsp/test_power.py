"""K-weighted power per hop."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.cascade import filtered
from segment.dsp.kweight import k_weighting
from segment.dsp.power import KPower, k_power, mid_side

RATE = 48000


def noise(seconds: float, channels: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.1, (int(seconds * RATE), channels)).astype(np.float32)


def test_power_is_that_of_left_and_right_filtered_apart() -> None:
    """Mid and side give the same power per hop as filtering both channels, which the standard writes."""
    sound = noise(2.5, 2)
    apart = filtered(k_weighting(RATE), sound).astype(np.float64) ** 2
    assert k_power(sound, RATE) == pytest.approx(apart.sum(axis=1).reshape(-1, 480).mean(axis=1), rel=1e-4)


def test_one_channel_counts_on_both() -> None:
    """A mono signal has the power of the same signal on two channels."""
    sound = noise(1.2, 1)
    assert np.array_equal(k_power(sound, RATE), k_power(np.repeat(sound, 2, axis=1), RATE))


def test_a_side_that_fell_silent_still_rings() -> None:
    """When a stereo passage ends, the rest of its filtered side is measured, not cut off."""
    sound = noise(0.24, 2)
    sound[len(sound) // 2 :] = 0
    whole = k_power(sound, RATE)
    meter = KPower(RATE)
    pieces = [meter.energy(piece, 480) / 480 for piece in np.split(sound, [len(sound) // 2])]
    assert np.concatenate(pieces) == pytest.approx(whole, rel=1e-4, abs=1e-12)
    assert whole[len(whole) // 2] > 1e-6


def test_the_last_hop_is_the_mean_of_what_is_there() -> None:
    """A partial hop at the end has the power of its own frames."""
    tone = np.sin(np.arange(480 * 30 + 240) * 2 * np.pi * 3000 / RATE).astype(np.float32)[:, None]
    powers = k_power(tone, RATE)
    assert len(powers) == 31
    assert powers[-1] == pytest.approx(powers[-2], rel=1e-3)


def test_nothing_has_no_hops() -> None:
    """No frames give no hops."""
    assert k_power(np.zeros((0, 2), np.float32), RATE).shape == (0,)


def test_equal_channels_have_no_side() -> None:
    """Stereo with both channels alike is recognised as mono."""
    sound = np.repeat(noise(0.01, 1), 2, axis=1)
    mid, side = mid_side(sound)
    assert side is None
    assert np.array_equal(mid, sound[:, :1])
