"""Samples filled in from what stands around them."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.filling import filled

RATE = 44100


@pytest.mark.parametrize("frames", [1, 20, 80])
def test_a_gap_in_tones_is_filled_with_the_tones(frames: int) -> None:
    """What was there is restored to within a hundredth of its height."""
    t = np.arange(4000) / RATE
    tones = (0.3 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 1234 * t + 1)).astype(np.float32)
    spoilt = tones.copy()
    spoilt[2000 : 2000 + frames] = 0.9
    assert np.abs(filled(spoilt, 2000, 2000 + frames) - tones[2000 : 2000 + frames]).max() < 0.005


def test_at_the_ends_a_line_must_do() -> None:
    """Where there is too little around, the gap is bridged, and silence stays silence."""
    assert filled(np.zeros(50, np.float32), 0, 10).tolist() == [0.0] * 10
    assert np.abs(filled(np.linspace(0, 1, 60, dtype=np.float32), 50, 60)).max() <= 1.0
