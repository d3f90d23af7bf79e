"""A sound followed through its reference, jumps and strange stretches included."""

from __future__ import annotations

import numpy as np

from segment.dsp.jumping import Costs, followed

COSTS = Costs(stay=0.2, skip=0.2, leave=3.0, ease=2.0, strange=0.5, torn=3.0)


def test_a_reader_who_goes_back_is_followed() -> None:
    """On to the middle, back to the beginning after a pause, through to the end; what is nowhere is told apart."""
    rng = np.random.default_rng(4)
    reference = rng.normal(size=(60, 12)).astype(np.float32)
    strange = 4 * rng.normal(size=(15, 12)).astype(np.float32)
    way = [*range(30), *[-1] * 15, *range(60)]
    rows = np.concatenate([reference[:30], strange, reference]) + 0.05 * rng.normal(size=(105, 12)).astype(np.float32)
    entry = np.full(60, 6, np.float32)
    entry[[0, 40]] = 3
    paused = np.zeros(105, bool)
    paused[[0, 30, 45]] = True
    path, unlike = followed(rows.astype(np.float32), reference, entry, np.ones(60, bool), paused, COSTS)
    assert path.tolist() == way
    assert float(unlike[path >= 0].max()) < 0.2


def test_a_straight_reading_is_the_diagonal() -> None:
    """Slower by half, it never goes back and misses nothing."""
    rng = np.random.default_rng(5)
    reference = rng.normal(size=(50, 12)).astype(np.float32)
    slow = np.repeat(reference, 2, axis=0)[:75]
    flags = np.zeros(75, bool)
    path, _ = followed(slow, reference, np.where(np.arange(50) == 0, 3, 6).astype(np.float32), np.ones(50, bool), flags, COSTS)
    assert np.all(np.diff(path) >= 0)
    assert path.tolist() == [n // 2 for n in range(75)]
