"""Every spoken line of a script as sound: synthetic lines first, then the recordings that stand in their place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.media import files
from segment.model.finding import Finding
from segment.model.fitting import Fitting
from segment.model.sound import Spoken
from segment.model.utterance import Utterance
from segment.model.voice import VoiceProfile
from segment.project import inputs
from segment.project.casting import profile
from segment.project.claims import without_claims
from segment.project.desk import Desk
from segment.project.job import Job
from segment.project.memory import remembered
from segment.project.pronunciations import files_of, lexicon
from segment.steps import Report, Step
from segment.voice import Speaking

_CHAINS = 2
"""Lines that pass their voice chain at once."""


class Begun(Struct, frozen=True, kw_only=True):
    """Lines that are being spoken."""

    whole: tuple[Utterance, ...]
    """All lines of the script, as written."""
    said: tuple[Utterance, ...]
    """Those that synthetic voices say."""
    speaking: Speaking
    notes: tuple[Finding, ...]


def begin(job: Job, desk: Desk, report: Report) -> Begun:
    """Have the synthetic lines spoken; returns at once."""
    whole = _lines(job)
    said, notes = without_claims(whole, job.casting.voices, _people(job))
    synthetic = tuple(line for line in said if line.role in job.casting.voices and line.pieces)
    return Begun(whole=whole, said=synthetic, speaking=desk.speaker.speak(synthetic, report=report), notes=notes)


def _people(job: Job) -> set[str]:
    return {name for name in (job.reviewer, *(role.person for role in job.project.roles.values())) if name}


def _stand_in(role: str, voice: str, job: Job, desk: Desk) -> Callable[[Sequence[Utterance]], Sequence[Spoken]]:
    """The voice that says single sentences of a recorded role; nothing is loaded for it before it is asked."""

    def speak(lines: Sequence[Utterance]) -> Sequence[Spoken]:
        desk.speaker.include({role: profile(voice, job.project.root)})
        return [*desk.speaker.speak(lines)]

    return speak


def _review_share(role: str, paths: tuple[Path, ...], job: Job) -> Callable[[], float]:
    """How much of the printed review is in a role's recordings; nobody looks before it is asked."""

    def share() -> float:
        from segment.project.read_aloud import review_share  # what hears recordings is not loaded for a script without one

        return review_share(role, paths, job.review, job.project) if job.review else 0.0

    return share


def _lines(job: Job) -> tuple[Utterance, ...]:
    root, language = job.project.root, job.project.show.language
    given = [job.script, language, [(str(path), files.sha256(path)) for path in files_of(root)]]

    def say() -> tuple[Utterance, ...]:
        from segment.script import running_order, utterances

        return utterances(running_order(job.script), language=language, lexicon=lexicon(root))

    return remembered(job.project, "lines", given, tuple[Utterance, ...], say)


class Collected(Struct, frozen=True, kw_only=True, eq=False):
    """Every line that is heard."""

    spoken: dict[str, Spoken]
    """By id, for all deliverables at once; a line of which nothing may be said is not among them."""
    findings: tuple[Finding, ...]
    lists: tuple[tuple[str, Path], ...]
    """(role, file) of the lists that say what is heard of recordings."""


def collect(begun: Begun, job: Job, desk: Desk, report: Report) -> Collected:
    """Every line as sound.

    Raises VoiceError for a line that cannot be spoken or a recording that cannot be used.
    """
    spoken = _shaped(begun.speaking, job.casting.voices, desk)
    findings = [*begun.notes, *begun.speaking.findings]
    lists: list[tuple[str, Path]] = []
    for role, paths in job.casting.takes.items():
        report(Step(stage="speak", message=f"recording of {role}: {', '.join(path.name for path in paths)}"))
        own = tuple(line for line in begun.whole if line.role == role)
        from segment.project.recorded import recorded  # what hears recordings is not loaded for a script without one

        preset = job.casting.presets[role]
        speak = _stand_in(role, preset.path.stem, job, desk)
        heard = recorded(
            role, paths, own, job.project, preset.allowed, frozenset(_people(job)), speak, _review_share(role, paths, job)
        )
        spoken.update((line.id, replace(line, sound=desk.kept(line.sound))) for line in heard.lines)
        findings.extend(heard.notes)
        lists += [(role, heard.list_path)] if heard.list_path else []
    return Collected(spoken=spoken, findings=tuple(findings), lists=tuple(lists))


def with_lists(job: Job, lists: Iterable[tuple[str, Path]]) -> Job:
    """The build with the lists of takes among what went into it."""
    return replace(job, inputs=(*job.inputs, *(inputs.of(f"list:{role}", path, job.out) for role, path in lists)))


def respoken(
    begun: Begun, job: Job, desk: Desk, before: dict[str, Spoken], fitting: Fitting, report: Report
) -> dict[str, Spoken]:
    """The lines with other pauses or at another tempo; recordings stay as they are."""
    voices = {role: replace(voice, rate=voice.rate * fitting.rate) for role, voice in job.casting.voices.items()}
    desk.speaker.include(voices)
    speaking = desk.speaker.speak(begun.said, report=report, pauses=fitting.pauses)
    spoken = _shaped(speaking, voices, desk)
    desk.speaker.include(job.casting.voices)
    return {**spoken, **{key: line for key, line in before.items() if not line.synthetic}}


def _shaped(lines: Iterable[Spoken], voices: Mapping[str, VoiceProfile], desk: Desk) -> dict[str, Spoken]:
    """Lines by id, each through its chain as it comes, while the voices speak the next; few are in memory at a time."""
    waiting: deque[Future[Spoken]] = deque()
    shaped: list[Spoken] = []
    with ThreadPoolExecutor(_CHAINS) as chains:
        for line in lines:
            waiting.append(chains.submit(desk.shaped, line, voices[line.role].processing))
            if len(waiting) > 2 * _CHAINS:
                shaped.append(waiting.popleft().result())
        shaped.extend(future.result() for future in waiting)
    return {line.id: line for line in shaped}
