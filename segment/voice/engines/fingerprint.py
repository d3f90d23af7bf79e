"""What tells one program and one file from another, on any machine: their content, never where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath

from segment.errors import MediaError, VoiceError
from segment.media import files

_SHOWN = 12
"""Hex digits; enough to tell the files of one shelf apart."""


def of_file(path: Path) -> str:
    """The digest of a file's content. Raises VoiceError when it cannot be read."""
    status = path.stat()
    return _digest(path, status.st_mtime_ns, status.st_size)


def of_command(words: Sequence[str], folder: str) -> str:
    """The words of a command, seen from ``folder``: for each file among them its name and content, of any other path its name."""
    return " ".join(_word(word, folder) for word in words)


def _word(word: str, folder: str) -> str:
    option, equals, value = word.partition("=")
    if equals and option.startswith("-"):
        return f"{option}={_word(value, folder)}"
    name = PurePath(word).name or word
    try:
        path = Path(folder, word)
        return f"{name}:{of_file(path)}" if path.is_file() else name if path.is_absolute() or path.exists() else word
    except (OSError, ValueError):
        return word


@lru_cache(maxsize=64)
def _digest(path: Path, modified_ns: int, size: int) -> str:
    # Time and size are only there to ask again when the file has changed.
    try:
        return files.sha256(path)[:_SHOWN]
    except MediaError as error:
        raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error
