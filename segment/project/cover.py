"""The cover image of the files: the show's, else the built-in one."""

from __future__ import annotations

from pathlib import Path

from segment.errors import Cause, ProjectError, Where
from segment.library.places import built_in
from segment.media import files
from segment.model.project import Project
from segment.publish.picture import picture_type

_LIMIT = 10_000_000
"""Bytes of a cover."""


def cover(project: Project) -> bytes:
    """JPEG or PNG bytes.

    Raises ProjectError for a file that is neither, MediaError for one that cannot be read.
    """
    if not project.show.art:
        return (built_in("art") / "cover.png").read_bytes()
    path = Path(project.root) / project.show.art
    data = files.read_bytes(path, _LIMIT)
    if not picture_type(data):
        raise ProjectError(
            "The cover is neither a JPEG nor a PNG image.",
            where=Where(file=str(path)),
            hint="show.art names it.",
            cause=Cause.MATERIAL,
        )
    return data
