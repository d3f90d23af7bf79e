"""Stretches of neighbours."""

from __future__ import annotations

import numpy as np

from segment.dsp.runs import runs


def test_runs_are_stretches_of_true() -> None:
    """Runs at the start, in the middle and at the end are found with their ends; none give none."""
    assert runs(np.array([True, False, True, True, False, True])).tolist() == [[0, 1], [2, 4], [5, 6]]
    assert runs(np.zeros(3, bool)).shape == (0, 2)
    assert runs(np.zeros(0, bool)).shape == (0, 2)
