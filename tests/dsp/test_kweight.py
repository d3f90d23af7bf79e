"""The K-weighting filter."""

from __future__ import annotations

import pytest

from segment.dsp.biquad import response_db
from segment.dsp.kweight import k_weighting


def test_at_48_khz_the_coefficients_are_the_printed_ones() -> None:
    """BS.1770-4, Annex 1, tables 1 and 2, to all printed digits."""
    shelf, high_pass = k_weighting(48000)
    assert shelf == pytest.approx(
        (1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585), abs=1e-13
    )
    assert high_pass == pytest.approx((1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621), abs=1e-13)


@pytest.mark.parametrize("rate", [22050, 32000, 44100, 96000, 192000])
def test_other_rates_have_the_same_curve(rate: int) -> None:
    """Up to 3 kHz every rate weighs like 48 kHz within 0.1 dB."""
    for hz in (20, 38, 100, 400, 997, 1700, 3000):
        assert response_db(k_weighting(rate), hz, rate) == pytest.approx(response_db(k_weighting(48000), hz, 48000), abs=0.1)


def test_a_rate_that_cannot_hold_the_filter_is_refused() -> None:
    """Below 4 kHz there is no loudness: a ValueError."""
    with pytest.raises(ValueError, match="2000 Hz"):
        k_weighting(2000)
