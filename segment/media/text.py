"""Text files of ours in: UTF-8, with or without a byte order mark; UTF-16 where a mark says so, as Notepad and Word write it."""

from __future__ import annotations

import codecs
from pathlib import Path

from segment.errors import Cause, MediaError, Where
from segment.media import files


def read(path: Path, limit: int) -> str:
    """The whole text, at most ``limit`` bytes.

    Raises as :func:`decoded`, and as ``files.read_bytes`` does.
    """
    return decoded(files.read_bytes(path, limit), str(path))


def decoded(data: bytes, name: str) -> str:
    """The text of a file called ``name``. Raises MediaError (MATERIAL) for what is no UTF-8 and no marked UTF-16 text."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MediaError(
            "This is not UTF-8 text.",
            where=Where(file=name, line=line),
            hint="Save it again as plain text in UTF-8.",
            cause=Cause.MATERIAL,
        ) from error
