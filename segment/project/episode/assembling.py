"""The links, spoken or recorded, and the segments between them, as one mastered programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from segment.errors import Cause, ProjectError
from segment.mix.length import AS_IT_STANDS
from segment.model.asset import Asset
from segment.model.episode import Episode, EpisodeMade
from segment.model.finding import Finding
from segment.model.made import ChapterStart
from segment.model.project import Project
from segment.project import extras, package, views
from segment.project.copies import Copy, undated
from segment.project.copies import copies as copies_of
from segment.project.deliverable import Deliverable, deliverable, plan
from segment.project.desk import Desk
from segment.project.episode.inlay import inner_lines
from segment.project.episode.recording import episode_record
from segment.project.episode.sounds import clips, judge_clips, with_inlays
from segment.project.job import Job
from segment.project.music import toml_key
from segment.project.produce import artifact, copied, in_the_way, ready
from segment.project.slot import Both, Ready
from segment.project.speech import begin, collect, with_lists
from segment.project.story import SCRIPT
from segment.publish.chapters import shown_chapters
from segment.publish.order_sheet import order
from segment.steps import Report, Step
from segment.units import radio_span, radio_time, seconds


def episode_copies(project: Project) -> tuple[Copy, ...]:
    """The files of sound of an episode: those of the podcast's programme, its MP3 first."""
    return tuple(copy for copy in copies_of(project) if copy.use == "podcast")


def assemble(job: Job, lines: tuple[int, ...], desk: Desk, report: Report) -> EpisodeMade:
    """Make the files of an episode; ``lines`` are those of its script in the file.

    Raises ProjectError (GATE) for a post that cannot be met, and what the stages raise; then no output has been touched.
    """
    told = job.episode
    if told is None:
        raise ProjectError("This is no episode.", cause=Cause.BUG)
    episode = told.episode
    copies = episode_copies(job.project)
    names = package.names(job, copies)
    desk.speaker.include(job.casting.voices)
    begun = begin(job, desk, report)
    blocked = ready(job, names)
    report(Step(stage="mix", message="segments"))
    found = clips(told, "podcast", job.project, job.beside, desk)
    judge_clips(job.script.items, lines, found, job.project, job.beside / SCRIPT)
    project = replace(job.project, beds={**job.project.beds, **found.assets})
    planned = with_inlays(plan("podcast", job.script, project, desk.crate, job.beside), found, told, job.project, desk)
    said = collect(begun, job, desk, report)
    job = with_lists(job, said.lists)
    spoken = {**said.spoken, **inner_lines(found.inlays)}
    desk.aside.rest()
    from segment.project.issue import issue  # what comes after the mix is loaded when the lines are there
    from segment.project.press import programmes

    made = deliverable(planned, spoken, project)
    laid_out = Ready(made=made, spoken=spoken, planned=planned, fitting=AS_IT_STANDS)
    mixes = programmes(Both(podcast=laid_out, air=laid_out), copies, project)  # none of the copies is the air file's
    orders = {"podcast": order(made.timeline, views.speakers(job), made.assets)}
    more = extras.extras(job.also, job.stem, made, spoken, orders["podcast"])
    blocked = (*blocked, *in_the_way(job, tuple(more)))
    names = (*names[:-1], *more, names[-1])
    own = (_of_episode(note, found.assets) for note in made.findings)
    notes = (*job.findings, *said.findings, *own, *_length(episode, made), *undated(job.script))
    findings = tuple(dict.fromkeys(notes))
    done = issue(job, mixes, copies, names, more=more, blocked=blocked, findings=findings, rest=desk.aside.rest, report=report)
    rate = made.timeline.rate
    return EpisodeMade(
        slug=job.stem,
        artifacts=tuple(artifact(job.out / name, copies) for name in names),
        duration_s=seconds(made.timeline.frames, rate),
        loudness=done["podcast"].proof.loudness,
        chapters=tuple(
            ChapterStart(title=mark.title, start_s=round(seconds(mark.start, rate), 3)) for mark in shown_chapters(made.timeline)
        ),
        findings=findings,
        deliverables=tuple(copied(job.out / (job.stem + copy.file), done[copy.name]) for copy in copies),
        orders=orders,
        record=episode_record(told, job.title, made),
        anew=True,
    )


def _of_episode(note: Finding, assets: Mapping[str, Asset]) -> Finding:
    """A note on the rights of finished audio names the file that says them."""
    hint = note.hint
    for key in map(toml_key, assets):
        hint = hint.replace(f"Under [beds.{key}] in segment.toml, say", "In its segment in episode.toml say")
        hint = hint.replace(f"the rights of beds.{key} ", "its rights in episode.toml ")
    return replace(note, hint=hint)


def _length(episode: Episode, made: Deliverable) -> Iterator[Finding]:
    length = seconds(made.timeline.frames, made.timeline.rate)
    if episode.least_s is None or episode.most_s is None:
        return
    over = length - episode.most_s if length > episode.most_s else min(length - episode.least_s, 0.0)
    if over:
        yield Finding(
            code="EP004",
            level="warning",
            message=f"The episode runs {radio_time(length)}, {abs(over):.1f} s {'over' if over > 0 else 'under'} its "
            f"{radio_span(episode.least_s, episode.most_s)}.",
            hint="segment episode status says what each segment takes.",
        )
