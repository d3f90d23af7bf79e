"""How far a programme has come, counted where its sound passes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from segment.project.gauge import Followed, Gauge
from segment.steps import Step


class _Silence:
    frames, rate = 10_000, 44_100

    def read(self, start: int, stop: int) -> np.ndarray[tuple[int, int], np.dtype[np.int16]]:
        return np.zeros((stop - start, 2), np.int16)

    def floats(self, start: int, stop: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        return np.zeros((stop - start, 2), np.float32)


def test_steps_rise_from_where_the_work_begins_to_where_it_ends() -> None:
    """Blocks that pass are told as fractions of the stage, in order, from its begin to its end, and pass unchanged."""
    told: list[Step] = []
    gauge = Gauge(told.append, "master", "proving", frames=1000, begins=0.8)
    blocks = [np.full((100, 2), n, np.float32) for n in range(10)]
    assert [block[0, 0] for block in gauge.counted(blocks)] == [float(n) for n in range(10)]
    fractions = [step.done for step in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.8, pytest.approx(1.0))


def test_a_long_programme_is_told_a_few_dozen_times() -> None:
    """Ten thousand small blocks are no ten thousand reports."""
    told: list[Step] = []
    for _ in Gauge(told.append, "mix", "", frames=10_000).counted(np.zeros((1, 2), np.float32) for _ in range(10_000)):
        pass
    assert 20 <= len(told) <= 60


def test_readers_in_several_threads_are_counted_together() -> None:
    """Whoever reads the programme, in whatever thread, adds to the same count, and gets what is there."""
    told: list[Step] = []
    followed = Followed(_Silence(), Gauge(told.append, "master", "encoding", frames=10_000))
    with ThreadPoolExecutor(2) as pool:
        sizes = list(pool.map(lambda at: len(followed.read(at, at + 1000)) + len(followed.floats(0, 0)), range(0, 10_000, 1000)))
    assert sizes == [1000] * 10
    assert told[-1].done == pytest.approx(1.0)
    assert (followed.frames, followed.rate) == (10_000, 44_100)


def test_what_the_report_raises_stops_the_reader() -> None:
    """A report that raises ends the work where it counts."""

    def stop(step: Step) -> None:
        if step.done > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(Gauge(stop, "mix", "", frames=10).counted([np.zeros((1, 2), np.float32)] * 10))
