"""The lines of the mains."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.hum import fine, mains

RATE = 8000


def room(seconds: float) -> np.ndarray:
    """White noise at −60 dBFS, (frames,)."""
    return (np.random.default_rng(3).standard_normal(round(seconds * RATE)) * 0.001).astype(np.float32)


@given(st.sampled_from([50.0, 60.0]), st.floats(-0.2, 0.2))
@settings(max_examples=12, deadline=None)
def test_each_line_is_found_where_it_is(base: float, drift: float) -> None:
    """Three lines are found to within a twentieth of a hertz, each with its level."""
    sound = room(20)
    t = np.arange(sound.size) / RATE
    for n in (1, 2, 5):
        sound += (0.01 / n * np.sin(2 * np.pi * (base + drift) * n * t + n)).astype(np.float32)
    spectrum = fine(sound, RATE)
    assert spectrum is not None
    lines = mains(spectrum)
    assert [line.hz for line in lines] == pytest.approx([n * (base + drift) for n in (1, 2, 5)], abs=0.05)
    assert [line.dbfs for line in lines] == pytest.approx([20 * np.log10(0.01 / n / np.sqrt(2)) for n in (1, 2, 5)], abs=1.5)


def test_a_quiet_room_has_none() -> None:
    """Noise alone has no line, and what is too short is not judged."""
    spectrum = fine(room(12), RATE)
    assert spectrum is not None
    assert mains(spectrum) == ()
    assert fine(room(4), RATE) is None
