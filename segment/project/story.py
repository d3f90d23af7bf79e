"""A story folder holds everything about one segment: review, script, takes and what was made."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError

STORIES = "stories"
SCRIPT = "script.txt"
TAKES = "takes"
OUT = "out"
_REVIEWS = ("review.md", "review.txt", "review.json", "review.page.txt")
_SOUND = {".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".aif", ".aiff"}


class Story(Struct, frozen=True, kw_only=True):
    """The paths of one story."""

    folder: Path
    review: Path

    @property
    def script(self) -> Path:
        """The on-air script, the edit list."""
        return self.folder / SCRIPT

    @property
    def out(self) -> Path:
        """Where finished files go."""
        return self.folder / OUT

    def takes(self) -> dict[str, Path]:
        """Recordings named after a role: ``takes/critic.wav``."""
        folder = self.folder / TAKES
        if not folder.is_dir():
            return {}
        found = sorted(p for p in folder.iterdir() if p.suffix.lower() in _SOUND and not p.name.startswith("."))
        return {p.stem.lower(): p for p in reversed(found)}


def story_of(path: Path, root: str) -> Story | None:
    """The story a review, a script or a folder belongs to; None when it is not in a project's stories/."""
    if not root:
        return None
    path = path.resolve()
    folder = path if path.is_dir() else path.parent
    if folder.parent != Path(root).resolve() / STORIES:
        return None
    if not path.is_dir() and path.name != SCRIPT:
        return Story(folder=folder, review=path)
    for name in _REVIEWS:
        if (folder / name).is_file():
            return Story(folder=folder, review=folder / name)
    if path.name == SCRIPT:
        return Story(folder=folder, review=folder / _REVIEWS[0])
    raise ProjectError(f"There is no review in {folder.name}.", hint=f"Put one there as {_REVIEWS[0]}.", cause=Cause.MATERIAL)
