"""Tags and a cover put into files that have their sound already, by mutagen. Imported only when such a file is made."""

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
Pairs = Iterable[tuple[str, str]]


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
            file.tags.append(("METADATA_BLOCK_PICTURE", picture))
        file.save(padding=lambda info: 0)


def tag_mp4(path: Path, items: Pairs, cover: bytes, cover_type: str) -> None:
    """Writes iTunes' items, podcast among them, and a cover into an M4A file. Raises MediaError."""
    with _telling(path):
        file = _mp4.MP4(path)
        if file.tags is None:
            file.add_tags()
        for name, value in items:
            file.tags[name] = [value]
        file.tags["pcst"] = True
        if cover:
            kind = _mp4.MP4Cover.FORMAT_PNG if cover_type == "image/png" else _mp4.MP4Cover.FORMAT_JPEG
            file.tags["covr"] = [_mp4.MP4Cover(cover, imageformat=kind)]
        file.save(padding=lambda info: 0)


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
