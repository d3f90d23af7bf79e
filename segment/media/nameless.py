"""A file without a name: for what need not be in memory now, gone when the process is."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path


def _spool_name(folder: Path) -> Path:
    # The name of a part, so that what an operating system without nameless files leaves is cleared like any other part.
    return folder / f".spool-{threading.get_ident()}-{os.urandom(4).hex()}.{os.getpid()}.segment-part"


if sys.platform == "win32":

    def opened(folder: Path) -> int:
        """A new file in the folder that nobody else can open. Raises OSError."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_BINARY | os.O_TEMPORARY
        return os.open(_spool_name(folder), flags, 0o600)

    def write_at(file: int, data: memoryview, offset: int, seek: threading.Lock) -> int:
        """Writes at a place, and says how many bytes of it. ``seek`` belongs to the file. Raises OSError."""
        with seek:
            os.lseek(file, offset, os.SEEK_SET)
            return os.write(file, data)

    def read_at(file: int, count: int, offset: int, seek: threading.Lock) -> bytes:
        """At most so many bytes from a place. Raises OSError."""
        with seek:
            os.lseek(file, offset, os.SEEK_SET)
            return os.read(file, count)

else:

    def opened(folder: Path) -> int:
        """A new file in the folder that nobody else can open. Raises OSError."""
        name = _spool_name(folder)
        file = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        name.unlink()
        return file

    def write_at(file: int, data: memoryview, offset: int, _seek: threading.Lock) -> int:
        """Writes at a place, and says how many bytes of it. Raises OSError."""
        return os.pwrite(file, data, offset)

    def read_at(file: int, count: int, offset: int, _seek: threading.Lock) -> bytes:
        """At most so many bytes from a place. Raises OSError."""
        return os.pread(file, count, offset)
