"""EBU Tech 3341, loudness cases, synthesised. Not run: 7 and 8 (programme material of the EBU), 11 and 14 (live meters)."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.gating import MOMENTARY, SHORT_TERM, integrated, lufs, sliding
from segment.dsp.power import k_power

INTEGRATED = {
    1: ([(-23, 20)], -23),
    2: ([(-33, 20)], -33),
    3: ([(-36, 10), (-23, 60), (-36, 10)], -23),
    4: ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
    5: ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
}


@pytest.mark.parametrize("case", INTEGRATED)
def test_integrated_loudness(case: int, meter, tones) -> None:
    """Cases 1–5: integrated loudness within 0.1 LU, both gates at work."""
    steps, expected = INTEGRATED[case]
    assert meter(tones(*steps)).integrated_lufs == pytest.approx(expected, abs=0.1)


def test_case_1_and_2_are_steady(meter, tones) -> None:
    """Cases 1 and 2 have the same momentary and short-term maximum as their integrated loudness, within 0.1 LU."""
    for level in (-23, -33):
        figures = meter(tones((level, 20)))
        assert (figures.momentary_max_lufs, figures.short_term_max_lufs) == pytest.approx((level, level), abs=0.1)


def test_case_6_surround_by_the_standards_weights(rate, tones) -> None:
    """Case 6, five channels: powers of our filter, weighed 1, 1, 1, 1.41, 1.41 and gated, give −23 ±0.1 LUFS."""
    channels = ((-28, 1), (-28, 1), (-24, 1), (-30, 1.41), (-30, 1.41))
    # One channel given to k_power counts on both, hence the half.
    powers = sum(weight * k_power(tones((level, 20)), rate) / 2 for level, weight in channels)
    assert integrated(np.asarray(powers)) == pytest.approx(-23, abs=0.1)


def test_case_9_short_term_stands_still(rate, tones) -> None:
    """Case 9: levels that repeat every 3 s read −23 ±0.1 LUFS in every 3 s window."""
    windows = sliding(k_power(tones(*[(-20, 1.34), (-30, 1.66)] * 5), rate), SHORT_TERM, 1)
    assert [lufs(windows.min()), lufs(windows.max())] == pytest.approx([-23, -23], abs=0.1)


def test_case_12_momentary_stands_still(rate, tones) -> None:
    """Case 12: levels that repeat every 400 ms read −23 ±0.1 LUFS in every 400 ms window."""
    windows = sliding(k_power(tones(*[(-20, 0.18), (-30, 0.22)] * 25), rate), MOMENTARY, 1)
    assert [lufs(windows.min()), lufs(windows.max())] == pytest.approx([-23, -23], abs=0.1)


def test_case_10_finds_three_seconds_wherever_they_start(meter, tones) -> None:
    """Case 10: a 3 s tone after i · 150 ms of silence, i = 0…19, has a maximum short-term loudness of −23 ±0.1 LUFS."""
    maxima = [meter(tones((-200, i * 0.15), (-23, 3), (-200, 1))).short_term_max_lufs for i in range(20)]
    assert maxima == pytest.approx([-23] * 20, abs=0.1)


def test_case_13_finds_400_ms_wherever_they_start(meter, tones) -> None:
    """Case 13: a 400 ms tone after i · 20 ms of silence, i = 0…19, has a maximum momentary loudness of −23 ±0.1 LUFS."""
    maxima = [meter(tones((-200, i * 0.02), (-23, 0.4), (-200, 1))).momentary_max_lufs for i in range(20)]
    assert maxima == pytest.approx([-23] * 20, abs=0.1)
