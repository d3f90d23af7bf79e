"""The programme on disk between passes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import Cause, MediaError
from segment.media.spool import Spool

FullDisk = Callable[[], AbstractContextManager[None]]

APPENDS_AND_WAITS = """
import sys, time
import numpy as np
from pathlib import Path
from segment.media.spool import Spool
with Spool(Path(sys.argv[1])) as spool:
    spool.append(np.zeros((1000, 2), np.float32))
    print("spooled", flush=True)
    time.sleep(60)
"""

BLOCKS = st.lists(st.tuples(st.integers(0, 7), st.sampled_from([1, 2])), max_size=12)


@settings(deadline=None, max_examples=60)
@given(sizes=BLOCKS, data=st.data())
def test_any_stretch_comes_back_as_it_went_in(
    sizes: list[tuple[int, int]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever blocks of one and two channels are appended, every stretch reads as if all had been stereo."""
    blocks = [np.random.default_rng(index).random(size, dtype=np.float32) for index, size in enumerate(sizes)]
    whole = np.concatenate([np.zeros((0, 2), np.float32), *(np.broadcast_to(block, (len(block), 2)) for block in blocks)])
    with Spool(tmp_path_factory.getbasetemp()) as spool:
        for block in blocks:
            spool.append(block)
        assert spool.frames == len(whole)
        start = data.draw(st.integers(0, len(whole)))
        stop = data.draw(st.integers(start, len(whole)))
        read = spool.read(start, stop)
    assert read.dtype == np.float32
    assert np.array_equal(read, whole[start:stop])


def test_many_threads_read_what_one_would(tmp_path: Path) -> None:
    """Readers on several threads, while more is appended, get the same frames as one alone."""
    ramp = np.arange(200_000, dtype=np.float32).reshape(-1, 1)
    with Spool(tmp_path) as spool, ThreadPoolExecutor(4) as pool:
        spool.append(ramp)
        starts = range(0, 190_000, 1000)
        reads = pool.map(lambda start: (start, spool.read(start, start + 5000)), starts)
        for _ in range(50):
            spool.append(np.zeros((1000, 2), np.float32))
        assert all(np.array_equal(read, np.repeat(ramp[start : start + 5000], 2, axis=1)) for start, read in reads)


def test_frames_that_are_not_there_are_refused(tmp_path: Path) -> None:
    """Reading beyond either end is an error of the caller, not silence."""
    with Spool(tmp_path) as spool:
        spool.append(np.zeros((10, 1), np.float32))
        for start, stop in ((-1, 3), (0, 11), (5, 4)):
            with pytest.raises(ValueError, match="of 10"):
                spool.read(start, stop)


def test_mono_takes_half_the_room(tmp_path: Path) -> None:
    """A second of mono costs 4 bytes a frame on disk, and stereo 8."""
    with Spool(tmp_path) as spool:
        spool.append(np.zeros((1000, 1), np.float32))
        assert spool.size_bytes == 4000
        spool.append(np.zeros((1000, 2), np.float32))
        assert spool.size_bytes == 12000


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX unlinks open files")
def test_the_folder_stays_empty_even_when_killed(tmp_path: Path) -> None:
    """The file has no name while it is used, so neither closing nor kill −9 leaves one."""
    process = subprocess.Popen([sys.executable, "-c", APPENDS_AND_WAITS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "spooled\n"
    process.stdout.close()
    assert list(tmp_path.iterdir()) == []
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_sentence(full_disk: FullDisk, tmp_path: Path) -> None:
    """When the disk is full the error is the machine's, and what was appended before stands."""
    with Spool(tmp_path) as spool:
        with pytest.raises(MediaError, match=r"the disk is full, there is no room left") as caught, full_disk():
            spool.append(np.zeros((1000, 2), np.float32))
        assert caught.value.cause is Cause.MACHINE
        assert spool.frames == 0


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """Opening a spool in a missing folder is a MediaError."""
    with pytest.raises(MediaError, match="does not exist"):
        Spool(tmp_path / "nowhere")
