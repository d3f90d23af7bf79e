"""What an episode would write whose segments are not all made: they come first, and what they say is not known yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from segment.model.episode import Episode
from segment.model.project import Project
from segment.project import package, texts
from segment.project.copies import copies
from segment.project.episode.places import Place
from segment.project.episode.segments import outdated
from segment.project.intended import Intended
from segment.project.outputs import aside
from segment.project.story import OUT, STORIES


def planned_segments(episode: Episode, place: Place) -> tuple[Intended, ...]:
    """The stories that would be made first, and why."""
    return tuple(
        Intended(path=place.root / STORIES / state.name / OUT, why=_why(state.state, state.changed))
        for state in outdated(episode, place.root).values()
    )


def planned_unknown(episode: Episode, place: Place, project: Project, out: Path, *, rewrite: bool) -> Iterator[Intended]:
    """The episode's own files; their names come from a script that may not be written yet."""
    if not place.script.exists():
        yield Intended(path=place.script, why="new: written from episode.toml")
    elif rewrite:
        yield Intended(path=place.script, why=f"written anew; the one that is there becomes {aside(place.script).name}")
    sounds = (copy.file for copy in copies(project) if copy.use == "podcast")
    for ending in (*sounds, *texts.endings(project), package.RECORD):
        yield Intended(path=out / f"*{ending}", why=f"the episode {episode.title}")


def _why(state: str, changed: tuple[str, ...]) -> str:
    if state == "up to date":
        return "a segment made first: its mix is no longer kept"
    return f"a segment made first: {'changed ' + ', '.join(changed) if changed else state}"
