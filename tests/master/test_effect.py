"""What limiting does to loudness."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp import limiter
from segment.dsp.meter import hop_frames
from segment.dsp.power import k_power
from segment.master.effect import powers_after

RATE = 44100


def test_powers_are_those_of_the_limited_programme(talk, spool, cut) -> None:
    """Filtering only what changed gives the power of every hop as filtering the whole limited programme does."""
    hop = hop_frames(RATE)
    for block in cut(talk):
        spool.append(block)
    peaks = np.abs(talk[: len(talk) // hop * hop]).reshape(-1, hop * 2).max(axis=1)
    gains = limiter.boundary_gains(peaks, 0.3 * float(peaks.max()), 0.01)
    limited = talk.copy()
    limiter.apply(limited, 0, gains, hop)
    before, wanted = k_power(talk, RATE).astype(np.float32), k_power(limited, RATE)
    after = powers_after(before, gains, hop=hop, frames=len(talk), rate=RATE, spool=spool)
    assert after == pytest.approx(wanted, rel=1e-3, abs=1e-9)
    assert not np.allclose(before, wanted, rtol=0.05)
    assert spool.frames_read < len(talk)


def test_nothing_limited_reads_nothing_back(talk, spool, cut) -> None:
    """Without limiting the powers stay and the spool is left alone."""
    powers = k_power(talk, RATE).astype(np.float32)
    gains = np.ones(len(powers) + 1, np.float32)
    assert np.array_equal(powers_after(powers, gains, hop=441, frames=len(talk), rate=RATE, spool=spool), powers)
    assert spool.frames_read == 0
