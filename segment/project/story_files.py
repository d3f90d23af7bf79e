"""Looking at very many small files: plain system calls on names, and what cannot be read counts as not there."""

from __future__ import annotations

import hashlib
import os
import sys

SETTLED_NS = 600 * 10**9
"""A large file is believed unchanged when the system last touched it this long before the build was recorded."""
SMALL = 1_000_000
"""Bytes of a file that is always read again."""

Stamp = tuple[int, int, int]
NOT_THERE: Stamp = (0, 0, 0)


def names(folder: str) -> tuple[str, ...]:
    """What is in a folder, in order; nothing where it is not there."""
    try:
        return tuple(sorted(os.listdir(folder)))
    except OSError:
        return ()


def contents(path: str) -> bytes:
    """The first million bytes of a file; nothing where it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(SMALL) or b""
    except OSError:
        return b""


def stamp(path: str) -> Stamp:
    """Times of the last write and the last change, and size: another one may be another file; zeros where it is not there."""
    try:
        state = os.stat(path)
    except OSError:
        return NOT_THERE
    return state.st_mtime_ns, state.st_ctime_ns, state.st_size


class Glance:
    """One look at one story: each folder is listed, and each file asked for its times, once."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        self._stamps: dict[str, Stamp] = {}

    def names(self, folder: str) -> tuple[str, ...]:
        """As :func:`names`."""
        found = self._names.get(folder)
        if found is None:
            found = self._names[folder] = names(folder)
        return found

    def stamp(self, path: str) -> Stamp:
        """As :func:`stamp`."""
        found = self._stamps.get(path)
        if found is None:
            found = self._stamps[path] = stamp(path)
        return found

    def size(self, path: str) -> int:
        """Bytes of a file, −1 where it is not there."""
        found = self.stamp(path)
        return -1 if found == NOT_THERE else found[2]

    def touched(self, path: str) -> int:
        """When a file was last written, in nanoseconds; 0 where it is not there."""
        return self.stamp(path)[0]


def sha256(path: str, unchanged: str = "", recorded_ns: int = 0) -> str:
    """Hash of a file, empty where it is not there; ``unchanged`` for a large one that nothing touched since long before."""
    try:
        with open(path, "rb", buffering=0) as file:
            state = os.fstat(file.fileno())
            if state.st_size < SMALL:
                return hashlib.sha256(file.read()).hexdigest()
            # Where st_ctime is the time of the last change, nobody can set it: a copy with an old date is told, too.
            if unchanged and sys.platform != "win32" and state.st_ctime_ns < recorded_ns - SETTLED_NS:
                return unchanged
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
