"""The files of a build: their names and kinds, and what goes into each of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from segment.library.versions import version
from segment.media import files
from segment.model.episode import EpisodeRecord
from segment.model.finding import Finding
from segment.model.label import Label
from segment.model.report import BuildRecord, Output
from segment.model.timeline import Timeline
from segment.project import extras, inputs, outputs, texts, views
from segment.project.copies import Copy
from segment.project.cover import cover
from segment.project.deliverable import Deliverable
from segment.project.job import Job
from segment.project.sheet import sheet
from segment.publish.cut import cut, iso_date
from segment.publish.record import record_json
from segment.publish.transcript import transcript

if TYPE_CHECKING:
    from segment.project.finish import Finished

SCRIPT, RECORD = ".script.txt", ".report.json"

_MEDIA_TYPES = {**texts.MEDIA_TYPES, ".jpg": "image/jpeg", ".png": "image/png", SCRIPT: "text/plain", RECORD: "application/json"}


def names(job: Job, copies: tuple[Copy, ...]) -> tuple[str, ...]:
    """Every file a build makes, in the order people look at them; the build record last."""
    script = (SCRIPT,) if job.script_text else ()
    sounds = (copy.file for copy in copies)
    shown = (picture.ending for picture in job.pictures)
    return tuple(job.stem + ending for ending in (*sounds, *texts.endings(job.project), *shown, *script, RECORD))


def media_type(name: str, copies: tuple[Copy, ...]) -> str:
    """The media type of one of our files, by its ending."""
    known = (*((copy.file, copy.exporter.media_type) for copy in copies), *_MEDIA_TYPES.items())
    return next((kind for ending, kind in known if name.endswith(ending)), None) or extras.media_type(name)


def label(job: Job, timeline: Timeline) -> Label:
    """What goes into a file of sound beside the sound: tags, chapters, transcript, cover, and what automation is told."""
    header = job.script.header
    return Label(
        tags=views.tags(job, timeline),
        timeline=timeline,
        cut=cut(
            timeline,
            id_=header("CUT") or job.stem,
            air_date=iso_date(header("AIR DATE") or header("DATE")),
            kill_date=iso_date(header("KILL DATE")),
        ),
        cover=cover(job.project),
        pictures={one.name: one.data for one in job.pictures},
        transcript=transcript(timeline, views.speakers(job)),
        made_by=made_by(),
    )


def made_by() -> str:
    """This program and its version."""
    return f"radio-segment {version('radio-segment')}"


def write_texts(part: Mapping[str, Path], job: Job, made: Deliverable) -> None:
    """Captions, transcripts, notes, chapters and their pictures, and, where it has no other place, the script."""
    for ending, text in texts.texts(job, made.timeline, sheet(job, made.timeline, made.assets)).items():
        write_text(part[job.stem + ending], text)
    for picture in job.pictures:
        part[job.stem + picture.ending].write_bytes(picture.data)
    if job.script_text:
        write_text(part[job.stem + SCRIPT], job.script_text)


def write_text(path: Path, text: str) -> None:
    """UTF-8 with line feeds, on every system."""
    path.write_bytes(text.encode("utf-8"))


def record(
    part: Mapping[str, Path],
    job: Job,
    made: tuple[tuple[Deliverable, Finished], ...],
    findings: tuple[Finding, ...],
) -> str:
    """The build record of files that are written but not yet named, the podcast's MP3 the first of those of sound."""
    hashes = {job.stem + finished.copy.file: finished.sha256 for _, finished in made}
    copies = tuple(finished.copy for _, finished in made)
    podcast, mp3 = made[0]
    music = dict.fromkeys(
        entry for deliverable, _ in made for entry in inputs.music(deliverable.used, deliverable.sounds, job.out)
    )
    return record_json(
        BuildRecord(
            tool=made_by(),
            inputs=(*job.inputs, *music),
            outputs=tuple(
                Output(
                    path=name,
                    sha256=hashes.get(name) or files.sha256(path),
                    bytes=path.stat().st_size,
                    media_type=media_type(name, copies),
                )
                for name, path in part.items()
                if not name.endswith(RECORD)
            ),
            earlier=outputs.left_over(job.out, job.stem, tuple(part)),
            settings=views.settings(job.project, {role: voice.name for role, voice in job.casting.voices.items()}),
            deliverables=tuple(
                views.record(deliverable.timeline, deliverable.assets, finished) for deliverable, finished in made
            ),
            findings=findings,
            sheet=sheet(job, podcast.timeline, podcast.assets),
            tags=mp3.tags,
            episode=_episode(job, podcast),
        )
    )


def _episode(job: Job, podcast: Deliverable) -> EpisodeRecord | None:
    if job.episode is None:
        return None
    from segment.project.episode.recording import episode_record  # a segment does not need it

    return episode_record(job.episode, job.title, podcast)
