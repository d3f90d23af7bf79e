"""Whole files or none: written under a temporary name in the same folder, then renamed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from segment.errors import Cause, MediaError
from segment.media import refusal
from segment.media.processes import alive

_PART = re.compile(r"\..+\.(\d+)\.segment-part", re.DOTALL)
_NAME_BYTES = 200  # leaves room for the rest of a part's name within the 255 bytes of most file systems

_in_progress: set[Path] = set()
"""Parts that this process is writing now: one of our own number that is not here was left by an earlier process."""


@contextlib.contextmanager
def replace(path: Path) -> Iterator[Path]:
    """Yields a temporary name to write to; on success it becomes ``path`` in one step, on any failure it is removed.

    What stood at ``path`` stays whole until then. Raises MediaError (MACHINE) when the disk is full, the folder is
    missing or may not be written, or nothing was written.
    """
    part = path.parent / _part_name(path.name)
    _in_progress.add(part)
    try:
        yield part
        _settle(part)
        part.replace(path)
        _settle_folder(path.parent)
    except OSError as error:
        if error.filename not in {None, str(part), str(path)}:
            raise  # another file's trouble, and another's to tell
        raise refusal.writing(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
        _in_progress.discard(part)


def put(path: Path, data: bytes) -> None:
    """Writes a file that can be made again: whole or not at all, without waiting for the disk.

    After a power cut it may be there and empty. Several processes, and threads of one, may put the same file. Raises OSError.
    """
    part = path.parent / f".{path.name}.{threading.get_ident()}.{os.getpid()}.segment-part"
    _in_progress.add(part)
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
        _in_progress.discard(part)


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Writes ``parts`` one after the other to ``path`` itself. Raises MediaError (MACHINE) when the disk refuses."""
    try:
        with path.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise refusal.writing(path, error) from error


def make_folder(path: Path) -> None:
    """Makes the folder, and those above it, where they are not there. Raises MediaError (MACHINE)."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal.writing(path, error) from error


def clear_strays(folder: Path) -> None:
    """Removes the parts in ``folder`` that a killed process left; those of running processes, and all else, stay."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        match = _PART.fullmatch(entry.name)
        if match and _abandoned(entry, int(match[1])):
            with contextlib.suppress(OSError):
                entry.unlink()


def sha256(path: Path) -> str:
    """SHA-256 of the file's bytes, hex. Raises MediaError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise refusal.reading(path, error) from error


def read_bytes(path: Path, limit: int) -> bytes:
    """The whole file, at most ``limit`` bytes.

    Raises MediaError: MATERIAL when it is missing, a folder or larger than ``limit``, MACHINE when it may not be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise refusal.reading(path, error) from error
    if len(data) > limit:
        raise MediaError(f"{path} is larger than {limit / 1e6:,.1f} MB.", cause=Cause.MATERIAL)
    return data


def beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file, ``length`` of them or all there are. Raises MediaError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        raise refusal.reading(path, error) from error


def _part_name(name: str) -> str:
    short = os.fsdecode(os.fsencode(name)[:_NAME_BYTES])
    return f".{short}.{os.getpid()}.segment-part"


def _abandoned(part: Path, pid: int) -> bool:
    return part not in _in_progress if pid == os.getpid() else not alive(pid)


def _settle(part: Path) -> None:
    """The bytes reach the disk before the name does, so that a power cut cannot leave an empty file under it."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems refuse, and rename is done by then
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
