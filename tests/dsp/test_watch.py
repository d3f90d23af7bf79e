"""What is found in a file beside its loudness."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.watch import Watch

RATE = 8000


def watched(sound: np.ndarray, block: int = 1000) -> Watch:
    """A watch that has seen all of a sound."""
    watch = Watch(RATE, sound.shape[1])
    for at in range(0, len(sound), block):
        watch.add(sound[at : at + block])
    watch.finish()
    return watch


def test_sums_give_offset_and_correlation() -> None:
    """A constant is its own mean, and the products of two channels are their energies and what they share."""
    left = np.full(RATE, 0.25, np.float32)
    watch = watched(np.stack([left, -2 * left], axis=1))
    assert watch.sums / watch.frames == pytest.approx([0.25, -0.5])
    assert watch.products / watch.frames == pytest.approx(np.array([[0.0625, -0.125], [-0.125, 0.25]]))


def test_only_three_in_a_row_are_clipped() -> None:
    """A single sample at full scale is a peak, two are, three and more are cut off; either sign counts."""
    sound = np.zeros((5000, 2), np.float32)
    sound[100, 0] = 1.0
    sound[200:202, 0] = 1.0
    sound[998:1003, 1] = -1.0  # over the border of two blocks
    sound[4997:, 0] = 32767 / 32768
    assert watched(sound).clipped == 5 + 3


def test_silence_is_found_with_its_ends() -> None:
    """Stretches under −60 dBFS are told by their frames, at the start, across blocks and at the end."""
    sound = np.full((40_000, 1), 0.1, np.float32)
    sound[:8000] = 0.0009
    sound[15_960:24_010] = 0
    sound[39_010:] = 0
    assert watched(sound).silent == [(0, 8000), (16_000, 24_000), (39_040, 40_000)]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 400), st.sampled_from([0.0, 0.0005, 0.5, 1.0])), min_size=1, max_size=12),
    st.integers(1, 700),
)
def test_how_it_is_cut_changes_nothing(steps: list[tuple[int, float]], block: int) -> None:
    """The same sound in blocks of any size has the same figures."""
    sound = np.concatenate([np.full((length, 2), level, np.float32) for length, level in steps])
    one, other = watched(sound, len(sound)), watched(sound, block)
    assert (one.clipped, one.silent, one.frames) == (other.clipped, other.silent, other.frames)
    assert one.sums == pytest.approx(other.sums)
