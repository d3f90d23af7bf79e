"""Ends other people's programs when we are gone, however that came about: kill −9 leaves us no time to do it ourselves.

A process of ours holds the end of a pipe. Through it come the numbers of programs that have started and ended; when it closes,
nobody is there any more who could end those that still run. (Linux could send a signal at the parent's death, but to the
program alone and not to what that started, and no other system can.)
"""

from __future__ import annotations

import contextlib
import subprocess
import threading
import weakref

from segment.media.children import python
from segment.media.minder_child import ENDED, STARTED
from segment.media.processes import OWN_GROUP


class Minder:
    """Starts with the first program; may be told by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Before a program starts, so that no time is lost between its start and the word of it."""
        with self._lock:
            # Where it cannot be started, or is ended by somebody, all goes on as well, only less safely.
            if self._process is None or self._process.poll() is not None:
                with contextlib.suppress(OSError):
                    self._process = self._launched()

    def started(self, pid: int) -> None:
        """A program runs, first of a process group of its own."""
        self._tell(STARTED, pid)

    def ended(self, pid: int) -> None:
        """It has ended, and its number may be another's."""
        self._tell(ENDED, pid)

    def _tell(self, what: bytes, pid: int) -> None:
        with self._lock, contextlib.suppress(OSError):
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.write(b"%b%d\n" % (what, pid))

    def _launched(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            python("segment.media.minder_child"),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **OWN_GROUP,
        )
        weakref.finalize(self, _dismiss, process)
        return process


def _dismiss(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    process.wait()
