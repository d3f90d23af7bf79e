"""The limiter's gains."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.limiter import ATTACK_DB_S, RELEASE_DB_S, active, apply, boundary_gains, curve
from segment.dsp.truepeak import true_peak

HOP = 441
HOP_S = 0.01


@settings(deadline=None, max_examples=60)
@given(peaks=st.lists(st.floats(0, 30, width=32), min_size=1, max_size=300), ceiling=st.floats(0.1, 1))
def test_no_hop_ends_over_the_ceiling(peaks: list[float], ceiling: float) -> None:
    """In no hop does the curve rise above what that hop bears, and it is never above 1 nor below 0."""
    hops = np.array(peaks, np.float32)
    gains = boundary_gains(hops, ceiling, HOP_S)
    highest = curve(gains, HOP).reshape(-1, HOP).max(axis=1)
    assert (highest * hops <= ceiling * (1 + 1e-6)).all()
    assert gains.min() > 0
    assert highest.max() <= 1


@settings(deadline=None, max_examples=30)
@given(peaks=st.lists(st.floats(0, 8, width=32), min_size=2, max_size=300))
def test_the_gain_moves_no_faster_than_it_may(peaks: list[float]) -> None:
    """From one boundary to the next the gain falls at most by the attack and rises at most by the release."""
    gains = boundary_gains(np.array(peaks, np.float32), 0.9, HOP_S)
    moves = np.diff(20 * np.log10(gains.astype(float)))
    assert moves.min() >= -ATTACK_DB_S * HOP_S - 1e-4
    assert moves.max() <= RELEASE_DB_S * HOP_S + 1e-4


def test_far_from_hot_spots_nothing_is_touched() -> None:
    """One hop 3 dB over the ceiling: the gain is exactly 1 two hops before it and from 60 ms after it."""
    peaks = np.full(1000, 0.5, np.float32)
    peaks[500] = 0.5 * 10 ** (3 / 20)
    gains = boundary_gains(peaks, 0.5, HOP_S)
    touched = np.flatnonzero(active(gains))
    assert (touched.min(), touched.max()) == (499, 505)
    assert 20 * np.log10(gains[500]) == pytest.approx(-3, abs=1e-4)
    assert (curve(gains, HOP)[: 499 * HOP] == 1).all()


def test_a_long_programme_leaves_no_dust() -> None:
    """After ten hours the gain is still exactly 1 where nothing is hot."""
    peaks = np.zeros(3_600_000, np.float32)
    peaks[-50] = 2
    assert active(boundary_gains(peaks, 1.0, HOP_S)).sum() < 40


def test_limited_noise_keeps_its_true_peak_under_the_ceiling() -> None:
    """Bursts of band-limited noise up to 12 dB over come out at the ceiling and at most 0.02 dB above."""
    rng = np.random.default_rng(4)
    for top in (3000, 15000):
        spectrum = np.fft.rfft(rng.standard_normal(200 * HOP))
        spectrum[round(top * 200 * HOP / 44100) :] = 0
        sound = np.fft.irfft(spectrum)
        sound *= np.repeat(rng.choice([0.2, 1.0, 4.0], 50), 4 * HOP) / np.abs(sound).max()
        line = sound.astype(np.float32)[:, None]
        peaks = np.array([true_peak(line[max(0, at - 20) : at + HOP + 20]) for at in range(0, len(line), HOP)], np.float32)
        out = line * curve(boundary_gains(peaks, 0.8, HOP_S), HOP)[:, None]
        assert -0.5 < 20 * np.log10(true_peak(out) / 0.8) < 0.02


@settings(deadline=None, max_examples=30)
@given(cuts=st.lists(st.integers(0, 20 * HOP), max_size=6))
def test_limiting_in_pieces_is_limiting_the_whole(cuts: list[int]) -> None:
    """Pieces limited by their position are the whole, limited; where nothing is hot they are untouched."""
    peaks = np.zeros(20, np.float32)
    peaks[[3, 15]] = 2
    gains = boundary_gains(peaks, 1.0, HOP_S)
    gains[8:13] = 1
    whole = np.ones((20 * HOP - 7, 2), np.float32)
    pieces = np.split(whole.copy(), sorted(cut for cut in cuts if cut < len(whole)))
    start = 0
    for piece in pieces:
        apply(piece, start, gains, HOP)
        start += len(piece)
    assert np.array_equal(np.concatenate(pieces)[:, 1], curve(gains, HOP)[: len(whole)])
