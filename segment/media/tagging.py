"""Tags and a cover put into files that have their sound already, and read back, by mutagen. Imported only for such files."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mutagen import MutagenError
from mutagen import flac as mutagen_flac
from mutagen import mp4 as mutagen_mp4
from mutagen import oggopus as mutagen_opus

from segment.errors import MediaError
from segment.media import refusal

_flac: Any = mutagen_flac
_mp4: Any = mutagen_mp4
_opus: Any = mutagen_opus

_FRONT_COVER = 3
_BLOCK = "METADATA_BLOCK_PICTURE"
_NUMBERS = {"trkn"}
"""Items that hold a number and of how many."""
Pairs = Iterable[tuple[str, str]]
Read = tuple[tuple[str, str], ...]
"""Names and texts as they stand in a file."""


def tag_flac(path: Path, comments: Pairs, cover: bytes, cover_type: str) -> None:
    """Writes Vorbis comments and a front cover of ``cover_type`` into a FLAC file. Raises MediaError."""
    with _telling(path):
        file = _flac.FLAC(path)
        if file.tags is None:
            file.add_tags()
        file.tags.clear()
        file.tags.extend(comments)
        if cover:
            file.add_picture(_picture(cover, cover_type))
        file.save(padding=lambda info: 0)


def tag_opus(path: Path, comments: Pairs, cover: bytes, cover_type: str) -> None:
    """Writes Vorbis comments and a front cover into an Ogg Opus file. Raises MediaError."""
    with _telling(path):
        file = _opus.OggOpus(path)
        file.tags.clear()
        file.tags.extend(comments)
        if cover:
            picture = base64.b64encode(_picture(cover, cover_type).write()).decode("ascii")
            file.tags.append((_BLOCK, picture))
        file.save(padding=lambda info: 0)


def tag_mp4(path: Path, items: Pairs, cover: bytes, cover_type: str) -> None:
    """Writes iTunes' items, podcast among them, and a cover into an M4A file. Raises MediaError."""
    with _telling(path):
        file = _mp4.MP4(path)
        if file.tags is None:
            file.add_tags()
        for name, value in items:
            file.tags[name] = [(int(value), 0)] if name in _NUMBERS else [value]
        file.tags["pcst"] = True
        if cover:
            kind = _mp4.MP4Cover.FORMAT_PNG if cover_type == "image/png" else _mp4.MP4Cover.FORMAT_JPEG
            file.tags["covr"] = [_mp4.MP4Cover(cover, imageformat=kind)]
        file.save(padding=lambda info: 0)


def read_flac(path: Path) -> tuple[Read, tuple[tuple[str, bytes], ...]]:
    """The comments of a finished FLAC file, and the media types and bytes of its pictures. Raises MediaError."""
    with _telling(path):
        file = _flac.FLAC(path)
        return _comments(file.tags), tuple((one.mime, one.data) for one in file.pictures)


def read_opus(path: Path) -> tuple[Read, tuple[tuple[str, bytes], ...]]:
    """The comments of a finished Opus file, and its pictures. Raises MediaError."""
    with _telling(path):
        comments = _comments(_opus.OggOpus(path).tags)
        pictures = [_flac.Picture(base64.b64decode(value)) for name, value in comments if name == _BLOCK]
        words = tuple(pair for pair in comments if pair[0] != _BLOCK)
        return words, tuple((one.mime, one.data) for one in pictures)


def read_mp4(path: Path) -> tuple[dict[str, str], bytes, Read]:
    """Items, cover and Nero's chapters (title, seconds) of a finished M4A file. Raises MediaError."""
    with _telling(path):
        file = _mp4.MP4(path)
        tags = dict(file.tags or {})
        cover = bytes(next(iter(tags.pop("covr", ())), b""))
        chapters = tuple((one.title, f"{one.start:.3f}") for one in file.chapters or ())
        return {name: _item(value) for name, value in tags.items()}, cover, chapters


def _comments(tags: Any) -> Read:
    return tuple((str(name).upper(), str(value)) for name, value in tags or ())


def _item(value: Any) -> str:
    first = value[0] if isinstance(value, list) else value
    if isinstance(first, tuple):
        first = first[0]
    return str(int(first)) if isinstance(first, bool) else str(first)


def _picture(cover: bytes, cover_type: str) -> Any:
    picture = _flac.Picture()
    picture.type, picture.mime, picture.data = _FRONT_COVER, cover_type, cover
    return picture


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal.writing(path, error) from error
    except MutagenError as error:
        raise MediaError(f"{path} cannot be tagged: {error}.") from error
