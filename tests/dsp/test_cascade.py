"""Recursive filters run as matrix products."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.biquad import Section, high_pass, high_shelf, peaking
from segment.dsp.cascade import BLOCK, GROUP, Cascade, filtered
from segment.dsp.kweight import k_weighting

RATE = 44100
CHAIN = (high_pass(70, RATE), peaking(250, RATE, -3, 1.2), high_shelf(6000, RATE, 2))


def plain(sections: tuple[Section, ...], line: np.ndarray) -> np.ndarray:
    """The textbook: transposed direct form II, sample by sample, in double precision."""
    out = [float(v) for v in line]
    for b0, b1, b2, a1, a2 in sections:
        s1 = s2 = 0.0
        for i, u in enumerate(out):
            y = b0 * u + s1
            s1 = b1 * u - a1 * y + s2
            s2 = b2 * u - a2 * y
            out[i] = y
    return np.array(out)


@pytest.mark.parametrize(
    ("sections", "rate"),
    [
        (k_weighting(44100), 44100),
        (k_weighting(48000), 48000),
        (k_weighting(192000), 192000),
        ((high_pass(20, RATE),), RATE),
        (CHAIN, RATE),
        ((peaking(1000, RATE, 0.0, 1.0),), RATE),
    ],
    ids=["k 44.1", "k 48", "k 192", "20 Hz", "chain", "does nothing"],
)
def test_blocked_filters_equal_the_plain_loop(sections: tuple[Section, ...], rate: int) -> None:
    """Noise on a heavy DC offset comes out within float32 rounding (−130 dB) of a float64 sample-by-sample filter."""
    line = (np.random.default_rng(1).standard_normal(BLOCK * GROUP * 9 + 77) * 0.2 + 0.5).astype(np.float32)
    assert np.abs(filtered(sections, line[:, None])[:, 0] - plain(sections, line)).max() < 3e-7


@settings(deadline=None, max_examples=30)
@given(cuts=st.lists(st.integers(0, 6000), max_size=12), channels=st.sampled_from([1, 2]))
def test_cuts_do_not_change_what_comes_out(cuts: list[int], channels: int) -> None:
    """However a signal is cut into pieces, the pieces put together are the whole within float32 rounding."""
    whole = np.random.default_rng(2).uniform(-1, 1, (6000, channels)).astype(np.float32)
    cascade = Cascade(CHAIN, channels)
    pieces = [cascade.process(piece) for piece in np.split(whole, sorted(cuts))]
    assert np.abs(np.concatenate(pieces) - filtered(CHAIN, whole)).max() < 1e-6


def test_channels_do_not_hear_each_other() -> None:
    """Each channel of a stereo signal is filtered as if it were alone."""
    both = np.random.default_rng(3).uniform(-1, 1, (5000, 2)).astype(np.float32)
    apart = np.concatenate([filtered(CHAIN, both[:, :1]), filtered(CHAIN, both[:, 1:])], axis=1)
    assert np.array_equal(filtered(CHAIN, both), apart)


def test_a_filter_rings_after_sound_and_comes_to_rest() -> None:
    """A filter at rest is silent, rings right after a sound, and is at rest again within a second of silence."""
    cascade = Cascade(k_weighting(RATE))
    assert not cascade.rings()
    cascade.process(np.ones((100, 1), np.float32))
    assert cascade.rings()
    cascade.process(np.zeros((RATE, 1), np.float32))
    assert not cascade.rings()


def test_a_wrong_number_of_channels_is_refused() -> None:
    """Stereo given to a mono filter is a ValueError, not a mixture."""
    with pytest.raises(ValueError, match="2 channels"):
        Cascade(CHAIN).process(np.zeros((10, 2), np.float32))
