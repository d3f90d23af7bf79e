"""A failure as a sentence (or JSON) and an exit code; never a traceback for what a user can cause."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path

import click

from segment.cli.terminal import say, say_json
from segment.errors import Cause, SegmentError

_MACHINE = {errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT, errno.EMFILE, errno.EIO}


def _told(error: BaseException) -> tuple[str, str, str, str, int]:
    """Type, message, where, hint and exit code."""
    if isinstance(error, SegmentError):
        return type(error).__name__, error.message, str(error.where or ""), error.hint, error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "Interrupted", "Stopped; what was there before is untouched.", "", "", int(Cause.INTERRUPTED)
    if isinstance(error, click.UsageError):
        hint = f"See {error.ctx.command_path} --help." if error.ctx else ""
        return "UsageError", error.format_message(), "", hint, int(Cause.USAGE)
    if isinstance(error, click.ClickException):
        return "UsageError", error.format_message(), "", "", int(Cause.USAGE)
    if isinstance(error, MemoryError):
        return "MachineError", "There is not enough memory.", "", "", int(Cause.MACHINE)
    if isinstance(error, OSError) and error.errno in _MACHINE:
        return "MachineError", f"{error.strerror}: {error.filename or 'the disk'}.", "", "", int(Cause.MACHINE)
    if isinstance(error, FileNotFoundError) and _is_nowhere():
        return "MachineError", "The folder this was started in is no longer there.", "", "", int(Cause.MACHINE)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = f"{last[0].name}, line {last[0].lineno}" if last else ""
    message = f"A bug in segment: {type(error).__name__}: {error}"
    return "Bug", message, place, "Please report it with what -v prints.", int(Cause.BUG)


def _is_nowhere() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def fail(error: BaseException, *, as_json: bool, verbose: bool) -> int:
    """Tell the user and return the exit code."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    kind, message, where, hint, code = _told(error)
    if as_json:
        failure = {"type": kind, "message": message, "where": where, "hint": hint}
        say_json({"error": failure, "exit_code": code}, indent=None)
        return code
    place = f"{where}: " if where else ""
    say(f"segment: {place}{message}", err=True)
    if hint:
        say(f"  {hint}", err=True)
    if verbose and code == Cause.BUG:
        say("".join(traceback.format_exception(error)), err=True)
    return code
