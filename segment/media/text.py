"""Text files of ours in: UTF-8, with or without a byte order mark."""

from __future__ import annotations

from pathlib import Path

from segment.errors import Cause, MediaError, Where
from segment.media import files


def read(path: Path, limit: int) -> str:
    """The whole text, at most ``limit`` bytes.

    Raises MediaError (MATERIAL) for what is not UTF-8 text, and as ``files.read_bytes`` does.
    """
    data = files.read_bytes(path, limit)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MediaError(
            "This is not UTF-8 text.",
            where=Where(file=str(path), line=line),
            hint="Save it again as plain text in UTF-8.",
            cause=Cause.MATERIAL,
        ) from error
