"""The pictures that a script's chapters show: found beside it, put into the files and laid beside them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.media import files
from segment.model.script import Chapter, Script
from segment.publish.picture import picture_type
from segment.wording import quoted

_LIMIT = 2_000_000
"""Bytes; an app loads it while the chapter plays."""
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


class ChapterPicture(Struct, frozen=True, kw_only=True):
    """A picture of one or more chapters."""

    name: str
    """As the script names it."""
    path: Path
    ending: str
    """Of its copy beside the files, such as ``.chapter-1.jpg``."""
    data: bytes


def pictures(script: Script, beside: Path) -> tuple[ChapterPicture, ...]:
    """Each picture once, in the order of the chapters of the podcast.

    Raises ProjectError for one that is missing or no picture, MediaError for one that cannot be read or is too large.
    """
    chapters = (item for item in script.items if isinstance(item, Chapter) and item.image and item.only != "air")
    found = {item.image: beside / item.image for item in chapters}
    return tuple(_read(name, path, number) for number, (name, path) in enumerate(found.items(), 1))


def _read(name: str, path: Path, number: int) -> ChapterPicture:
    if not path.is_file():
        hint = "The path is taken from the script's folder."
        raise ProjectError(f"There is no picture {quoted(name)} for a chapter.", hint=hint, cause=Cause.MISSING)
    data = files.read_bytes(path, _LIMIT)
    ending = _ENDINGS.get(picture_type(data))
    if ending is None:
        raise ProjectError(
            "The picture of a chapter is neither a JPEG nor a PNG image.", where=Where(file=str(path)), cause=Cause.MATERIAL
        )
    return ChapterPicture(name=name, path=path, ending=f".chapter-{number}.{ending}", data=data)
