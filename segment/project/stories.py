"""The stories of a show: listed, and new ones made of a review page."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from segment import review as reading
from segment.errors import ProjectError, Where
from segment.media import files
from segment.model.review import Review
from segment.project.load import find_root
from segment.project.slug import slug
from segment.project.story import STORIES, TAKES
from segment.project.story_index import looked_over
from segment.project.story_state import StoryState
from segment.wording import quoted


class NewStory(Struct, frozen=True, kw_only=True):
    """A story folder that was, or would be, made."""

    folder: Path
    files: tuple[Path, ...]
    """What is in it."""
    review: Review


def root_of(start: Path) -> Path:
    """The show around ``start``. Raises ProjectError where there is none."""
    root = find_root(start)
    if root is None:
        raise ProjectError(
            "There is no show here: stories belong into a folder with a segment.toml.",
            hint="segment init FOLDER makes one.",
            where=Where(file=str(start)),
        )
    return root


def folders(root: Path) -> tuple[Path, ...]:
    """The folders of all stories, by name."""
    stories = root / STORIES
    if not stories.is_dir():
        return ()
    with os.scandir(stories) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    return tuple(stories / name for name in names)


def states(start: Path) -> tuple[StoryState, ...]:
    """Where each story of the show around ``start`` stands. Raises ProjectError where there is no show."""
    root = root_of(start)
    return looked_over(root, folders(root))


def plan_story(review: Review, start: Path, name: str = "") -> NewStory:
    """The folder a new story would have; nothing is written.

    Raises ProjectError where there is no show, for a name that cannot be one, and where such a story is there.
    """
    stories = root_of(start) / STORIES
    if name and (name in {".", ".."} or any(c in "/\\\0\n\r" for c in name) or name.startswith(".")):
        raise ProjectError(f"A story cannot be called {quoted(name)}.", hint="It is the name of a folder.")
    called = name or slug(review.title, reading.to_markdown(review).encode())
    folder = stories / called
    if folder.exists():
        raise ProjectError(
            f"There is a story called {called} already: nothing was written.",
            hint="--name NAME gives the new one another name.",
            where=Where(file=str(folder)),
        )
    return NewStory(folder=folder, files=(folder / "review.md",), review=review)


def new_story(review: Review, start: Path, name: str = "") -> NewStory:
    """Make a story's folder with its review in the structured form, and a place for takes.

    Raises ProjectError as :func:`plan_story` does, MediaError where the machine refuses.
    """
    made = plan_story(review, start, name)
    files.make_folder(made.folder / TAKES)
    for path in made.files:
        with files.replace(path) as part:
            part.write_bytes(reading.to_markdown(review).encode())
    return made
