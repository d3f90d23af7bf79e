"""A story folder holds everything about one segment: review, script, takes and what was made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.wording import one_of

STORIES = "stories"
SCRIPT = "script.txt"
TAKES = "takes"
OUT = "out"
REVIEWS = ("review.md", "review.txt", "review.json", "review.page.txt")
"""Names a story's review may have; the first that is there is the one."""
SOUND = {".wav", ".flac", ".mp3", ".m4a", ".aac", ".ogg", ".aif", ".aiff"}
"""Endings of recordings."""
_SESSION = re.compile(r"[-_ ]+\d+$")


def role_of(stem: str) -> str:
    """The role that a recording is of, by the stem of its file's name: ``critic-2`` is the critic's second."""
    return _SESSION.sub("", stem.lower())


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

    def takes(self) -> dict[str, tuple[Path, ...]]:
        """Recordings named after a role, by their names: ``takes/critic.wav``, ``takes/critic-2.wav``."""
        folder = self.folder / TAKES
        if not folder.is_dir():
            return {}
        found = sorted(p for p in folder.iterdir() if p.suffix.lower() in SOUND and not p.name.startswith("."))
        found.sort(key=lambda p: [int(n) if n.isdigit() else n for n in re.split(r"(\d+)", p.stem.lower())])
        takes: dict[str, tuple[Path, ...]] = {}
        for path in found:
            role = role_of(path.stem)
            takes[role] = (*takes.get(role, ()), path)
        return takes


def story_of(path: Path, root: str) -> Story | None:
    """The story a review, a script or a folder belongs to; None for a file that is not in a project's stories/.

    Raises ProjectError for a folder that is no story, or has no review in it.
    """
    named, resolved = path.absolute(), path.resolve()
    # A folder that is linked into a show is a story of that show, wherever it lies.
    path = named if _is_in(named, root) else resolved
    if not _is_in(path, root):
        if path.is_dir():
            raise _no_story(path)
        return None
    folder = path if path.is_dir() else path.parent
    if not path.is_dir() and path.name != SCRIPT:
        return Story(folder=folder, review=path)
    for name in REVIEWS:
        if (folder / name).is_file():
            return Story(folder=folder, review=folder / name)
    if path.name == SCRIPT:
        return Story(folder=folder, review=folder / REVIEWS[0])
    raise ProjectError(f"There is no review in {folder.name}.", hint=f"Put one there as {REVIEWS[0]}.", cause=Cause.MATERIAL)


def script_alone(path: Path, root: str) -> Path | None:
    """The script of a story's folder that holds no review: what stands there was written by hand, and is the segment."""
    if not path.is_dir() or not (_is_in(path.absolute(), root) or _is_in(path.resolve(), root)):
        return None
    script = path / SCRIPT
    return script if script.is_file() and not any((path / name).is_file() for name in REVIEWS) else None


def refuse_to_write(asked: Mapping[str, object], script: Path) -> None:
    """Raise ProjectError (USAGE) where something is asked, by its name, that only a review can give to a story's lone script."""
    if given := [name for name, value in asked.items() if value]:
        raise ProjectError(
            f"There is no review in {script.parent.name} to write from: {one_of(given)} can change nothing.",
            hint=f"Its script is made as it stands; a review goes there as {REVIEWS[0]}.",
            where=Where(file=str(script)),
            cause=Cause.USAGE,
        )


def _is_in(path: Path, root: str) -> bool:
    folder = path if path.is_dir() else path.parent
    return bool(root) and folder.parent.resolve() == Path(root).resolve() / STORIES


def _no_story(path: Path) -> ProjectError:
    return ProjectError(
        f"{path.name or path} is a folder, and not a story of a show.",
        hint=f"Name the review in it, or put it into the {STORIES}/ of a show; segment init FOLDER makes a show.",
        cause=Cause.MATERIAL,
    )
