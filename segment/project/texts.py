"""The texts that go beside a finished file, by the format that asks for them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from segment.errors import ProjectError
from segment.model.project import Project
from segment.model.sheet import Sheet
from segment.model.timeline import Timeline
from segment.project import views
from segment.project.job import Job
from segment.publish.chapters import chapters_json
from segment.publish.notes import notes_html, notes_markdown
from segment.publish.spoken_text import transcript_html, transcript_json
from segment.publish.srt import srt
from segment.publish.vtt import vtt
from segment.wording import did_you_mean, one_of

ALL = "all"
ENDINGS = {
    "vtt": (".vtt",),
    "srt": (".srt",),
    "json": (".transcript.json",),
    "html": (".transcript.html",),
    "notes": (".notes.html", ".notes.md"),
}
"""The endings of the files each format makes."""
MEDIA_TYPES = {
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".transcript.json": "application/json",
    ".transcript.html": "text/html",
    ".notes.html": "text/html",
    ".notes.md": "text/markdown",
    ".chapters.json": "application/json+chapters",
}


def endings(project: Project) -> tuple[str, ...]:
    """The endings of the texts a project's builds make, in the order of the table; chapters always."""
    wanted = project.podcast.formats
    made = [ending for name, group in ENDINGS.items() if name in wanted or ALL in wanted for ending in group]
    return (*made, ".chapters.json")


def with_formats(project: Project, formats: Iterable[str]) -> Project:
    """The project with other formats; as it is where none are named. Raises ProjectError for one that there is not."""
    wanted = tuple(formats)
    for name in wanted:
        if name not in {*ENDINGS, ALL}:
            there = f"There is {one_of([*ENDINGS, ALL])}."
            raise ProjectError(f"--formats {name}: there is no such format.", hint=did_you_mean(name, [*ENDINGS, ALL], there))
    return replace(project, podcast=replace(project.podcast, formats=wanted)) if wanted else project


def texts(job: Job, timeline: Timeline, sheet: Sheet) -> dict[str, str]:
    """Each text by its ending."""
    names = views.speakers(job)
    place = job.feed.folder
    addresses = {one.name: f"{place}{job.stem}{one.ending}" for one in job.pictures if place}
    makers = {
        ".vtt": lambda: vtt(timeline, names),
        ".srt": lambda: srt(timeline, names),
        ".transcript.json": lambda: transcript_json(timeline, names),
        ".transcript.html": lambda: transcript_html(timeline, names, title=sheet.title, language=sheet.language),
        ".notes.html": lambda: notes_html(sheet),
        ".notes.md": lambda: notes_markdown(sheet),
        ".chapters.json": lambda: chapters_json(timeline, views.tags(job, timeline), addresses),
    }
    return {ending: makers[ending]() for ending in endings(job.project)}
