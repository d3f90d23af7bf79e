"""Gains that move with the sound."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segment.dsp.hops import followed, gated, levels, powers, ridden

HOP_S = 0.001


def test_a_step_is_made_in_the_time_of_attack_and_release() -> None:
    """After one attack time 63.2 % of a step down is made, after one release time 63.2 % of the way back."""
    wanted = np.concatenate((np.full(200, -10.0), np.zeros(400)))
    gains = followed(wanted, HOP_S, 0.010, 0.100)
    assert gains[9] == pytest.approx(-10 * (1 - math.exp(-1)))
    assert gains[199] == pytest.approx(-10, abs=1e-6)
    assert gains[299] == pytest.approx(-10 * math.exp(-1), abs=1e-6)


@given(st.lists(st.floats(-24, 0), min_size=1, max_size=200), st.floats(0.001, 0.1), st.floats(0.02, 1.0))
def test_gains_stay_between_nothing_and_what_is_wanted(wanted: list[float], attack: float, release: float) -> None:
    """A gain never rises over 0 dB, never falls under the deepest that was wanted, and moves no faster than its time allows."""
    gains = followed(np.array(wanted), HOP_S, attack, release)
    assert gains.max() <= 0
    assert gains.min() >= min(wanted)
    steps = np.diff(gains, prepend=0.0)
    assert steps.min() >= min(wanted) * (1 - math.exp(-HOP_S / attack)) - 1e-9
    assert steps.max() <= -min(wanted) * (1 - math.exp(-HOP_S / release)) + 1e-9


def test_a_level_is_the_mean_around_its_boundary() -> None:
    """A level is the mean power of 5 ms before and after, at the edges of what there is, and −120 dB for silence."""
    power = np.array([1.0, 1.0, 1.0, 100.0, 0.0, 0.0, 0.0, 0.0])
    heard = levels(power, 1.0, 0.0025)
    hand = [1.0, 1.0, 103 / 4, 102 / 4, 101 / 4, 100 / 4, 0.0, 0.0, 0.0]
    assert heard == pytest.approx([10 * math.log10(p) if p else -120 for p in hand])


def test_pauses_do_not_count_in_the_level_of_a_line() -> None:
    """A line with as much silence as speech has the level of its speech, but for three blocks that hold some of both."""
    speech, pause = np.full(800, 0.01), np.zeros(800)
    assert gated(np.concatenate((speech, pause)), 0.0025) == pytest.approx(0.01 * (17 + 0.75 + 0.5 + 0.25) / 20)
    assert gated(pause, 0.0025) == 0
    assert gated(np.zeros(0), 0.0025) == 0
    assert gated(np.full(3, 0.01), 0.0025) == pytest.approx(0.01)


def test_power_per_hop_counts_all_channels_and_a_short_last_hop() -> None:
    """Channels are summed, and the rest of a hop at the end has the mean of what is there."""
    samples = np.full((25, 2), 0.5, np.float32)
    assert powers(samples, 10) == pytest.approx([0.5, 0.5, 0.5])


@pytest.mark.parametrize("channels", [1, 2])
def test_a_gain_runs_straight_from_boundary_to_boundary(channels: int) -> None:
    """Between two boundaries the ratio is a straight line that reaches both; there are no steps, and the input is left alone."""
    samples = np.ones((25, channels), np.float32)
    gains = np.array([0.0, -6.0206, 0.0, -20.0])
    made = ridden(samples, gains, 10)
    assert made.shape == samples.shape
    assert made.dtype == np.float32
    hand = np.interp(np.arange(25), [0, 10, 20, 30], [1.0, 0.5, 1.0, 0.1])
    assert made == pytest.approx(np.repeat(hand[:, None], channels, axis=1), abs=1e-5)
    assert (samples == 1).all()
