"""The program of the minder's process: hears which programs run, until its input closes, and ends those that are left."""

from __future__ import annotations

import sys

from segment.media.processes import end_all

STARTED, ENDED = b"+", b"-"
"""Before a process's number, one to a line."""


def main() -> None:
    """Reads to the end; then nobody else is there to end them."""
    running: dict[int, None] = {}
    for line in sys.stdin.buffer:
        pid = int(line[1:])
        if line.startswith(STARTED):
            running[pid] = None
        else:
            running.pop(pid, None)
    for pid in running:
        end_all(pid)
