"""Everything one build needs, gathered: names, voices, where the files go, and what went in."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from msgspec import Struct

from segment.errors import ProjectError
from segment.media import files
from segment.model.finding import Finding
from segment.model.made import Made
from segment.model.project import Project
from segment.model.report import Input
from segment.model.review import Review
from segment.project.casting import Casting, cast
from segment.project.drafts import Draft
from segment.project.job import Job
from segment.project.load import NAME
from segment.project.produce import produce
from segment.project.slug import slug
from segment.project.story import Story
from segment.steps import Report

SCRATCH = "-SCRATCH"


class Build(Struct, frozen=True, kw_only=True):
    """One build as the user asked for it."""

    draft: Draft
    project: Project
    story: Story | None
    review: Review | None
    page: Path | None
    takes: dict[str, Path]
    voices: dict[str, str]
    """Voice profiles by role, chosen for this build."""
    out: Path | None
    force: bool


def _known(asked: dict[str, Path] | dict[str, str], roles: tuple[str, ...], flag: str) -> None:
    for role in asked:
        if role not in roles:
            near = difflib.get_close_matches(role, roles, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            raise ProjectError(
                f"{flag} {role}: nobody of that name speaks in the script", hint=f"{meant}It has: {', '.join(roles)}."
            )


def _folder(job: Build) -> Path:
    if job.out is not None:
        return job.out
    return job.story.out if job.story else Path("out")


def _relative(path: Path, out: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), out.resolve())).as_posix()
    except ValueError:
        return path.name


def _inputs(job: Build, casting: Casting, out: Path) -> tuple[Input, ...]:
    named: list[tuple[str, Path]] = []
    if job.page is not None and job.page.is_file():
        named.append(("review", job.page))
    named.extend((f"take:{role}", path) for role, path in sorted(casting.takes.items()))
    if job.project.root:
        named.append(("project", Path(job.project.root) / NAME))
    script = Input(
        role="script",
        path=_relative(job.draft.path, out) if job.draft.path else f"{_stem(job, casting)}.script.txt",
        sha256=job.draft.sha256,
    )
    return (script, *(Input(role=r, path=_relative(p, out), sha256=files.sha256(p)) for r, p in named))


def _title(job: Build) -> str:
    return job.draft.script.header("TITLE") or (job.review.title if job.review else "") or job.draft.script.header("SLUG")


def _stem(job: Build, casting: Casting) -> str:
    name = slug(job.draft.script.header("SLUG") or _title(job), job.draft.text.encode())
    return name + SCRATCH if casting.scratch else name


def _scratch_note(project: Project, role: str) -> Finding:
    return Finding(
        code="PJ011",
        level="warning",
        message=f"SCRATCH: a synthetic voice stands in for {project.role(role).person} ({role})",
        hint=f'Use the recording (--take {role}=FILE), or set roles.{role}.synthetic = "allowed".',
    )


def build(job: Build, report: Report) -> Made:
    """Make the files of one build.

    Raises ProjectError for a role nobody has, a voice that is not there, or files in the way; else what the stages raise.
    """
    roles = job.draft.roles
    _known(job.voices, roles, "--voice")
    _known({r: p for r, p in job.takes.items() if job.story is None or r not in job.story.takes()}, roles, "--take")
    casting = cast(roles, job.project, job.voices, job.takes)
    out = _folder(job)
    return produce(
        Job(
            script=job.draft.script,
            script_text="" if job.draft.path else job.draft.text,
            stem=_stem(job, casting),
            title=_title(job),
            project=job.project,
            casting=casting,
            review=job.review,
            out=out,
            force=job.force,
            beside=job.draft.path.parent if job.draft.path else Path.cwd(),
            inputs=_inputs(job, casting, out),
            findings=(
                *(job.review.findings if job.review else ()),
                *job.draft.findings,
                *(_scratch_note(job.project, role) for role in casting.scratch),
            ),
        ),
        report,
    )
