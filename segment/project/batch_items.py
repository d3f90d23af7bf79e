"""What a batch makes: stories of a show, pages and scripts of a folder, or what was named."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ProjectError
from segment.project.load import NAME, find_root
from segment.project.stories import folders
from segment.project.story import OUT, STORIES

_PAGES = {".txt", ".md", ".html", ".htm", ".docx"}
_OURS = (".script.txt", ".notes.md", ".notes.html")
"""Endings of finished files that would pass for pages."""


class Item(Struct, frozen=True, kw_only=True):
    """One thing to make."""

    name: str
    path: Path
    """A story's folder, a page or a script."""
    out: Path
    """Where its files go."""
    root: str
    """Folder of its show, or empty."""
    is_story: bool

    def absolute(self) -> Item:
        """The same for a process that was started in another folder."""
        return replace(self, path=self.path.absolute(), out=self.out.absolute())


def items(asked: Iterable[str | Path], out: Path | None = None) -> tuple[Item, ...]:
    """Everything asked for, each once: folders and patterns are looked into.

    The files of a story go to its own out folder, those of a page to ``out``/PAGE (./out without it). Raises ProjectError for
    what is not there, and for a folder with nothing in it to make.
    """
    places: dict[Path, None] = {}
    for one in asked:
        places.update(dict.fromkeys(_found(str(one))))
    stories = {place for place in places if place.is_dir()}
    pages = Counter(place.stem for place in places if place not in stories)
    base = out or Path(OUT)

    def item(place: Path) -> Item:
        root = find_root(place if place in stories else place.parent)
        own = place / OUT if place in stories else base / (place.stem if pages[place.stem] == 1 else place.name)
        return Item(name=place.name, path=place, out=own, root=str(root or ""), is_story=place in stories)

    return tuple(map(item, places))


def _found(asked: str) -> Iterator[Path]:
    path = Path(asked)
    if path.is_dir():
        found = tuple(_inside(path))
        if not found:
            raise ProjectError(
                f"In {path} there is nothing to make.",
                hint="A batch makes the stories of a show, or the pages and scripts (.txt, .md, .html, .docx) in a folder.",
                cause=Cause.MATERIAL,
            )
        yield from found
    elif path.exists():
        yield path
    else:
        matches = sorted(glob.glob(asked, recursive=True)) if glob.has_magic(asked) else []  # noqa: PTH207 - the user's own pattern
        if not matches:
            raise ProjectError(f"There is no {asked}.", cause=Cause.MATERIAL)
        for match in map(Path, matches):
            if match.is_dir():
                yield from _inside(match)
            elif is_material(match):
                yield match


def _inside(folder: Path) -> Iterator[Path]:
    """The stories of a show's folder, of its stories/ or of one of these; else the pages and scripts that lie in a folder."""
    if (folder / NAME).is_file():
        yield from folders(folder)
        return
    root = find_root(folder)
    if root is not None and folder.resolve() == root / STORIES:
        yield from (folder / story.name for story in folders(root))
    elif root is not None and folder.resolve().parent == root / STORIES:
        yield folder
    else:
        yield from sorted(path for path in folder.iterdir() if is_material(path))


def is_material(path: Path) -> bool:
    """Whether a file may be a page or a script, by its name."""
    name = path.name.lower()
    return path.is_file() and path.suffix.lower() in _PAGES and not name.startswith((".", "~")) and not name.endswith(_OURS)
