"""A batch over a real scheduler and real workers on this machine, one of them killed."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from segment.errors import SegmentError
from segment.model.batch import Row
from segment.pipeline.batches import batch
from segment.pipeline.cluster import cluster
from tests.cli.conftest import PAGE

SCRIPT = "SLUG: TINY\nTITLE: Tiny\n\nPIECE:\nCRITIC: This is the piece, and it is short.\n"


class Machines:
    """A scheduler and two workers."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        dask = [sys.executable, "-m"]
        quiet = ["--no-dashboard"]
        self.all = [self._start([*dask, "distributed.cli.dask_scheduler", "--host", self.address, *quiet], folder)]
        for _ in range(2):
            place = [self.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder / "dask"), *quiet]
            self.all.append(self._start([*dask, "distributed.cli.dask_worker", *place], folder))

    @staticmethod
    def _start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill_a_worker(self) -> None:
        """Ends one worker as a power cut does."""
        self.all[1].send_signal(signal.SIGKILL)

    def close(self) -> None:
        """Ends them all."""
        for process in reversed(self.all):
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """Two workers that are up."""
    found = Machines(tmp_path)
    try:
        until = time.monotonic() + 90
        while True:
            try:
                with cluster(found.address) as ready:
                    if ready.slots == 2:
                        break
            except SegmentError:
                assert time.monotonic() < until
            time.sleep(0.3)
        yield found
    finally:
        found.close()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_dies_costs_its_story_at_most(machines: Machines, tmp_path: Path) -> None:
    """Stories go to both workers; one is killed at work, and the other makes what it was at, and the rest."""
    show = tmp_path / "show"
    for number in range(6):
        folder = show / "stories" / f"s{number}"
        folder.mkdir(parents=True)
        (folder / "script.txt").write_text(SCRIPT.replace("short", f"number {number}"))
        (folder / "review.md").write_text(PAGE)
    (show / "segment.toml").write_text("")
    seen: list[str] = []

    def report(row: Row, done: int, of: int) -> None:
        seen.append(row.state)
        if done == 1:
            machines.kill_a_worker()

    with cluster(machines.address) as found:
        found.must_share(show)
        done = batch([show], jobs=found.slots, pool=found.pool, report=report)
    assert len(done.rows) == 6
    assert sum(row.state == "made" for row in done.rows) >= 5, done
    assert len(list(show.rglob("tiny.mp3"))) >= 5
    again = batch([show], jobs=1)
    assert all(row.state in {"up to date", "made"} for row in again.rows)


def test_no_scheduler_is_a_sentence() -> None:
    """Where nobody answers, the failure says so within seconds, with exit code 5."""
    with pytest.raises(SegmentError, match="No scheduler answers") as caught, cluster("nonsense://x"):
        pass
    assert caught.value.exit_code == 5
