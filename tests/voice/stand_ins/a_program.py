"""Writes a program in Python that the system can start from any folder."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path


def a_program(path: Path, code: str) -> Path:
    """An executable file at the path that runs the code with this Python.

    The shell stands between, because the first line of a program may hold neither a space nor more than about 250 bytes, and
    the path of this Python may.
    """
    script = path.with_name(f"{path.name}.py")
    script.write_text(code)
    path.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(script))} "$@"\n')
    path.chmod(0o755)
    return path
