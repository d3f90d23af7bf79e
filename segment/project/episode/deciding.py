"""Everything one episode needs, gathered: names, voices, where the files go, and what went in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from segment.errors import ProjectError, Where
from segment.library.assets import built_in_assets
from segment.model.episode import Episode
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.report import Input
from segment.project import chapter_pictures, inputs, pronunciations
from segment.project.casting import Casting, cast
from segment.project.drafts import Draft
from segment.project.episode import links
from segment.project.episode.people import roles
from segment.project.episode.places import Place
from segment.project.episode.segments import MadeSegment, records
from segment.project.episode.told import Told
from segment.project.feed.place import FeedPlace, feed_place
from segment.project.job import Also, Job
from segment.project.load import NAME
from segment.project.scratch import SCRATCH
from segment.project.script_notes import script_notes, wanted
from segment.project.slug import slug
from segment.wording import did_you_mean


class EpisodeBuild(Struct, frozen=True, kw_only=True):
    """An episode as the user asked for it."""

    place: Place
    episode: Episode
    project: Project
    made: tuple[MadeSegment, ...]
    draft: Draft
    takes: dict[str, tuple[Path, ...]]
    voices: dict[str, str]
    """Voice profiles by role, chosen for this build."""
    out: Path
    force: bool
    findings: tuple[Finding, ...] = ()
    """Notes on a script that was written now."""
    templates: tuple[str, ...] = ()
    """Names of the templates that wrote it, in that case."""
    also: frozenset[Also] = frozenset()


def decide(asked: EpisodeBuild) -> Job:
    """Names, voices and places of an episode; nothing is written or spoken yet.

    Raises ProjectError for a role or a voice that is not there, and for a segment that is called like music of the show.
    """
    draft, project = asked.draft, asked.project
    _refuse_names(asked)
    for role in (*asked.voices, *asked.takes):
        if role not in draft.roles and role not in asked.place.takes():
            hint = did_you_mean(role, draft.roles, f"They have: {', '.join(draft.roles)}.")
            raise ProjectError(f"{role}: nobody of that name speaks in the links.", hint=hint)
    casting = cast(draft.roles, project, asked.voices, asked.takes)
    title = draft.script.header("TITLE") or asked.episode.title
    stem = slug(draft.script.header("SLUG") or title) + (SCRATCH if casting.scratch else "")
    own = {role: project.role(role).person if role in casting.takes else "" for role in draft.roles}
    found, names = roles(asked.made, own)
    shown = chapter_pictures.pictures(draft.script, asked.place.folder)
    return Job(
        script=draft.script,
        script_text="",
        stem=stem,
        title=title,
        project=project,
        casting=casting,
        review=None,
        out=asked.out,
        force=asked.force,
        also=asked.also,
        beside=asked.place.folder,
        pictures=shown,
        feed=FeedPlace() if casting.scratch else feed_place(project, stem),
        inputs=(
            *_inputs(asked, casting),
            *(inputs.of(f"picture:{one.name}", one.path, asked.out) for one in shown),
        ),
        findings=(
            *asked.findings,
            *wanted(draft.findings, project),
            *script_notes(draft.parsed, draft.file, project, None),
            *links.notes(draft.script, asked.made),
            *_stands_in(asked.made),
            *_scratch(project, casting),
        ),
        episode=Told(episode=asked.episode, file=asked.place.file, segments=asked.made, roles=found, names=names),
    )


def _refuse_names(asked: EpisodeBuild) -> None:
    """A segment must not be called like music: a cue could mean either."""
    music = {*asked.project.beds, *built_in_assets()}
    for one in asked.made:
        if one.name in music:
            raise ProjectError(
                f"The segment {one.name} is called like music of the show.",
                where=Where(file=str(asked.place.file)),
                hint=f"Give the folder of the story, or the sound file, another name than {one.name}.",
            )


def _inputs(asked: EpisodeBuild, casting: Casting) -> tuple[Input, ...]:
    out = asked.out
    named = [
        ("episode", asked.place.file),
        ("project", asked.place.root / NAME),
        *records(asked.made),
        *((f"take:{role}", path) for role, paths in sorted(casting.takes.items()) for path in paths),
    ]
    return (
        Input(role="script", path=inputs.place(asked.place.script, out), sha256=asked.draft.sha256),
        *(inputs.of(role, path, out) for role, path in named),
        *inputs.voices(casting.voices, out),
        *(inputs.of("pronunciations", path, out) for path in pronunciations.files_of(asked.project.root)),
        *inputs.templates(asked.templates, asked.project.root, out),
    )


def _stands_in(made: Sequence[MadeSegment]) -> Iterator[Finding]:
    for one in made:
        if one.asked.placeholder:
            yield Finding(
                code="EP003",
                level="warning",
                message=f"A placeholder stands in for {one.name}: the episode is not published.",
                hint="Take placeholder = true out of episode.toml once it is there.",
            )


def _scratch(project: Project, casting: Casting) -> Iterator[Finding]:
    for role in casting.scratch:
        yield Finding(
            code="PJ011",
            level="warning",
            message=f"SCRATCH: a synthetic voice stands in for {project.role(role).person} ({role}).",
            hint=f'Use the recording (--take {role}=FILE), or set roles.{role}.synthetic = "allowed".',
        )
