"""What the operating system refused, as a sentence."""

from __future__ import annotations

import errno
import os

from segment.errors import Cause, MediaError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def reading(path: str | os.PathLike[str], error: OSError) -> MediaError:
    """Why ``path`` could not be read: MATERIAL when the file is the trouble, MACHINE when the machine is."""
    name = os.fspath(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return MediaError(f"{name} does not exist.", cause=Cause.MATERIAL)
        case IsADirectoryError():
            return MediaError(f"{name} is a folder, not a file.", cause=Cause.MATERIAL)
        case PermissionError():
            return MediaError(f"{name} may not be read: no permission.", cause=Cause.MACHINE)
        case _:
            return MediaError(f"{name} cannot be read: {_reason(error)}.", cause=Cause.MACHINE)


def writing(path: str | os.PathLike[str], error: OSError, *, needed: int = 0) -> MediaError:
    """Why ``path`` could not be written; ``needed`` is the number of bytes that found no room, 0 when unknown."""
    name = os.fspath(path)
    if error.errno in _FULL:
        room = f"{needed:,} bytes more are needed" if needed else "there is no room left"
        return MediaError(
            f"{name} cannot be written: the disk is full, {room}.",
            hint="Make room there, or write to another folder with -o.",
            cause=Cause.MACHINE,
        )
    match error:
        case FileNotFoundError():
            return MediaError(f"{name} cannot be written: its folder does not exist.", cause=Cause.MACHINE)
        case NotADirectoryError() | FileExistsError():
            return MediaError(f"{name} cannot be written: a file stands where a folder is needed.", cause=Cause.MACHINE)
        case PermissionError():
            return MediaError(f"{name} may not be written: no permission.", cause=Cause.MACHINE)
        case _:
            return MediaError(f"{name} cannot be written: {_reason(error)}.", cause=Cause.MACHINE)


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    return reason[:1].lower() + reason[1:]
