"""Where an episode lies: its file, its folder, or its name in the show's episodes/."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.project.load import find_root
from segment.project.story import OUT, SCRIPT, Story
from segment.wording import did_you_mean, quoted

EPISODES = "episodes"
NAME = "episode.toml"


class Place(Struct, frozen=True, kw_only=True):
    """The paths of one episode."""

    file: Path
    """Its episode.toml."""
    root: Path
    """Folder of its show."""

    @property
    def folder(self) -> Path:
        """What belongs to it lies here."""
        return self.file.parent

    @property
    def script(self) -> Path:
        """The links, and where the segments stand: the edit list."""
        return self.folder / SCRIPT

    @property
    def out(self) -> Path:
        """Where its finished files go."""
        return self.folder / OUT

    def takes(self) -> dict[str, tuple[Path, ...]]:
        """Recordings of the links by role, from its takes/, as a story has them."""
        return Story(folder=self.folder, review=self.file).takes()


def place_of(named: Path) -> Place:
    """The episode that a path means; of no path the one this is in. A name is looked for in the show's episodes/.

    Raises ProjectError for what is not there, and outside any show.
    """
    file = _file(named)
    around = find_root(file.parent)
    if around is None:
        raise ProjectError(
            "An episode belongs into a show: there is no segment.toml around it.",
            where=Where(file=str(file)),
            hint=f"segment init FOLDER makes a show; put this into FOLDER/{EPISODES}/NAME/.",
        )
    return Place(file=file, root=around)


def files(root: Path) -> tuple[Path, ...]:
    """Every episode.toml of a show, by the name of its folder."""
    return tuple(sorted((root / EPISODES).glob(f"*/{NAME}")))


def _file(named: Path) -> Path:
    here = Path.cwd()
    if named == Path():
        inside = next((folder for folder in (here, *here.parents) if (folder / NAME).is_file()), None)
        if inside is None:
            raise ProjectError("This is not inside an episode: name one.", hint=_there(here), cause=Cause.USAGE)
        return inside / NAME
    if named.is_file():
        return named
    root = find_root(here)
    tries = [named / NAME]
    if root is not None and len(named.parts) == 1:
        tries.append(root / EPISODES / named / NAME)
    for file in tries:
        if file.is_file():
            return file
    known = [one.parent.name for one in files(root)] if root else []
    hint = did_you_mean(named.name, known, _there(here))
    raise ProjectError(f"There is no episode {quoted(str(named))}.", hint=hint, cause=Cause.MATERIAL)


def _there(here: Path) -> str:
    root = find_root(here)
    names = [one.parent.name for one in files(root)] if root else []
    return f"There is: {', '.join(names)}." if names else f"An episode is a file {EPISODES}/NAME/{NAME} in a show."
