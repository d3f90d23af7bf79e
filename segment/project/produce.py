"""Script and voices in, finished files out: both deliverables of one build, side by side."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from segment.media import files
from segment.model.asset import Right
from segment.model.made import Artifact, ChapterStart, Made, Row
from segment.project import extras, history, outputs, package, views
from segment.project.back_times import marks
from segment.project.deliverable import Plan, plan
from segment.project.desk import Desk
from segment.project.job import Job
from segment.project.kept_mix import MixStore
from segment.project.paces import learn
from segment.project.slot import fit_all
from segment.project.speech import Begun, collect
from segment.publish.chapters import shown_chapters
from segment.publish.order_sheet import order
from segment.steps import Report, Step
from segment.units import seconds


def produce(job: Job, begun: Begun, desk: Desk, report: Report) -> Made:
    """Mix, master and publish what is being spoken.

    Raises a SegmentError of the stage that failed; then no output has been touched.
    """
    names = package.names(job)
    with ThreadPoolExecutor(max_workers=1) as beside:
        # The music is read while the voices speak and what stands in the folder is looked at.
        reading = beside.submit(plans, job, desk)
        blocked = _ready(job, names)
        spoken, speech_notes = collect(begun, job, desk, report)
        both = reading.result()
    from segment.project.encoders import Mp3, Wav  # what comes after the mix is loaded when the lines are there
    from segment.project.side_by_side import side_by_side

    made = fit_all(both, spoken, begun, job, desk, report)
    podcast, air = made.podcast[0], made.air[0]
    people = views.speakers(job)
    orders: dict[str, tuple[Row, ...]] = {
        one.timeline.deliverable: order(one.timeline, people, one.assets) for one in (podcast, air)
    }
    more = {
        name: write
        for one, lines in (made.podcast, made.air)
        for name, write in extras.extras(job.also, job.stem, one, lines, orders[one.timeline.deliverable]).items()
    }
    blocked = (*blocked, *_blocked(job, tuple(more)))
    names = (*names[:-1], *more, names[-1])
    store = MixStore(job.project.root) if job.project.shelf.megabytes else None
    with ThreadPoolExecutor(max_workers=1) as beside, outputs.staged(job.out, names) as part:
        if store:
            beside.submit(store.keep_sounds, (made.podcast, made.air))
        mp3 = Mp3(part[job.stem + package.MP3], package.tag(job, podcast.timeline), job.project.podcast.kbps)
        wav = Wav(part[job.stem + package.WAV])
        podcast_done, air_done = side_by_side((*made.podcast, mp3), (*made.air, wav), job.out, desk.aside.rest, report)
        report(Step(stage="publish", message="captions, chapters, build record", done=0.95))
        package.write_texts(part, job, podcast)
        for name, write in more.items():
            write(part[name])
        findings = tuple(dict.fromkeys((*job.findings, *made.findings, *speech_notes, *podcast.findings, *air.findings)))
        hashes = {job.stem + package.MP3: podcast_done.sha256, job.stem + package.WAV: air_done.sha256}
        record = package.record(part, job, ((podcast, podcast_done), (air, air_done)), hashes, findings)
        package.write_text(part[job.stem + package.RECORD], record)
        learn(job, begun.whole, made.podcast[1])
        history.remember(job.out / outputs.record_name(job.stem), record.encode(), job.project.root)
        pending = outputs.announce(job.out, job.stem, record.encode())
        for path in blocked:
            outputs.set_aside(path)
    pending.unlink(missing_ok=True)
    if store:
        gains = ((podcast, podcast_done.mastering.gain_db), (air, air_done.mastering.gain_db))
        store.keep(job.out / outputs.record_name(job.stem), gains)
    rate = podcast.timeline.rate
    return Made(
        slug=job.stem,
        artifacts=tuple(_artifact(job.out / name) for name in names),
        duration_s=seconds(podcast.timeline.frames, rate),
        air_duration_s=seconds(air.timeline.frames, air.timeline.rate),
        loudness=podcast_done.proof.loudness,
        air_loudness=air_done.proof.loudness,
        chapters=tuple(
            ChapterStart(title=mark.title, start_s=round(seconds(mark.start, rate), 3))
            for mark in shown_chapters(podcast.timeline)
        ),
        marks=marks(job.script, job.project, air.timeline),
        findings=findings,
        orders=orders,
    )


def plans(job: Job, desk: Desk) -> tuple[Plan, Plan]:
    """The podcast's and the air file's lines and music."""

    def planned(use: Right) -> Plan:
        return plan(use, job.script, job.project, desk.crate, job.beside)

    return planned("podcast"), planned("air")


def _ready(job: Job, names: tuple[str, ...]) -> tuple[Path, ...]:
    """Make the folder, clear what a killed build left, and see what is in the way."""
    files.make_folder(job.out)
    files.clear_strays(job.out)
    return _blocked(job, names)


def _blocked(job: Job, names: tuple[str, ...]) -> tuple[Path, ...]:
    """What is in the way of some files and will be set aside. Raises ProjectError where it may not be."""
    blocked = outputs.in_the_way(job.out, job.stem, names)
    if not job.force:
        outputs.refuse_to_overwrite(blocked)
    return blocked


def _artifact(path: Path) -> Artifact:
    return Artifact(path=str(path), media_type=package.media_type(path.name), bytes=path.stat().st_size)
