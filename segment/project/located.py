"""What is to be made: a path, a story by its name, or the story this is in."""

from __future__ import annotations

from pathlib import Path

from segment.errors import Cause, ProjectError
from segment.project.load import find_root
from segment.project.story import STORIES
from segment.wording import did_you_mean, quoted


def located(page: Path) -> Path:
    """What was asked to be made: the path itself; of no path, the story this is in; of a story's name, its folder.

    Raises ProjectError for the name of a story that the show around here does not have.
    """
    here = Path.cwd()
    root = find_root(here)
    if root is None or (page.exists() and page != Path()):
        return page
    stories = root / STORIES
    if page == Path():
        inside = next((folder for folder in (here, *here.parents) if folder.parent.resolve() == stories), None)
        if inside is None:
            raise ProjectError("This is not inside a story: name one.", hint=_named(root), cause=Cause.USAGE)
        return inside
    if len(page.parts) == 1 and not page.suffix:
        if (stories / page).is_dir():
            return stories / page
        from segment.project.stories import folders  # only a mistake needs the whole list

        hint = did_you_mean(page.name, [folder.name for folder in folders(root)], _named(root))
        raise ProjectError(f"There is neither a file nor a story called {quoted(page.name)}.", hint=hint, cause=Cause.MATERIAL)
    return page


def _named(root: Path) -> str:
    return f"segment story list shows those in {root / STORIES}."
