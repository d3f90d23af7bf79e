"""Processes and processors: is one still running, how is one ended with all that it started, and how many may be used?"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TypedDict


class _Apart(TypedDict):
    creationflags: int
    start_new_session: bool


if sys.platform == "win32":
    import ctypes
    import subprocess

    _QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259

    OWN_GROUP: _Apart = {
        "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
        "start_new_session": False,
    }

    def alive(pid: int) -> bool:
        """True while the process runs; there ``os.kill(pid, 0)`` would end it."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return False
        try:
            code = ctypes.c_ulong()
            return bool(kernel.GetExitCodeProcess(handle, ctypes.byref(code))) and code.value == _STILL_ACTIVE
        finally:
            kernel.CloseHandle(handle)

    def end_all(pid: int) -> None:
        """Ends the process and all that it started, where it still runs."""
        if alive(pid):
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(pid)], capture_output=True, check=False)

else:
    OWN_GROUP: _Apart = {"creationflags": 0, "start_new_session": True}
    """How a process is started, for ``subprocess.Popen``, that is to be ended with :func:`end_all`: in a group of its own."""

    def alive(pid: int) -> bool:
        """True while the process runs, ours or another user's."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

    def end_all(pid: int) -> None:
        """Ends the process group that the process was the first of; it outlives that one while another is in it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
