"""Script and voices in, finished files out: both deliverables of one build, side by side on two cores."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib.metadata import version
from pathlib import Path
from threading import Event

from msgspec import Struct

from segment.errors import Cause, ProjectError
from segment.media import files
from segment.mix.arrange import arrange
from segment.model.asset import Right
from segment.model.finding import Finding
from segment.model.made import Artifact, ChapterStart, Made
from segment.model.project import Project
from segment.model.report import BuildRecord, Input, Output
from segment.model.review import Review
from segment.model.script import Script
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Timeline
from segment.project import outputs, views
from segment.project.casting import Casting
from segment.project.cover import cover
from segment.project.encoders import Mp3, Wav
from segment.project.finish import Encoder, Finished, finish
from segment.project.music import Shelf, gather
from segment.project.slot import slot_notes
from segment.project.speech import speak_script
from segment.publish.chapters import chapters_json, shown_chapters
from segment.publish.id3 import id3
from segment.publish.record import record_json
from segment.publish.transcript import transcript
from segment.publish.vtt import vtt
from segment.script import running_order
from segment.steps import Report, Step
from segment.units import seconds

_MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".vtt": "text/vtt",
    ".chapters.json": "application/json+chapters",
    ".report.json": "application/json",
    ".script.txt": "text/plain",
}


class Job(Struct, frozen=True, kw_only=True):
    """One build."""

    script: Script
    script_text: str
    """Written beside the files when it is the tool's own and there is no story folder; else empty."""
    stem: str
    """Name of the files without their endings."""
    title: str
    project: Project
    casting: Casting
    review: Review | None
    out: Path
    force: bool
    beside: Path
    """Where clips named by file are looked for."""
    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...]


class Deliverable(Struct, frozen=True, kw_only=True):
    """One deliverable while it is made."""

    timeline: Timeline
    sounds: dict[str, Sound]
    findings: tuple[Finding, ...]


def media_type(name: str) -> str:
    """The media type of one of our files, by its ending."""
    return next(kind for ending, kind in _MEDIA_TYPES.items() if name.endswith(ending))


def names(stem: str, with_script: bool) -> tuple[str, ...]:
    """Every file a build makes; the build record last."""
    endings = [".mp3", ".air.wav", ".vtt", ".chapters.json"]
    if with_script:
        endings.append(".script.txt")
    return tuple(stem + ending for ending in (*endings, ".report.json"))


def _live(project: Project) -> frozenset[str]:
    return frozenset({"host"}) if project.air.host == "live" else frozenset()


def _arranged(job: Job, spoken: Mapping[str, Spoken], use: Right, shelf: Shelf) -> Deliverable:
    order = running_order(job.script, deliverable=use, live=_live(job.project))
    if not any(entry.line_id for entry in order.entries):
        raise ProjectError(f"the script has no spoken line for the {use} file", cause=Cause.MATERIAL)
    programme = gather(order, job.project, use, shelf, job.beside)
    rate = job.project.podcast.rate if use == "podcast" else job.project.air.rate
    arranged = arrange(order, spoken, programme.sounds, deliverable=use, rate=rate, settings=job.project.mix)
    return Deliverable(timeline=arranged.timeline, sounds=programme.sounds, findings=(*programme.findings, *arranged.findings))


def produce(job: Job, report: Report) -> Made:
    """Speak, mix, master and publish.

    Raises a SegmentError of the stage that failed; then no output has been touched.
    """
    wanted = names(job.stem, bool(job.script_text))
    try:
        job.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"cannot make the folder {job.out}: {error.strerror}", cause=Cause.MACHINE) from error
    files.clear_strays(job.out)
    blocked = outputs.in_the_way(job.out, job.stem, wanted)
    if not job.force:
        outputs.refuse_to_overwrite(blocked)

    spoken, speech_notes = speak_script(job.script, job.project, job.casting, job.review, report)
    shelf = Shelf()
    podcast = _arranged(job, spoken, "podcast", shelf)
    air = _arranged(job, spoken, "air", shelf)
    with outputs.staged(job.out, wanted) as part:
        mp3, wav = Mp3(job.project.podcast.kbps), Wav(part[f"{job.stem}.air.wav"])
        podcast_done, air_done = _finish_both(job, spoken, (podcast, mp3), (air, wav), report)
        report(Step(stage="publish", message="tags, chapters, transcript", done=0.95))
        roles = {line.role for line in podcast.timeline.voiced}
        people = views.speakers(sorted(roles), job.project, job.casting.takes, job.review.reviewer if job.review else "")
        tags = views.tags(job.title, job.project, job.review, podcast.timeline)
        tag = id3(tags, podcast.timeline, cover=cover(job.project), transcript=transcript(podcast.timeline, people))
        with part[f"{job.stem}.mp3"].open("wb") as file:
            file.write(tag)
            file.write(mp3.data)
        _write(part[f"{job.stem}.vtt"], vtt(podcast.timeline, people))
        _write(part[f"{job.stem}.chapters.json"], chapters_json(podcast.timeline, tags))
        if job.script_text:
            _write(part[f"{job.stem}.script.txt"], job.script_text)
        findings = _unique(
            (
                *job.findings,
                *slot_notes(job.script, podcast.timeline, air.timeline, job.project),
                *speech_notes,
                *podcast.findings,
                *air.findings,
            )
        )
        made = tuple(
            Output(path=name, sha256=files.sha256(part[name]), bytes=part[name].stat().st_size, media_type=media_type(name))
            for name in wanted[:-1]
        )
        record = BuildRecord(
            tool=f"radio-segment {version('radio-segment')}",
            inputs=(*job.inputs, *_music_inputs(podcast, air)),
            outputs=made,
            settings=views.settings(job.project, {r: v.name for r, v in job.casting.voices.items()}),
            deliverables=(views.record(podcast.timeline, podcast_done), views.record(air.timeline, air_done)),
            findings=findings,
        )
        text = record_json(record)
        _write(part[wanted[-1]], text)
        pending = outputs.announce(job.out, job.stem, text.encode())
        for path in blocked:
            outputs.set_aside(path)
    pending.unlink(missing_ok=True)
    return Made(
        slug=job.stem,
        artifacts=tuple(
            Artifact(path=str(job.out / name), media_type=media_type(name), bytes=(job.out / name).stat().st_size)
            for name in wanted
        ),
        duration_s=seconds(podcast.timeline.frames, podcast.timeline.rate),
        air_duration_s=seconds(air.timeline.frames, air.timeline.rate),
        loudness=podcast_done.proof.loudness,
        air_loudness=air_done.proof.loudness,
        chapters=tuple(
            ChapterStart(title=mark.title, start_s=round(seconds(mark.start, podcast.timeline.rate), 3))
            for mark in shown_chapters(podcast.timeline)
        ),
        findings=findings,
    )


def _finish_both(
    job: Job,
    spoken: Mapping[str, Spoken],
    podcast: tuple[Deliverable, Mp3],
    air: tuple[Deliverable, Wav],
    report: Report,
) -> tuple[Finished, Finished]:
    stop = Event()

    def run(made: Deliverable, encoder: Encoder) -> Finished:
        name = made.timeline.deliverable
        return finish(
            made.timeline,
            spoken,
            made.sounds,
            target=(job.project.podcast if name == "podcast" else job.project.air).target,
            encoder=encoder,
            folder=job.out,
            stop=stop,
            report=lambda message, done: report(Step(stage="master", message=f"{name}: {message}", done=done)),
        )

    with ThreadPoolExecutor(max_workers=2) as pool:
        running = [pool.submit(run, *podcast), pool.submit(run, *air)]
        try:
            for done in as_completed(running):
                done.result()
        finally:
            # Where one failed, or Ctrl-C came, the other need not go on.
            stop.set()
    return running[0].result(), running[1].result()


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _unique(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def _music_inputs(*made: Deliverable) -> tuple[Input, ...]:
    sounds = {name: sound for deliverable in made for name, sound in deliverable.sounds.items()}
    return tuple(Input(role=f"sound:{name}", path=name, sha256=sound.fingerprint) for name, sound in sorted(sounds.items()))
