"""Whole files or none."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from segment.errors import Cause, MediaError
from segment.media import files

FullDisk = Callable[[], AbstractContextManager[None]]

WRITES_AND_WAITS = """
import sys, time
from pathlib import Path
from segment.media import files
with files.replace(Path(sys.argv[1])) as part:
    part.write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(60)
"""


def strays(folder: Path) -> list[Path]:
    """Parts left in a folder."""
    return sorted(folder.glob(".*.segment-part"))


def writer_of(path: Path) -> subprocess.Popen[str]:
    """Another process, half-way through writing ``path``."""
    process = subprocess.Popen([sys.executable, "-c", WRITES_AND_WAITS, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    process.stdout.close()
    return process


def test_a_finished_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """After the block the new content stands under the name, and nothing else is left in the folder."""
    path = tmp_path / "a show's file.mp3"
    path.write_bytes(b"old")
    with files.replace(path) as part:
        part.write_bytes(b"new")
        assert path.read_bytes() == b"old"
        assert part.parent == tmp_path
        assert part.name == f".a show's file.mp3.{os.getpid()}.segment-part"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_no_part(tmp_path: Path, trouble: type[BaseException]) -> None:
    """Whatever breaks off the writing, Ctrl-C included, the old file stays whole and no part is left."""
    path = tmp_path / "f"
    path.write_bytes(b"old")
    with pytest.raises(trouble), files.replace(path) as part:  # noqa: PT012
        part.write_bytes(b"ne")
        raise trouble
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_long_name_gets_a_part_that_fits(tmp_path: Path) -> None:
    """A name as long as the file system allows can still be written."""
    path = tmp_path / ("é" * 125 + ".mp3")
    with files.replace(path) as part:
        part.write_bytes(b"new")
    assert path.read_bytes() == b"new"


def test_a_full_disk_is_a_sentence_of_the_machine(full_disk: FullDisk, tmp_path: Path) -> None:
    """A disk that is full ends in a MediaError that says so, with the machine as its cause and nothing half-written."""
    with pytest.raises(MediaError, match="the disk is full") as caught, full_disk(), files.replace(tmp_path / "f") as part:
        part.write_bytes(bytes(10000))
    assert caught.value.cause is Cause.MACHINE
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_a_sentence_of_the_machine(tmp_path: Path) -> None:
    """Writing into a folder that is not there names the file and the reason."""
    with pytest.raises(MediaError, match=r"out/f cannot be written: its folder does not exist") as caught:  # noqa: SIM117
        with files.replace(tmp_path / "out" / "f") as part:
            part.write_bytes(b"new")
    assert caught.value.cause is Cause.MACHINE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission_is_a_sentence_of_the_machine(tmp_path: Path) -> None:
    """A folder that may not be written ends in a MediaError with the machine as its cause."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(MediaError, match="no permission") as caught, files.replace(tmp_path / "f") as part:
            part.write_bytes(b"new")
        assert caught.value.cause is Cause.MACHINE
    finally:
        tmp_path.chmod(0o700)


def test_another_files_trouble_is_not_blamed_on_this_one(tmp_path: Path) -> None:
    """An OSError about a different file leaves the block as it is."""
    with pytest.raises(FileNotFoundError), files.replace(tmp_path / "f"):
        (tmp_path / "other").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="kill −9 is POSIX")
def test_a_killed_process_leaves_the_old_file_and_one_part_that_is_cleared(tmp_path: Path) -> None:
    """After kill −9 the old file is whole, and the next clearing takes the part away and nothing else."""
    path = tmp_path / "f.mp3"
    path.write_bytes(b"old")
    bystander = tmp_path / ".f.mp3.segment-part"
    bystander.write_bytes(b"not by our pattern")
    process = writer_of(path)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert path.read_bytes() == b"old"
    assert len(strays(tmp_path)) == 2
    files.clear_strays(tmp_path)
    assert sorted(tmp_path.iterdir()) == [bystander, path]


def test_the_part_of_a_running_process_stays(tmp_path: Path) -> None:
    """Clearing leaves alone what another running process, or this one, is still writing."""
    process = writer_of(tmp_path / "theirs")
    try:
        with files.replace(tmp_path / "ours") as part:
            part.write_bytes(b"half")
            files.clear_strays(tmp_path)
            assert len(strays(tmp_path)) == 2
    finally:
        process.kill()
        process.wait()


def test_a_part_of_an_earlier_process_with_our_number_is_cleared(tmp_path: Path) -> None:
    """Process numbers come round again: a part that bears ours but that we are not writing is a stray."""
    (tmp_path / f".f.{os.getpid()}.segment-part").write_bytes(b"old")
    files.clear_strays(tmp_path)
    assert strays(tmp_path) == []


def test_clearing_a_missing_folder_does_nothing(tmp_path: Path) -> None:
    """A folder that is not there has no strays."""
    files.clear_strays(tmp_path / "nowhere")


def test_sha256_is_that_of_the_bytes(tmp_path: Path) -> None:
    """The sum is what hashlib says of the content."""
    path = tmp_path / "f"
    path.write_bytes(b"some bytes")
    assert files.sha256(path) == hashlib.sha256(b"some bytes").hexdigest()


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    """A file of the limit is read whole; one byte more is refused as too large."""
    path = tmp_path / "f"
    path.write_bytes(bytes(1_000_000))
    assert len(files.read_bytes(path, 1_000_000)) == 1_000_000
    with pytest.raises(MediaError, match=r"is larger than 0\.1 MB") as caught:
        files.read_bytes(path, 100_000)
    assert caught.value.cause is Cause.MATERIAL


def test_what_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    """A missing file and a folder are named, as faults of the material."""
    with pytest.raises(MediaError, match="nowhere does not exist") as missing:
        files.read_bytes(tmp_path / "nowhere", 10)
    with pytest.raises(MediaError, match="is a folder, not a file"):
        files.read_bytes(tmp_path, 10)
    assert missing.value.cause is Cause.MATERIAL


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """A folder that is there already is no trouble; a file in its place is told as the machine's."""
    files.make_folder(tmp_path / "a" / "b")
    files.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("x")
    for taken in (tmp_path / "file", tmp_path / "file" / "b"):
        with pytest.raises(MediaError, match="a file stands where a folder is needed") as caught:
            files.make_folder(taken)
        assert caught.value.cause is Cause.MACHINE
