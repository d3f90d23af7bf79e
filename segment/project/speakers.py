"""The voices of a show at work: with its shelf of spoken lines, and as strict as it says."""

from __future__ import annotations

from collections.abc import Mapping

from segment.library.places import store
from segment.model.project import Project
from segment.model.voice import VoiceProfile
from segment.voice import Shelf, Speaker
from segment.voice.answer import allowed, certain

_MEGABYTE = 1_000_000


def speaker(casting: Mapping[str, VoiceProfile], project: Project, *, accept_doubtful: bool = False) -> Speaker:
    """The voices of a casting, as the show wants them."""
    accept = accept_doubtful or project.speech.doubtful == "accept"
    return Speaker(casting, shelf=shelf(project), judge=allowed if accept else certain)


def shelf(project: Project) -> Shelf | None:
    """The show's shelf, the user's own outside any show; None where the settings leave it no room."""
    limit = project.shelf.megabytes * _MEGABYTE
    return Shelf(store(project.root) / "shelf", limit) if limit else None
