"""One process at a time at one place. The lock is the operating system's: it ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_EVERY_S = 0.1


@contextlib.contextmanager
def alone(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the lock file ``path`` while the block runs; where another process holds it, waits for it.

    ``waiting`` is called again and again meanwhile and may raise, to give up. Where the file system knows no locks, or may not be
    written, the block runs without one.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        yield
        return
    try:
        while not _taken(descriptor):
            waiting()
            time.sleep(_EVERY_S)
        yield
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """False while another holds it; a system that has no locks counts as having given one."""
    try:
        _try(descriptor)
    except OSError as error:
        return error.errno not in _BUSY
    return True
