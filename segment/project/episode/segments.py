"""The segments of an episode as they were made: their records, what is kept of their mixes, what is told of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from segment.errors import Cause, ProjectError, PublishError, SegmentError
from segment.model.episode import Episode, EpisodeSegment
from segment.model.project import Project
from segment.model.sheet import Sheet
from segment.model.timeline import Timeline
from segment.project.episode.inlay import cut, evened
from segment.project.episode.opening import opening_lines
from segment.project.episode.places import Place
from segment.project.kept_mix import Parts, kept_parts
from segment.project.outputs import record_at, record_name
from segment.project.story import OUT, STORIES
from segment.project.story_state import Looking, StoryState
from segment.script.kinds import kind, words
from segment.wording import one_of

Make = Callable[[Path, int, int], object]
"""Makes the segment of a story's folder; which one of how many it is, from 0."""
What = Literal["story", "audio", "slot", "placeholder"]


class MadeSegment(Struct, frozen=True, kw_only=True, eq=False):
    """A segment as it goes into an episode."""

    asked: EpisodeSegment
    what: What
    title: str
    """The work's, or as episode.toml has it."""
    chapter: str
    """``Film: Rust and Bone``; empty for a slot."""
    record: Path | None = None
    """Of a story: its build record."""
    sheet: Sheet | None = None
    intro: tuple[str, ...] = ()
    """What the host says before it by its own script, as lines of a script."""
    piece: Timeline | None = None
    """Of a story: what is heard of its podcast file, from frame 0."""

    @property
    def name(self) -> str:
        """What the script calls it."""
        return self.asked.name

    @property
    def by(self) -> str:
        """Who wrote it, or made it; empty where nobody is named."""
        if self.sheet is None:
            return self.asked.by
        return next((one.name for one in self.sheet.people if one.role == "author"), "")


def what(asked: EpisodeSegment) -> What:
    """What an episode has there."""
    if asked.placeholder:
        return "placeholder"
    return "story" if asked.story else "audio" if asked.audio else "slot"


def states(episode: Episode, root: Path) -> dict[str, StoryState]:
    """Where each story of an episode stands, by its name in the episode; a story that is not there is not among them."""
    looking = Looking(str(root))
    found = {}
    for one in episode.segments:
        folder = root / STORIES / one.story
        if one.story and not one.placeholder and folder.is_dir():
            found[one.name] = looking.state(os.fspath(folder), one.story)
    return found


def make_missing(episode: Episode, root: Path, make: Make) -> tuple[str, ...]:
    """Make every story that is not made from what is there now, or whose mix is no longer kept; the names of those made.

    One that fails does not keep the others from it. Raises then, after the last, one error that names all that failed, with the
    highest of their exit codes.
    """
    made: list[str] = []
    failed: list[tuple[str, SegmentError]] = []
    todo = outdated(episode, root)
    for number, (name, state) in enumerate(todo.items()):
        try:
            make(root / STORIES / state.name, number, len(todo))
            made.append(name)
        except SegmentError as error:
            failed.append((name, error))
    if failed:
        raise _failure(failed, made)
    return tuple(made)


def outdated(episode: Episode, root: Path) -> dict[str, StoryState]:
    """The stories that have to be made first, by their names in the episode: not made, changed since, or their mixes gone."""

    def is_there(state: StoryState) -> bool:
        record = _record(root / STORIES / state.name, state)
        return state.state == "up to date" and kept_parts(record, str(root), "podcast") is not None

    return {name: state for name, state in states(episode, root).items() if not is_there(state)}


def made_length_s(place: Place) -> float | None:
    """Seconds of the episode that was made last; None where there is none."""
    records = sorted(place.out.glob(f"*{record_name('')}"), key=lambda path: path.stat().st_mtime)
    record = record_at(records[-1]) if records else None
    return next((one.duration_s for one in record.deliverables if one.name == "podcast"), None) if record else None


def _failure(failed: list[tuple[str, SegmentError]], made: list[str]) -> ProjectError:
    worst = max((error for _, error in failed), key=lambda error: error.cause)
    kept = f"The others are made and kept: {_all(made)}." if made else ""
    if len(failed) == 1:
        hint = f"{worst.hint} {kept}".strip()
        return ProjectError(
            f"The segment {failed[0][0]} failed: {worst.message}", where=worst.where, hint=hint, cause=worst.cause
        )
    told = "".join(f"\n  {name}: {' '.join(str(error).split())}" for name, error in failed)
    return ProjectError(f"{len(failed)} segments failed:{told}", hint=kept, cause=worst.cause)


def _all(names: Sequence[str]) -> str:
    return one_of(names).replace(" or ", " and ")


def made_segments(episode: Episode, project: Project) -> tuple[MadeSegment, ...]:
    """Every segment as it goes in; nothing is made.

    Raises PublishError (GATE) for those that are SCRATCH, ProjectError (MISSING) for a story that is not made, or whose mix has
    gone.
    """
    root = Path(project.root)
    known = states(episode, root)
    scratch = [name for name, state in known.items() if state.scratch]
    if scratch:
        raise PublishError(
            f"An episode takes no SCRATCH segments: in {_all(scratch)} a synthetic voice stands in for a person of the show.",
            hint='Record the take, say synthetic = "allowed" of the role, or placeholder = true of the segment.',
            cause=Cause.GATE,
        )
    return tuple(_made(one, known.get(one.name), project) for one in episode.segments)


def _made(asked: EpisodeSegment, state: StoryState | None, project: Project) -> MadeSegment:
    kind_of = what(asked)
    if kind_of != "story" or state is None:
        title = asked.title or (asked.story or Path(asked.audio).stem).replace("-", " ").capitalize()
        return MadeSegment(asked=asked, what=kind_of, title=title, chapter="" if asked.slot else title)
    folder = Path(project.root) / STORIES / asked.story
    record, parts = _kept(folder, state, project, "podcast")
    told = record_at(record)
    sheet = told.sheet if told else None
    title = asked.title or (sheet.title if sheet else asked.story)
    return MadeSegment(
        asked=asked,
        what=kind_of,
        title=title,
        chapter="" if asked.slot else asked.title or _chapter(title, sheet, project.show.language),
        record=record,
        sheet=sheet,
        intro=opening_lines(folder, project) if asked.parts == "piece" else (),
        piece=evened(cut(parts.timeline, asked.parts)),
    )


def _kept(folder: Path, state: StoryState, project: Project, use: str) -> tuple[Path, Parts]:
    if not state.made:
        raise ProjectError(f"{state.name} is not made.", hint=f"segment make {STORIES}/{state.name}", cause=Cause.MISSING)
    record = _record(folder, state)
    parts = kept_parts(record, project.root, use)
    if parts is None:
        raise _gone(state.name, project)
    return record, parts


def parts_of(one: MadeSegment, project: Project, use: Literal["podcast", "air"]) -> Parts:
    """What is kept of a story's deliverable. Raises ProjectError (MISSING) where it has gone since."""
    parts = kept_parts(one.record, project.root, use) if one.record else None
    if parts is None:
        raise _gone(one.asked.story, project)
    return parts


def _gone(story: str, project: Project) -> ProjectError:
    hint = "Make it again." if project.shelf.megabytes else "With shelf.megabytes = 0 nothing is kept: give it some room."
    return ProjectError(f"The mix of {story} is not kept, or not all of it.", hint=hint, cause=Cause.MISSING)


def _record(folder: Path, state: StoryState) -> Path:
    return folder / OUT / record_name(state.made[-1]) if state.made else folder / OUT / record_name(state.name)


def _chapter(title: str, sheet: Sheet | None, language: str) -> str:
    """``Film: Rust and Bone``, in the language of the show."""
    noun = words(kind(sheet.kind), language).noun if sheet and sheet.kind else ""
    if not noun:
        return title
    return f"{noun[:1].upper()}{noun[1:]}{' : ' if language.lower().startswith('fr') else ': '}{title}"


def records(made: tuple[MadeSegment, ...]) -> Iterator[tuple[str, Path]]:
    """Role and path of the record of each story, as inputs of the episode."""
    for one in made:
        if one.record is not None:
            yield f"segment:{one.name}", one.record
