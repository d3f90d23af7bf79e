"""Whether an episode is still what it would be made as: then nothing is done, and what is there is told again."""

from __future__ import annotations

from pathlib import Path

from segment.errors import MediaError
from segment.media import files
from segment.model.episode import EpisodeMade, EpisodeRecord
from segment.model.made import ChapterStart, Copied
from segment.model.report import BuildRecord, DeliverableRecord, Input
from segment.project import inputs, outputs, package, views
from segment.project.copies import Copy
from segment.project.job import Job
from segment.project.produce import artifact
from segment.units import seconds

_MARKS = {"labels": ".labels.txt", "cue-sheet": ".cue-sheet.csv", "stems": ".stem-"}
"""What the names of further files hold."""

_LATER = ("sound:", "list:")
"""Roles of inputs that are known once the lines are there."""


def as_it_is(job: Job, copies: tuple[Copy, ...]) -> EpisodeMade | None:
    """The episode that is there, where the same would be made of the same; None where it has to be made."""
    record = outputs.record_at(job.out / outputs.record_name(job.stem))
    if record is None or record.episode is None or not _is_current(job, record, copies):
        return None
    return _told(job, record, record.episode, copies)


def _is_current(job: Job, record: BuildRecord, copies: tuple[Copy, ...]) -> bool:
    names = {made.path for made in record.outputs}
    wanted = set(package.names(job, copies)) - {job.stem + package.RECORD}
    return (
        record.tool == package.made_by()
        and wanted <= names
        and all(any(_MARKS[one] in name for name in names) for one in job.also)
        and record.settings == views.settings(job.project, {role: voice.name for role, voice in job.casting.voices.items()})
        and _went_in(record) == set(job.inputs)
        and all(_digest(inputs.found(one, job.out)) == one.sha256 for one in record.inputs if one.role.startswith(_LATER))
        and all(_digest(job.out / made.path) == made.sha256 for made in record.outputs)
    )


def _went_in(record: BuildRecord) -> set[Input]:
    """What is known before it is made. A template only wrote the script; music and lists of takes are looked at by themselves."""
    return {one for one in record.inputs if one.role != "template" and not one.role.startswith(_LATER)}


def _digest(path: Path) -> str:
    try:
        return files.sha256(path)
    except MediaError:
        return ""


def _told(job: Job, record: BuildRecord, episode: EpisodeRecord, copies: tuple[Copy, ...]) -> EpisodeMade:
    of = {one.name: one for one in record.deliverables}
    podcast = of["podcast"]
    return EpisodeMade(
        slug=job.stem,
        artifacts=tuple(artifact(job.out / name, copies) for name in (*_paths(record), job.stem + package.RECORD)),
        duration_s=podcast.duration_s,
        loudness=podcast.loudness,
        chapters=tuple(
            ChapterStart(title=mark.title, start_s=round(seconds(mark.start, job.project.podcast.rate), 3))
            for mark in podcast.chapters
        ),
        findings=record.findings,
        deliverables=tuple(_copied(job, copy, of[copy.name]) for copy in copies if copy.name in of),
        record=episode,
        anew=False,
    )


def _paths(record: BuildRecord) -> tuple[str, ...]:
    return tuple(made.path for made in record.outputs)


def _copied(job: Job, copy: Copy, made: DeliverableRecord) -> Copied:
    return Copied(
        name=made.name,
        path=str(job.out / (job.stem + copy.file)),
        duration_s=made.duration_s,
        channels=made.channels,
        loudness=made.loudness,
        target=made.target,
    )
