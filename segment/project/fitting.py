"""Spoken lines and music fitted to the lengths that a script asks for: arrange, see what is missing, let give, arrange again."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ScriptError
from segment.model.finding import Finding
from segment.model.fitting import Fitting, Lengths
from segment.model.sound import Spoken
from segment.model.voice import WORDS_PER_MINUTE
from segment.project.deliverable import Deliverable, Plan, deliverable
from segment.project.desk import Desk
from segment.project.job import Job
from segment.project.recorded_sentences import recorded_sentences
from segment.project.speech import Begun, respoken
from segment.script.fitting import CLEAR_S, ROOM_S, Fit, Wanted, fit
from segment.script.pace import sentence_gaps
from segment.script.proposals import proposals
from segment.script.timing import SlotClock
from segment.steps import Report
from segment.units import frames, radio_span, radio_time, seconds


class Fitted(Struct, frozen=True, kw_only=True):
    """A deliverable as it fits, the lines it is made of, and how it was fitted; ``over_s`` where it does not fit."""

    made: Deliverable
    spoken: dict[str, Spoken]
    fit: Fit
    lengths: Lengths


def fitted(
    planned: Plan, wanted: Wanted, spoken: dict[str, Spoken], begun: Begun, job: Job, desk: Desk, report: Report
) -> Fitted:
    """One deliverable, as long as it is wanted, or as near as it comes (``fit.over_s``).

    At the most the lines are spoken twice: at another tempo, and then with other pauses, which the shelf makes cheap.
    """
    made = deliverable(planned, spoken, job.project)
    lengths = _lengths(made, begun, job, Fitting())
    answer = fit(job.script, lengths, wanted=wanted)
    if answer.over_s:
        return Fitted(made=made, spoken=spoken, fit=answer, lengths=lengths)
    rate = answer.fitting.rate
    if rate != 1.0:
        spoken = respoken(begun, job, desk, spoken, Fitting(rate=rate), report)
        made = deliverable(planned, spoken, job.project)
        lengths = _lengths(made, begun, job, Fitting(rate=rate))
        answer = fit(job.script, lengths, wanted=wanted, rate=rate)
    if answer.fitting.pauses != 1.0:
        spoken = respoken(begun, job, desk, spoken, answer.fitting, report)
    return _exact(planned, wanted, spoken, job, answer, lengths)


_SETTLING = 3


def _exact(planned: Plan, wanted: Wanted, spoken: dict[str, Spoken], job: Job, answer: Fit, lengths: Lengths) -> Fitted:
    """The deliverable with its exact length: the closing music takes up what rounding left."""
    rate = (job.project.podcast if planned.use == "podcast" else job.project.air).rate
    length = frames(answer.target_s, rate)
    fitting = answer.fitting
    room = 0.0
    for _ in range(_SETTLING):
        made = deliverable(planned, spoken, job.project, replace(fitting, frames=length))
        room = seconds(length - made.ends, rate) - _quiet_s(made, job)
        if made.button_s is None or abs(room) < 1e-3:
            break
        fitting = replace(fitting, button_s=max(fitting.button_s + room, fitting.button_s + CLEAR_S - made.button_s))
    over = 0.0 if ROOM_S[0] - 0.1 <= room <= ROOM_S[1] + 0.1 else -room
    return Fitted(made=made, spoken=spoken, fit=replace(answer, fitting=fitting, over_s=over), lengths=lengths)


def _quiet_s(made: Deliverable, job: Job) -> float:
    """Silence behind the last sound: the house's, and on air whatever is missing of the time after the last word."""
    tail = job.project.mix.tail_s
    if made.timeline.deliverable == "podcast":
        return tail
    return max(tail, CLEAR_S - ROOM_S[0] - seconds(made.ends - made.last_word, made.timeline.rate))


def _lengths(made: Deliverable, begun: Begun, job: Job, fitting: Fitting) -> Lengths:
    rate = made.timeline.rate
    own = {line.id: line for line in begun.said}
    synthetic = [voiced for voiced in made.timeline.voiced if voiced.synthetic and voiced.id in own]
    gaps = sum(sentence_gaps(own[v.id]) * job.casting.voices[v.role].pauses.sentence for v in synthetic)
    return Lengths(
        natural_s=seconds(made.ends, rate) + _quiet_s(made, job),
        pauses_s=made.gaps_s + gaps,
        speech_s=max(0.0, sum(seconds(v.end - v.start, rate) for v in synthetic) - gaps),
        button_s=made.button_s,
        after_word_s=seconds(made.timeline.frames - made.last_word, rate),
        words=sum(len(v.text.split()) for v in made.timeline.voiced),
    )


def gave(use: str, done: Fitted, wanted: Wanted) -> Finding:
    """What was done to hit the length, as a note."""
    fitting, length = done.fit.fitting, seconds(done.made.timeline.frames, done.made.timeline.rate)
    parts = []
    if fitting.pauses != 1.0:
        parts.append(f"pauses {100 * (fitting.pauses - 1):+.0f} %")
    if fitting.rate != 1.0:
        parts.append(f"synthetic voices {100 * (fitting.rate - 1):+.1f} %")
    if abs(fitting.button_s) >= 0.05:
        parts.append(f"closing music {fitting.button_s:+.1f} s")
    how = ", ".join(parts) if parts else "nothing had to give"
    asked = radio_span(wanted.least_s, wanted.most_s) if use == "podcast" else f"at most {radio_time(wanted.most_s)}"
    return Finding(
        code="PJ041",
        level="info",
        message=f"The {use} file runs {radio_time(length)} ({length:.3f} s), asked for {asked}: {how}.",
    )


def misfit(planned: Plan, done: Fitted, wanted: Wanted, clock: SlotClock | None) -> ScriptError:
    """That a script does not fit, by how much, and what could go; ``clock`` is how a slot is shared with a live host."""
    over = done.fit.over_s
    words = max(1, round(abs(over) * _words_a_second(done.lengths)))
    side = "over" if over > 0 else "under"
    by_id: Mapping[str, float] = {v.id: seconds(v.end - v.start, done.made.timeline.rate) for v in done.made.timeline.voiced}
    recorded = recorded_sentences(planned.order, done.spoken.values())
    cuts = proposals(planned.order, by_id, done.lengths.natural_s, recorded) if over > 0 else ()
    hint = "Nothing was made and no word was changed. "
    if cuts:
        listed = "; ".join(f"“{_short(cut.text)}” ({cut.seconds:.1f} s, then {radio_time(cut.leaves_s)})" for cut in cuts)
        hint += f"Cuts to choose from, safest and longest first: {listed}."
        if recorded:
            hint += " Take a sentence out of the script, or put ; before its line, and its sound goes too: the recording stays."
    elif over > 0:
        hint += "Cut in the script, or ask for more time."
    else:
        hint += "Write more, or ask for less time."
    least, most = radio_time(wanted.least_s), radio_time(wanted.most_s)
    asked = f"its {most}" if wanted.least_s == wanted.most_s or planned.use == "air" else f"{least}-{most}"
    shared = f" (SLOT {clock.text})" if clock else ""
    return ScriptError(
        f"The {planned.use} file runs {radio_time(done.lengths.natural_s)} and cannot be brought to {asked}{shared}: it is "
        f"{abs(over):.1f} s {side}, about {words} {'word' if words == 1 else 'words'}, with all given that may give.",
        hint=hint,
        cause=Cause.GATE,
    )


def _words_a_second(lengths: Lengths) -> float:
    return lengths.words / lengths.natural_s if lengths.words > 20 else WORDS_PER_MINUTE / 60


def _short(text: str, words: int = 8) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + ("…" if len(parts) > words else "")
