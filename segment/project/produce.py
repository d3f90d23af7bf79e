"""Script and voices in, finished files out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from segment.media import files
from segment.model.asset import Right
from segment.model.made import Artifact, ChapterStart, Copied, Made, Row
from segment.project import extras, outputs, package, views
from segment.project.back_times import marks
from segment.project.copies import Copy, undated
from segment.project.copies import copies as copies_of
from segment.project.deliverable import Plan, plan
from segment.project.desk import Desk
from segment.project.job import Job
from segment.project.kept_mix import MixStore
from segment.project.paces import learn
from segment.project.slot import fit_all
from segment.project.speech import Begun, collect, with_lists
from segment.publish.chapters import shown_chapters
from segment.publish.order_sheet import order
from segment.steps import Report
from segment.units import seconds

if TYPE_CHECKING:
    from segment.project.finish import Finished


def produce(job: Job, begun: Begun, desk: Desk, report: Report) -> Made:
    """Mix, master and publish what is being spoken.

    Raises a SegmentError of the stage that failed; then no output has been touched.
    """
    copies = copies_of(job.project)
    names = package.names(job, copies)
    with ThreadPoolExecutor(max_workers=1) as beside:
        # The music is read while the voices speak and what stands in the folder is looked at.
        reading = beside.submit(plans, job, desk)
        blocked = ready(job, names)
        said = collect(begun, job, desk, report)
        both = reading.result()
    from segment.project.issue import issue  # what comes after the mix is loaded when the lines are there
    from segment.project.press import programmes

    desk.aside.rest()
    job = with_lists(job, said.lists)
    made = fit_all(both, said.spoken, begun, job, desk, report)
    podcast, air = made.podcast.made, made.air.made
    people = views.speakers(job)
    orders: dict[str, tuple[Row, ...]] = {
        one.timeline.deliverable: order(one.timeline, people, one.assets) for one in (podcast, air)
    }
    more = {
        name: write
        for one in (made.podcast, made.air)
        for name, write in extras.extras(job.also, job.stem, one.made, one.spoken, orders[one.made.timeline.deliverable]).items()
    }
    blocked = (*blocked, *in_the_way(job, tuple(more)))
    names = (*names[:-1], *more, names[-1])
    store = MixStore(job.project.root) if job.project.shelf.megabytes else None
    mixes = programmes(made, copies, job.project)
    findings = tuple(
        dict.fromkeys((*job.findings, *made.findings, *said.findings, *podcast.findings, *air.findings, *undated(job.script)))
    )
    with ThreadPoolExecutor(max_workers=1) as beside:
        if store:
            beside.submit(store.keep_sounds, ((one.made, one.spoken) for one in (made.podcast, made.air)))
        done = issue(
            job, mixes, copies, names, more=more, blocked=blocked, findings=findings, rest=desk.aside.rest, report=report
        )
    learn(job, begun.whole, made.podcast.spoken)
    if store:
        gains = ((podcast, done["podcast"].mastering.gain_db), (air, done["air"].mastering.gain_db))
        store.keep(job.out / outputs.record_name(job.stem), gains)
    rate = podcast.timeline.rate
    return Made(
        slug=job.stem,
        artifacts=tuple(artifact(job.out / name, copies) for name in names),
        duration_s=seconds(podcast.timeline.frames, rate),
        air_duration_s=seconds(air.timeline.frames, air.timeline.rate),
        loudness=done["podcast"].proof.loudness,
        air_loudness=done["air"].proof.loudness,
        chapters=tuple(
            ChapterStart(title=mark.title, start_s=round(seconds(mark.start, rate), 3))
            for mark in shown_chapters(podcast.timeline)
        ),
        marks=marks(job.script, job.project, air.timeline),
        findings=findings,
        deliverables=tuple(copied(job.out / (job.stem + copy.file), done[copy.name]) for copy in copies),
        orders=orders,
    )


def plans(job: Job, desk: Desk) -> tuple[Plan, Plan]:
    """The podcast's and the air file's lines and music."""

    def planned(use: Right) -> Plan:
        return plan(use, job.script, job.project, desk.crate, job.beside)

    return planned("podcast"), planned("air")


def ready(job: Job, names: tuple[str, ...]) -> tuple[Path, ...]:
    """Make the folder, clear what a killed build left, and see what is in the way."""
    files.make_folder(job.out)
    files.clear_strays(job.out)
    return in_the_way(job, names)


def in_the_way(job: Job, names: tuple[str, ...]) -> tuple[Path, ...]:
    """What is in the way of some files and will be set aside. Raises ProjectError where it may not be."""
    blocked = outputs.in_the_way(job.out, job.stem, names)
    if not job.force:
        outputs.refuse_to_overwrite(blocked)
    return blocked


def artifact(path: Path, copies: tuple[Copy, ...]) -> Artifact:
    """A finished file as it is handed back."""
    return Artifact(path=str(path), media_type=package.media_type(path.name, copies), bytes=path.stat().st_size)


def copied(path: Path, done: Finished) -> Copied:
    """A finished file of sound as it is handed back."""
    return Copied(
        name=done.copy.name,
        path=str(path),
        duration_s=seconds(done.proof.frames, done.proof.rate),
        channels=done.copy.form.channels,
        loudness=done.proof.loudness,
        target=done.copy.target.name,
    )
