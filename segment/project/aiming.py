"""A script written to a length: choose, speak, see how long it really is, and choose again; three rounds at the most.

The voices' own figures bring the first round near; what a round misses by is what the next is written for. Only sentences that
were not spoken before are spoken, the shelf has the others.
"""

from __future__ import annotations

from collections.abc import Callable

from segment.project.build import Build, decide
from segment.project.deliverable import deliverable
from segment.project.desk import Desk
from segment.project.produce import plans
from segment.project.speech import begin, collect
from segment.project.wanted import wanted
from segment.script.written import Written
from segment.steps import Report, Step
from segment.units import seconds

ROUNDS = 3
NEAR = 0.02
"""A script that comes this near to its length unaided, as a share of it, is not written again."""


def aimed(
    write: Callable[[float], Written], asked: Callable[[Written], Build], aim_s: float, desk: Desk, report: Report
) -> Written:
    """The script of the rounds that comes nearest to its length when it is spoken and laid out."""
    best: tuple[float, Written] | None = None
    for number in range(ROUNDS):
        report(Step(stage="write", message=f"round {number + 1}, for {aim_s:.0f} s of talk"))
        written = write(aim_s)
        if best is not None and written.text == best[1].text:
            break
        missing, length_s = _missing(asked(written), desk, report)
        if best is None or abs(missing) < best[0]:
            best = (abs(missing), written)
        if abs(missing) <= NEAR * length_s:
            break
        aim_s = max(1.0, aim_s + missing)
    assert best is not None
    return best[1]


def _missing(asked: Build, desk: Desk, report: Report) -> tuple[float, float]:
    """Seconds that the two deliverables lack of their lengths, the middle between them, and the longer length."""
    job = decide(asked)
    desk.speaker.include(job.casting.voices)
    spoken = collect(begin(job, desk, report), job, desk, report).spoken
    goals = wanted(job.script, job.project)
    missing: list[float] = []
    longest = 1.0
    for planned, goal in zip(plans(job, desk), (goals.podcast, goals.air), strict=True):
        if goal is not None:
            timeline = deliverable(planned, spoken, job.project).timeline
            natural = seconds(timeline.frames, timeline.rate)
            missing.append(goal.nearest(natural) - natural)
            longest = max(longest, goal.most_s)
    return (max(missing) + min(missing)) / 2 if missing else 0.0, longest
