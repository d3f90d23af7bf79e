"""The take lists beside recordings: written where nobody has edited them, obeyed where somebody has.

A list is found by what it is of: all its recordings are among those that are used, by their SHA-256, whatever they are called.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

from msgspec import Struct

from segment.errors import MediaError, SegmentError
from segment.media import files
from segment.media import text as text_file
from segment.model.take_list import TakeList
from segment.project.story import role_of
from segment.voice.take.list_reading import fingerprints, read_list

_NAME: Final = re.compile(r".+\.takes(-\d+)?\.txt")
LIMIT: Final = 2_000_000
"""Bytes of a list."""


class Kept(Struct, frozen=True, kw_only=True):
    """A list in its file."""

    path: Path
    wanted: TakeList
    whole: bool
    """Whether it is of all recordings that are used."""


def kept(role: str, paths: Sequence[Path], hashes: AbstractSet[str]) -> Kept | None:
    """The list of most of the recordings (``hashes``), an edited one before any other; None where there is none.

    Raises VoiceError for one with mistakes: what a person wrote is never passed over.
    """
    found: list[Kept] = []
    for path in _lists(paths):
        text = text_file.read(path, LIMIT)
        of, own = fingerprints(text)
        if of == role and own and set(own) <= hashes:
            wanted = read_list(text, str(path))
            found.append(Kept(path=path, wanted=wanted, whole=set(own) == hashes))
    return max(found, key=lambda one: (one.wanted.edited, len(one.wanted.files)), default=None)


def place(role: str, paths: Sequence[Path]) -> Path:
    """Where a new list goes: beside the first recording, under the first name that is free or has our own, unchanged list."""
    first = paths[0]
    stem = first.stem if role_of(first.stem) == role else f"{first.stem}.{role}"
    number = 1
    while True:
        path = first.with_name(f"{stem}.takes{f'-{number}' if number > 1 else ''}.txt")
        if not path.exists() or _is_ours(path, role):
            return path
        number += 1


def _is_ours(path: Path, role: str) -> bool:
    try:
        wanted = read_list(text_file.read(path, LIMIT), str(path))
    except SegmentError:
        return False
    return wanted.role == role and not wanted.edited


def written(path: Path, text: str) -> bool:
    """Write a list; False where the machine refuses: a segment is not lost over it."""
    try:
        if not (path.is_file() and path.read_bytes() == text.encode()):
            with files.replace(path) as part:
                part.write_bytes(text.encode())
    except (MediaError, OSError):
        return False
    return True


def _lists(paths: Sequence[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(path.parent for path in paths):
        with contextlib.suppress(OSError):
            yield from sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
