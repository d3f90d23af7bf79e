"""EBU Tech 3341, loudness cases, synthesised. Not run: 7 and 8 (programme material of the EBU), 11 and 14 (live meters)."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.gating import MOMENTARY, SHORT_TERM, lufs, sliding
from segment.dsp.power import k_power
from segment.dsp.surround import FileMeter

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


def test_case_6_five_channels(rate, tones) -> None:
    """Case 6: five channels of their own levels, those at the side counting 1.41 times, read −23 ±0.1 LUFS."""
    meter = FileMeter(rate, 5)
    meter.add(np.concatenate([tones((level, 20)) for level in (-28, -28, -24, -30, -30)], axis=1))
    assert meter.result().integrated_lufs == pytest.approx(-23, abs=0.1)


def test_case_6_in_a_file_of_six_channels(rate, tones) -> None:
    """In 5.1 the same reads the same, whatever the low-frequency channel holds."""
    meter = FileMeter(rate, 6)
    meter.add(np.concatenate([tones((level, 20)) for level in (-28, -28, -24, -10, -30, -30)], axis=1))
    assert meter.result().integrated_lufs == pytest.approx(-23, abs=0.1)


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
