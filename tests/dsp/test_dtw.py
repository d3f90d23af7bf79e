"""Dynamic time warping, against the recurrence written out cell by cell."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.dtw import warp


def cheapest(first: np.ndarray, second: np.ndarray, penalty: float) -> float:
    """The cost of the best path without a band."""
    costs = np.linalg.norm(first[:, None] - second[None], axis=2)
    total = np.full((len(first) + 1, len(second) + 1), np.inf)
    total[0, 0] = 0.0
    for i in range(len(first)):
        for j in range(len(second)):
            alone = min(total[i, j + 1], total[i + 1, j]) + (penalty if i or j else 0.0)
            total[i + 1, j + 1] = costs[i, j] + min(total[i, j], alone)
    return float(total[-1, -1])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 1000), st.sampled_from([0.0, 0.3, 2.0]))
def test_the_path_is_the_cheapest(rows: int, columns: int, seed: int, penalty: float) -> None:
    """With a band that holds everything, the path costs what the recurrence says and makes only single steps."""
    chance = np.random.default_rng(seed)
    first, second = (chance.standard_normal((n, 3)).astype(np.float32) for n in (rows, columns))
    found = warp(first, second, reach=90, penalty=penalty)
    steps = np.stack([np.diff(found.rows), np.diff(found.columns)], axis=1)
    assert (steps >= 0).all()
    assert (steps <= 1).all()
    assert (steps.sum(axis=1) >= 1).all()
    assert (found.rows[0], found.columns[0], found.rows[-1], found.columns[-1]) == (0, 0, rows - 1, columns - 1)
    cost = float(found.costs.sum()) + penalty * int((steps.sum(axis=1) == 1).sum())
    assert cost == pytest.approx(cheapest(first, second, penalty), rel=1e-4, abs=1e-3)


def test_a_stretched_course_is_followed() -> None:
    """Where the second goes through the same course at another pace, the path tells the pace, also in a narrow band."""
    course = np.cumsum(np.random.default_rng(2).standard_normal((300, 5)), axis=0).astype(np.float32)
    pace = np.minimum((np.arange(450) / 1.5).astype(int), 299)
    found = warp(course, course[pace], reach=40, penalty=0.1)
    assert np.abs(pace[found.columns] - found.rows).max() <= 1


@pytest.mark.parametrize(("rows", "columns"), [(400, 20), (20, 400), (1, 50), (50, 1)])
def test_very_unequal_lengths_have_a_path(rows: int, columns: int) -> None:
    """One side many times the other's length still gives a path from corner to corner, whatever the reach."""
    found = warp(np.zeros((rows, 2), np.float32), np.ones((columns, 2), np.float32), reach=1, penalty=0.1)
    assert (found.rows[-1], found.columns[-1]) == (rows - 1, columns - 1)


def test_memory_is_the_bands() -> None:
    """A minute against a minute at 10 ms takes a small part of the whole square's memory."""
    sounds = np.random.default_rng(3).standard_normal((2, 6000, 26)).astype(np.float32)
    tracemalloc.start()
    warp(sounds[0], sounds[1], reach=100, penalty=0.5)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16e6
