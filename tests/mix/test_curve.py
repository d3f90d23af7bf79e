"""Gain curves: straight lines in dB."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.mix.curve import FLAT, Curve, line, lowest, points, power_in, power_out, swell, total
from segment.units import SILENCE_DB

CORNERS = st.lists(
    st.tuples(st.integers(0, 2000), st.floats(-60, 0)), min_size=1, max_size=6, unique_by=lambda corner: corner[0]
).map(lambda corners: line(*sorted(corners)))
EVERYWHERE = np.arange(-50.0, 2051.0, 0.5)


@settings(deadline=None, max_examples=100)
@given(CORNERS, CORNERS)
def test_the_lowest_of_two_curves_is_nowhere_above_either(one: Curve, other: Curve) -> None:
    """At every point, also between corners, it is the lower of the two."""
    wanted = np.minimum(one.value(EVERYWHERE), other.value(EVERYWHERE))
    assert np.abs(lowest(one, other).value(EVERYWHERE) - wanted).max() < 1e-6


@settings(deadline=None, max_examples=100)
@given(CORNERS, CORNERS)
def test_curves_in_a_row_add_up(one: Curve, other: Curve) -> None:
    """The total is the sum in dB at every point."""
    wanted = one.value(EVERYWHERE) + other.value(EVERYWHERE)
    assert np.abs(total(one, other).value(EVERYWHERE) - wanted).max() < 1e-9


@settings(deadline=None, max_examples=100)
@given(CORNERS, st.integers(0, 900), st.integers(1, 1100))
def test_the_corners_of_a_stretch_draw_the_same_curve(curve: Curve, start: int, length: int) -> None:
    """From the first frame to the last the corners give the curve's own value, in ascending order, at the clear gain."""
    made = points(curve, start, start + length, 3.0)
    at = np.array([p.at for p in made])
    frames = np.arange(start, start + length + 1)
    drawn = np.interp(frames, at, [p.db for p in made])
    assert (np.diff(at) > 0).all()
    assert np.abs(drawn - (curve.value(frames) + 3.0)).max() < 1e-3


def test_a_level_stretch_needs_one_corner() -> None:
    """What never changes is written down once."""
    assert len(points(FLAT, 100, 5000, -5.0)) == 1


def test_nothing_is_silence_whatever_the_clear_gain() -> None:
    """A fade that starts from nothing does so under a bed that is turned up."""
    assert points(swell(0, 800), 0, 2000, 30.0)[0].db == SILENCE_DB


def test_the_halves_of_a_crossfade_keep_the_power() -> None:
    """Their powers add up to one within half a dB all along."""
    at = np.arange(20.0, 781.0)
    power = 10 ** (power_in(0, 800).value(at) / 10) + 10 ** (power_out(0, 800).value(at) / 10)
    assert 10 * np.log10(power) == pytest.approx(np.zeros(len(at)), abs=0.5)
