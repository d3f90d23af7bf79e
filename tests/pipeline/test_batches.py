"""How a batch deals its work out, with executors that die, fail and stop."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from segment.model.batch import Row
from segment.pipeline import batches
from segment.pipeline.batches import batch
from segment.pipeline.piecework import Task, failed
from segment.pipeline.pool import processes


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show of six stories that nobody has written."""
    (tmp_path / "segment.toml").write_text("")
    for number in range(6):
        (tmp_path / "stories" / f"s{number}").mkdir(parents=True)
    return tmp_path


def instead(task: Task) -> Row:
    """Stands in for making a story."""
    return Row(name=task.item.name, state="made")


class Dying(Executor):
    """Breaks whenever it meets the story s3, as a pool of processes does when one of them is killed."""

    def __init__(self) -> None:
        self.broken = False

    def submit(self, fn: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        """Runs at once."""
        if self.broken:
            raise BrokenProcessPool
        future: Future[Any] = Future()
        if arguments[0].item.name == "s3":
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(instead(arguments[0]))
        return future


def test_a_process_that_dies_costs_its_story_alone(show: Path) -> None:
    """The story whose process dies, twice, fails with a sentence; all others are made, in the order asked for."""
    done = batch([show], jobs=2, pool=lambda jobs: Dying())
    assert [(row.name, row.state) for row in done.rows] == [(f"s{n}", "failed" if n == 3 else "made") for n in range(6)]
    assert (done.exit_code, "ended from outside" in done.rows[3].message) == (5, True)


def test_to_raise_from_progress_stops_the_batch(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is told of a row may stop the batch; what has not begun never begins."""
    begun = []

    def making(task: Task) -> Row:
        begun.append(task.item.name)
        return instead(task)

    def stop(row: Row, done: int, of: int) -> None:
        assert (done, of) == (1, 6)
        raise KeyboardInterrupt

    monkeypatch.setattr(batches, "make_one", making)
    with pytest.raises(KeyboardInterrupt):
        batch([show], jobs=1, report=stop)
    assert begun == ["s0"]
    with pytest.raises(KeyboardInterrupt):
        batch([show], jobs=1, report=stop, pool=ThreadPoolExecutor)
    assert len(begun) < 6


def test_any_executor_will_do(show: Path) -> None:
    """Threads do as well as processes: each story without a review fails with its own sentence."""
    done = batch([show], pool=ThreadPoolExecutor, jobs=2)
    assert {row.exit_code for row in done.rows} == {1}
    assert all("no review" in row.message for row in done.rows)


@pytest.mark.slow
def test_a_real_process_killed() -> None:
    """A process of the pool that ends breaks it, as the executor above does; each process keeps to a processor of its own."""
    with processes(1) as pool, pytest.raises(BrokenProcessPool):
        pool.submit(os._exit, 9).result()
    allowed = os.sched_getaffinity(0)
    with processes(len(allowed)) as pool:
        assert all(len(place) == 1 for place in pool.map(os.sched_getaffinity, [0] * 8))


def test_a_bug_is_a_row(show: Path) -> None:
    """What nobody expected is told as a bug of ours, with exit code 70, and stops nothing."""
    (item, _), *_rest = batches.plan_batch([show])
    assert failed(item, ValueError("x")).exit_code == 70
    assert failed(item, PermissionError(13, "Permission denied", "there")).exit_code == 5
