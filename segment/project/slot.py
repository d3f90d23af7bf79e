"""Both deliverables of a build, as long as the script's SLOT or CART asks, or as long as they are where it asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import SegmentError
from segment.mix.length import AS_IT_STANDS
from segment.model.finding import Finding
from segment.model.fitting import Fitting
from segment.model.sound import Spoken
from segment.project.deliverable import Deliverable, Plan, deliverable
from segment.project.desk import Desk
from segment.project.fitting import Fitted, fitted, gave, misfit
from segment.project.job import Job
from segment.project.speech import Begun
from segment.project.wanted import Lengths, wanted
from segment.script import clock_note
from segment.steps import Report
from segment.units import seconds


class Ready(Struct, frozen=True, kw_only=True):
    """A deliverable that is laid out, the lines it is made of, and how it came to its length."""

    made: Deliverable
    spoken: dict[str, Spoken]
    planned: Plan
    fitting: Fitting


class Both(Struct, frozen=True, kw_only=True):
    """The podcast and the air file, each with the lines it is made of."""

    podcast: Ready
    air: Ready
    findings: tuple[Finding, ...] = ()


class Tried(Struct, frozen=True, kw_only=True):
    """Both fitted as far as they go."""

    asked: Lengths
    podcast: Fitted | None
    air: Fitted | None

    @property
    def over_s(self) -> float:
        """Seconds by which the script is too long for the one, or too short; the larger of the two, 0 where both fit."""
        return max((done.fit.over_s for done in (self.podcast, self.air) if done), key=abs, default=0.0)


def tried(plans: tuple[Plan, Plan], spoken: dict[str, Spoken], begun: Begun, job: Job, desk: Desk, report: Report) -> Tried:
    """Each deliverable of which a length is wanted, fitted for itself."""
    asked = wanted(job.script, job.project)

    def one(planned: Plan) -> Fitted | None:
        goal = asked.podcast if planned.use == "podcast" else asked.air
        return fitted(planned, goal, spoken, begun, job, desk, report) if goal is not None else None

    podcast, air = plans
    return Tried(asked=asked, podcast=one(podcast), air=one(air))


def fit_all(plans: tuple[Plan, Plan], spoken: dict[str, Spoken], begun: Begun, job: Job, desk: Desk, report: Report) -> Both:
    """Both deliverables, ready to be rendered.

    Raises ScriptError (GATE) for a script that cannot be brought to its length, with the cuts that could be made.
    """
    done = tried(plans, spoken, begun, job, desk, report)
    podcast, air = (
        Ready(
            made=one.made if one else deliverable(planned, spoken, job.project),
            spoken=one.spoken if one else spoken,
            planned=planned,
            fitting=one.fit.fitting if one else AS_IT_STANDS,
        )
        for one, planned in zip((done.podcast, done.air), plans, strict=True)
    )
    failures = [*_failures(done, plans)]
    if failures:
        raise failures[0]
    return Both(podcast=podcast, air=air, findings=tuple(_notes(done, air.made)))


def _failures(done: Tried, plans: tuple[Plan, Plan]) -> Iterator[SegmentError]:
    # The hole in the clock comes first: the podcast could be any length.
    for one, goal, planned in ((done.air, done.asked.air, plans[1]), (done.podcast, done.asked.podcast, plans[0])):
        if one and goal and one.fit.over_s:
            yield misfit(planned, one, goal, done.asked.clock if planned.use == "air" else None)


def _notes(done: Tried, air: Deliverable) -> Iterator[Finding]:
    if done.podcast and done.asked.podcast:
        yield gave("podcast", done.podcast, done.asked.podcast)
    if done.air and done.asked.air:
        yield gave("air", done.air, done.asked.air)
    if done.asked.clock is not None:
        yield clock_note(replace(done.asked.clock, piece_s=seconds(air.timeline.frames, air.timeline.rate)))
