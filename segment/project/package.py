"""The files of a build: their names and kinds, and what goes into each of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from segment.library.versions import version
from segment.media import files
from segment.model.finding import Finding
from segment.model.report import BuildRecord, Output
from segment.model.timeline import Timeline
from segment.project import extras, inputs, texts, views
from segment.project.cover import cover
from segment.project.deliverable import Deliverable
from segment.project.job import Job
from segment.project.sheet import sheet
from segment.publish.record import record_json
from segment.publish.transcript import transcript

if TYPE_CHECKING:
    from segment.project.finish import Finished

MP3, WAV, SCRIPT, RECORD = ".mp3", ".air.wav", ".script.txt", ".report.json"

_MEDIA_TYPES = {MP3: "audio/mpeg", WAV: "audio/wav", **texts.MEDIA_TYPES, SCRIPT: "text/plain", RECORD: "application/json"}


def names(job: Job) -> tuple[str, ...]:
    """Every file a build makes, in the order people look at them; the build record last."""
    script = (SCRIPT,) if job.script_text else ()
    return tuple(job.stem + ending for ending in (MP3, WAV, *texts.endings(job.project), *script, RECORD))


def media_type(name: str) -> str:
    """The media type of one of our files, by its ending."""
    known = (kind for ending, kind in _MEDIA_TYPES.items() if name.endswith(ending))
    return next(known, None) or extras.media_type(name)


def tag(job: Job, timeline: Timeline) -> bytes:
    """What stands before the MP3: tags, chapters, transcript, cover."""
    words = transcript(timeline, views.speakers(job))
    from segment.publish.id3 import id3  # loaded while the mix runs

    return id3(views.tags(job, timeline), timeline, cover=cover(job.project), transcript=words)


def write_texts(part: Mapping[str, Path], job: Job, made: Deliverable) -> None:
    """Captions, transcripts, notes, chapters and, where it has no other place, the script."""
    for ending, text in texts.texts(job, made.timeline, sheet(job, made.timeline, made.assets)).items():
        write_text(part[job.stem + ending], text)
    if job.script_text:
        write_text(part[job.stem + SCRIPT], job.script_text)


def write_text(path: Path, text: str) -> None:
    """UTF-8 with line feeds, on every system."""
    path.write_bytes(text.encode("utf-8"))


def _tag_of(path: Path) -> bytes:
    with path.open("rb") as file:
        from segment.publish.tag_listing import HEADER, tag_length

        header = file.read(HEADER)
        return header + file.read(tag_length(header))


def record(
    part: Mapping[str, Path],
    job: Job,
    made: tuple[tuple[Deliverable, Finished], ...],
    hashes: Mapping[str, str],
    findings: tuple[Finding, ...],
) -> str:
    """The build record of files that are written but not yet named; ``hashes`` has the SHA-256 of those where it is known.

    Raises PublishError where the tag of the MP3 does not read back as it was written.
    """
    podcast = made[0][0]
    from segment.publish.tag_listing import checked, listed

    tags = listed(_tag_of(part[job.stem + MP3]))
    checked(tags, podcast.timeline)
    music = dict.fromkeys(
        entry for deliverable, _ in made for entry in inputs.music(deliverable.used, deliverable.sounds, job.out)
    )
    return record_json(
        BuildRecord(
            tool=f"radio-segment {version('radio-segment')}",
            inputs=(*job.inputs, *music),
            outputs=tuple(
                Output(
                    path=name,
                    sha256=hashes.get(name) or files.sha256(path),
                    bytes=path.stat().st_size,
                    media_type=media_type(name),
                )
                for name, path in part.items()
                if not name.endswith(RECORD)
            ),
            settings=views.settings(job.project, {role: voice.name for role, voice in job.casting.voices.items()}),
            deliverables=tuple(
                views.record(deliverable.timeline, deliverable.assets, finished) for deliverable, finished in made
            ),
            findings=findings,
            sheet=sheet(job, podcast.timeline, podcast.assets),
            tags=tags,
        )
    )
