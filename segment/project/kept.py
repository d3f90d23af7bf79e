"""Where a show keeps what can be made again: the shelf of spoken lines."""

from __future__ import annotations

from segment.library.places import store
from segment.model.project import Project
from segment.voice import Shelf

_MEGABYTE = 1_000_000


def shelf(project: Project) -> Shelf | None:
    """The show's shelf, the user's own outside any show; None where the settings leave it no room."""
    limit = project.shelf.megabytes * _MEGABYTE
    return Shelf(store(project.root) / "shelf", limit) if limit else None
