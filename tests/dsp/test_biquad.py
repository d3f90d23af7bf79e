"""Designs of second-order sections."""

from __future__ import annotations

import pytest

from segment.dsp.biquad import (
    band_pass,
    high_pass,
    high_shelf,
    low_pass,
    low_shelf,
    notch,
    peaking,
    response_db,
)

RATE = 44100


@pytest.mark.parametrize("design", [high_pass, low_pass])
def test_a_butterworth_pass_is_three_decibels_down_at_its_corner(design) -> None:
    """High-pass and low-pass lose 3.01 dB at the corner they are given."""
    assert response_db([design(1000, RATE)], 1000, RATE) == pytest.approx(-3.0103, abs=1e-3)


def test_passes_fall_twelve_decibels_an_octave() -> None:
    """Two octaves beyond the corner, a pass has lost 24 dB; two octaves within, nothing."""
    assert response_db([high_pass(400, RATE)], 100, RATE) == pytest.approx(-24.1, abs=0.2)
    assert response_db([low_pass(400, RATE)], 1600, RATE) == pytest.approx(-24.1, abs=0.3)
    assert response_db([high_pass(400, RATE)], 4000, RATE) == pytest.approx(0, abs=0.01)
    assert response_db([low_pass(400, RATE)], 40, RATE) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("gain_db", [-9.0, -1.5, 4.0, 12.0])
def test_a_peak_has_its_gain_at_its_centre_only(gain_db: float) -> None:
    """A peaking section gives its gain at the centre and none far from it."""
    section = [peaking(2000, RATE, gain_db, 2.0)]
    assert response_db(section, 2000, RATE) == pytest.approx(gain_db, abs=1e-6)
    assert response_db(section, 30, RATE) == pytest.approx(0, abs=0.02)
    assert response_db(section, 21000, RATE) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("gain_db", [-6.0, 3.0])
def test_shelves_have_their_gain_on_their_side_and_half_of_it_at_the_corner(gain_db: float) -> None:
    """A low shelf lifts what is below its corner, a high shelf what is above; at the corner it is half the decibels."""
    low, high = [low_shelf(500, RATE, gain_db)], [high_shelf(500, RATE, gain_db)]
    assert [response_db(low, hz, RATE) for hz in (5, 500, 20000)] == pytest.approx([gain_db, gain_db / 2, 0], abs=0.01)
    assert [response_db(high, hz, RATE) for hz in (5, 500, 20000)] == pytest.approx([0, gain_db / 2, gain_db], abs=0.01)


def test_a_notch_takes_out_its_frequency_and_a_band_pass_leaves_it() -> None:
    """A 50 Hz notch leaves nothing of 50 Hz and 25 Hz whole; a band-pass does the opposite."""
    assert response_db([notch(50, RATE, 10)], 50, RATE) < -100
    assert response_db([notch(50, RATE, 10)], 25, RATE) == pytest.approx(0, abs=0.05)
    assert response_db([band_pass(50, RATE, 10)], 50, RATE) == pytest.approx(0, abs=1e-6)
    assert response_db([band_pass(50, RATE, 10)], 25, RATE) < -20


@pytest.mark.parametrize("hz", [0, -5, 22050, 30000])
def test_a_corner_outside_the_band_is_refused(hz: float) -> None:
    """A corner at or beyond half the sample rate, or not above zero, is a ValueError that names it."""
    with pytest.raises(ValueError, match="does not fit"):
        high_pass(hz, RATE)
