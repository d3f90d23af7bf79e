"""The expander between words."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.expander import expanded

RATE = 16000


def test_what_is_soft_falls_and_what_is_loud_stays() -> None:
    """A word is not touched, from its first sample on; long before and after it the room is down by what is allowed."""
    sound = (np.random.default_rng(2).standard_normal(3 * RATE) * 0.001).astype(np.float32)
    sound[RATE : 2 * RATE] *= 100
    out = sound.copy()
    expanded(out, RATE, below_db=-50, deepest_db=4)
    assert np.abs(out[RATE : 2 * RATE] / sound[RATE : 2 * RATE] - 1).max() < 0.02
    for part in (slice(RATE // 2, RATE * 3 // 4), slice(RATE * 11 // 4, 3 * RATE)):
        assert 20 * np.log10(out[part].std() / sound[part].std()) == pytest.approx(-4, abs=0.3)


def test_long_recordings_have_no_seams() -> None:
    """Pieces of a long recording are one curve: noise at one level comes out at one level."""
    sound = np.full(45 * RATE, 0.001, np.float32)
    expanded(sound, RATE, below_db=-50, deepest_db=4)
    settled = sound[RATE:]
    assert settled.max() / settled.min() < 1.001
