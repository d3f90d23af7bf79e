"""EBU Tech 3342, loudness range, cases 1–4 (5 and 6 are programme material of the EBU)."""

from __future__ import annotations

import pytest

CASES = {1: ([-20, -30], 10), 2: ([-20, -15], 5), 3: ([-40, -20], 20), 4: ([-50, -35, -20, -35, -50], 15)}


@pytest.mark.parametrize("case", CASES)
def test_loudness_range(case: int, meter, tones) -> None:
    """Tones of 20 s each have the range of the standard's table within 1 LU."""
    levels, expected = CASES[case]
    assert meter(tones(*((level, 20) for level in levels))).lra_lu == pytest.approx(expected, abs=1)
