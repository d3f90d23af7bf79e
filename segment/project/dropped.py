"""What a file that came into a watched folder is for: a story to make, a page to make, or nothing."""

from __future__ import annotations

from pathlib import Path

from segment.project.batch_items import Item, is_material
from segment.project.load import find_root
from segment.project.story import OUT, REVIEWS, SCRIPT, SOUND, STORIES, TAKES

_NOT_OURS_TO_LOOK_AT = {OUT, "scripts", "voices", "beds"}
"""Folders of a show whose files are no material of one story."""


def dropped(path: Path, watched: Path, out: Path) -> Item | None:
    """The item to make because of a file; None for what is no material: our own files, a half one, somebody's notes.

    ``out`` is where the files of pages go.
    """
    root = find_root(watched)
    inside = path.resolve().relative_to(watched.resolve()).parts if path.resolve().is_relative_to(watched.resolve()) else ()
    if not inside or any(part.startswith((".", "~")) or part.endswith("~") for part in inside):
        return None
    if path.resolve().is_relative_to(out.resolve()):
        return None
    story = _story(path, root)
    if story is not None:
        if not any((story / name).is_file() for name in (*REVIEWS, SCRIPT)):
            return None
        return (
            Item(name=story.name, path=story, out=story / OUT, root=str(root), is_story=True)
            if _is_of_story(path, story)
            else None
        )
    if root is not None and (inside[0] in _NOT_OURS_TO_LOOK_AT or path.resolve().is_relative_to(root / STORIES)):
        return None
    if OUT in inside[:-1] or TAKES in inside[:-1] or not is_material(path) or path.name in {"README.txt", "README.md"}:
        return None
    return Item(name=path.name, path=path, out=out / path.stem, root=str(root or ""), is_story=False)


def _story(path: Path, root: Path | None) -> Path | None:
    """The story's folder that a file lies in."""
    if root is None:
        return None
    return next((folder for folder in path.absolute().parents if folder.parent.resolve() == root / STORIES), None)


def _is_of_story(path: Path, story: Path) -> bool:
    way = path.absolute().relative_to(story).parts
    if len(way) == 1:
        return way[0] in REVIEWS or way[0] == SCRIPT
    return len(way) == 2 and way[0] == TAKES and path.suffix.lower() in SOUND
