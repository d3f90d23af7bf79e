"""Every spoken line of a script as sound: synthetic lines first, then the recordings that stand in their place."""

from __future__ import annotations

from segment.media import sound
from segment.model.finding import Finding
from segment.model.sound import Spoken
from segment.project.casting import without_claims
from segment.project.job import Job
from segment.script import running_order, utterances
from segment.steps import Report, Step
from segment.voice import speak, take


def speak_script(job: Job, report: Report) -> tuple[dict[str, Spoken], tuple[Finding, ...]]:
    """Spoken lines by id, for all deliverables at once; a line of which nothing may be said is not among them.

    Raises VoiceError for a line that cannot be spoken or a recording that cannot be used.
    """
    voices, takes = job.casting.voices, job.casting.takes
    whole = utterances(running_order(job.script), language=job.project.show.language)
    people = {job.reviewer, *(role.person for role in job.project.roles.values())}
    said, notes = without_claims(whole, voices, people)
    spoken: dict[str, Spoken] = {}
    speaking = speak(tuple(u for u in said if u.role in voices and u.pieces), voices, report=report)
    for line in speaking:
        spoken[line.id] = line
    findings = [*notes, *speaking.findings]
    for role, path in takes.items():
        report(Step(stage="speak", message=f"recording of {role}: {path.name}"))
        recorded, remarks = take(role, sound.read(path), path.name, tuple(u for u in whole if u.role == role))
        spoken[recorded.id] = recorded
        findings.extend(remarks)
    return spoken, tuple(findings)
