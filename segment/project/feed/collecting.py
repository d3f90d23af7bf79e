"""The finished segments and episodes of a show, by what their build records say."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, PublishError, Where
from segment.model.report import Output
from segment.model.sheet import Sheet
from segment.project.episode.places import EPISODES
from segment.project.feed.record import FeedRecord, read
from segment.project.outputs import record_name
from segment.project.scratch import SCRATCH
from segment.project.story import OUT, STORIES

_ENDING = record_name("")
ALTERNATES = {".m4a": "audio/x-m4a", ".opus": "audio/ogg"}
"""Endings of files that a feed offers beside the MP3, and what feeds call them."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A finished file that may enter the feed."""

    name: str
    """Of its files, without endings; also of its page."""
    folder: Path
    record: FeedRecord
    sheet: Sheet
    revision: int = 1
    """How it was last corrected; from 2 on its files are published under other names."""

    def output(self, ending: str) -> Output | None:
        """The file ``NAME`` + ``ending``, as it was made."""
        return next((made for made in self.record.outputs if made.path == f"{self.name}{ending}"), None)

    @property
    def mp3(self) -> Output:
        """The podcast file, which every candidate has."""
        return next(made for made in self.record.outputs if made.path == f"{self.name}.mp3")

    def published(self, made: Output) -> str:
        """The name under which a file of it is published: ``NAME-r2.mp3`` once it was corrected; pictures keep theirs."""
        if self.revision == 1 or made.media_type.startswith("image/"):
            return made.path
        return f"{self.name}-r{self.revision}{made.path.removeprefix(self.name)}"

    def alternates(self) -> tuple[Output, ...]:
        """M4A and Opus files of the same programme: the podcast's lines, and no music that may not be in a podcast."""
        made = {one.name: one for one in self.record.deliverables}
        podcast = made.pop("podcast", None)
        if podcast is None:
            return ()
        lines = [line.id for line in podcast.lines]
        same = [
            name
            for name, one in made.items()
            if [line.id for line in one.lines] == lines and all("podcast" in heard.rights for heard in one.sounds)
        ]
        found = (self.output(f".{name}{ending}") for name in same for ending in ALTERNATES)
        return tuple(output for output in found if output is not None)


def candidates(root: Path) -> tuple[Candidate, ...]:
    """Every made segment and episode of the show with a podcast file, by name; a scratch one only where there is no other of it.

    Raises PublishError where two of them made files of one name.
    """
    found: dict[str, Candidate] = {}
    places = (*root.glob(f"{STORIES}/*/{OUT}/*{_ENDING}"), *root.glob(f"{EPISODES}/*/{OUT}/*{_ENDING}"))
    for path in sorted(places):
        record = read(path)
        name = path.name.removesuffix(_ENDING)
        if record is None or record.sheet is None:
            continue
        one = Candidate(name=name, folder=path.parent, record=record, sheet=record.sheet)
        if one.output(".mp3") is None:
            continue
        if name in found:
            raise PublishError(
                f"Two stories or episodes have made files called {name}.",
                where=Where(file=str(path)),
                hint=f"The other is {found[name].folder}. Give one of them another SLUG, or title.",
            )
        found[name] = one
    return tuple(one for name, one in found.items() if not (name.endswith(SCRATCH) and name.removesuffix(SCRATCH) in found))


def unchanged(one: Candidate, made: Output) -> Path:
    """The path of a file that is as it was made. Raises PublishError for one that is gone or has another size."""
    path = one.folder / made.path
    try:
        size = path.stat().st_size
    except OSError as error:
        raise PublishError(f"{path} is gone.", hint="Make the segment again.", cause=Cause.MATERIAL) from error
    if size != made.bytes:
        raise PublishError(f"{path} was changed since it was made.", hint="Make the segment again.", cause=Cause.MATERIAL)
    return path
