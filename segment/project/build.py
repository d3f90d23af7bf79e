"""Everything one build needs, gathered: names, voices, where the files go, and what went in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from segment.errors import ProjectError
from segment.model.finding import Finding
from segment.model.made import Made
from segment.model.project import Project
from segment.model.report import Input
from segment.model.review import Review
from segment.project import chapter_pictures, inputs, pronunciations
from segment.project.casting import Casting, cast
from segment.project.desk import Desk
from segment.project.drafts import Draft
from segment.project.feed.place import FeedPlace, feed_place
from segment.project.job import Also, Job
from segment.project.language import language_notes
from segment.project.load import NAME
from segment.project.memory import remembered
from segment.project.scratch import SCRATCH
from segment.project.script_notes import script_notes, wanted
from segment.project.slug import slug
from segment.project.speech import begin
from segment.project.story import Story
from segment.steps import Report
from segment.wording import did_you_mean


class Build(Struct, frozen=True, kw_only=True):
    """One build as the user asked for it."""

    draft: Draft
    project: Project
    story: Story | None
    review: Review | None
    page: Path | None
    takes: dict[str, tuple[Path, ...]]
    voices: dict[str, str]
    """Voice profiles by role, chosen for this build."""
    out: Path | None
    force: bool
    findings: tuple[Finding, ...] = ()
    """Notes on the review, where its script was written now."""
    templates: tuple[str, ...] = ()
    """Names of the templates that wrote it, in that case."""
    also: frozenset[Also] = frozenset()


def build(asked: Build, desk: Desk, report: Report) -> Made:
    """Make the files of one build; the desk's voices may have begun to start their engines.

    Raises ProjectError for a role nobody has, a voice that is not there, or files in the way; else what the stages raise.
    """
    job = decide(asked)
    desk.speaker.include(job.casting.voices)
    begun = begin(job, desk, report)
    # The voices speak in processes of their own while the rest of the house is loaded.
    from segment.project.produce import produce

    return produce(job, begun, desk, report)


def decide(asked: Build) -> Job:
    """Names, voices and places of a build; nothing is written or spoken yet."""
    draft, project = asked.draft, asked.project
    own = asked.story.takes() if asked.story else {}
    _known(asked.voices, draft.roles, "--voice")
    _known({role: role for role in asked.takes if role not in own}, draft.roles, "--take")
    casting = cast(draft.roles, project, asked.voices, asked.takes)
    out = asked.out or (asked.story.out if asked.story else Path("out"))
    title = draft.script.header("TITLE") or (asked.review.title if asked.review else "") or draft.script.header("SLUG")
    stem = slug(draft.script.header("SLUG") or title, draft.text.encode()) + (SCRATCH if casting.scratch else "")
    beside = place.parent if (place := draft.path or draft.document) else Path.cwd()
    shown = chapter_pictures.pictures(draft.script, beside)
    return Job(
        script=draft.script,
        script_text="" if draft.path else draft.text,
        stem=stem,
        title=title,
        project=project,
        casting=casting,
        review=asked.review,
        out=out,
        force=asked.force,
        also=asked.also,
        beside=beside,
        pictures=shown,
        feed=FeedPlace() if casting.scratch else feed_place(project, stem),
        inputs=(*_inputs(asked, casting, out, stem), *(inputs.of(f"picture:{one.name}", one.path, out) for one in shown)),
        findings=(
            *wanted(asked.findings, project),
            *_spoken_as(asked),
            *_taken(asked, casting),
            *wanted(draft.findings, project),
            *_notes(asked),
            *(_scratch_note(project, role) for role in casting.scratch),
        ),
    )


def _notes(asked: Build) -> tuple[Finding, ...]:
    draft, project = asked.draft, asked.project

    def look() -> tuple[Finding, ...]:
        return script_notes(draft.parsed, draft.file, project, asked.review)

    return remembered(project, "notes", [draft.parsed, draft.file, project, asked.review], tuple[Finding, ...], look)


def _taken(asked: Build, casting: Casting) -> Iterator[Finding]:
    """Which recordings of the story's are heard, and which chosen voices are not, because there is a recording."""
    for role, paths in casting.takes.items():
        instead = f", and the voice {asked.voices[role]} is not" if role in asked.voices else ""
        if instead or (asked.story and asked.story.takes().get(role) == paths):
            yield Finding(
                code="PJ032",
                level="warning" if instead else "info",
                message=f"The recording {', '.join(path.name for path in paths)} is heard as {role}{instead}.",
                hint="Move it out of takes/ to have a synthetic voice." if asked.story else "",
            )


def _spoken_as(asked: Build) -> tuple[Finding, ...]:
    return language_notes(asked.review.language, asked.project.show.language) if asked.review else ()


def _known(named: Iterable[str], roles: tuple[str, ...], flag: str) -> None:
    for role in named:
        if role not in roles:
            hint = did_you_mean(role, roles, f"It has: {', '.join(roles)}.")
            raise ProjectError(f"{flag} {role}: nobody of that name speaks in the script.", hint=hint)


def _inputs(asked: Build, casting: Casting, out: Path, stem: str) -> tuple[Input, ...]:
    named: list[tuple[str, Path]] = []
    if asked.page is not None and asked.page.is_file():
        named.append(("review", asked.page))
    if asked.draft.document is not None:
        named.append(("document", asked.draft.document))
    named.extend((f"take:{role}", path) for role, paths in sorted(casting.takes.items()) for path in paths)
    if asked.project.root:
        named.append(("project", Path(asked.project.root) / NAME))
    place = inputs.place(asked.draft.path, out) if asked.draft.path else f"{stem}.script.txt"
    return (
        Input(role="script", path=place, sha256=asked.draft.sha256),
        *(inputs.of(role, path, out) for role, path in named),
        *inputs.voices(casting.voices, out),
        *(inputs.of(f"preset:{role}", each.path, out) for role, each in sorted(casting.presets.items())),
        *(inputs.of("pronunciations", path, out) for path in pronunciations.files_of(asked.project.root)),
        *inputs.templates(asked.templates, asked.project.root, out),
    )


def _scratch_note(project: Project, role: str) -> Finding:
    return Finding(
        code="PJ011",
        level="warning",
        message=f"SCRATCH: a synthetic voice stands in for {project.role(role).person} ({role}).",
        hint=f'Use the recording (--take {role}=FILE), or set roles.{role}.synthetic = "allowed".',
    )
