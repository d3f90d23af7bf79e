"""Every spoken line of a script as sound: synthetic lines first, then the recordings that stand in their place."""

from __future__ import annotations

from segment.media import sound
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.review import Review
from segment.model.script import Script
from segment.model.sound import Spoken
from segment.project.casting import Casting, without_claims
from segment.script import running_order, utterances
from segment.steps import Report, Step
from segment.voice import speak, take


def speak_script(
    script: Script, project: Project, casting: Casting, review: Review | None, report: Report
) -> tuple[dict[str, Spoken], tuple[Finding, ...]]:
    """Spoken lines by id, for all deliverables at once.

    Raises VoiceError for a line that cannot be spoken or a recording that cannot be used.
    """
    whole = utterances(running_order(script), language=project.show.language)
    people = {role.person for role in project.roles.values()} | ({review.reviewer} if review else set())
    said, notes = without_claims(whole, casting.voices, people)
    synthetic = tuple(u for u in said if u.role in casting.voices and u.pieces)
    spoken: dict[str, Spoken] = {}
    speaking = speak(synthetic, casting.voices, report=report)
    for line in speaking:
        spoken[line.id] = line
    findings = [*notes, *speaking.findings]
    for role, path in casting.takes.items():
        report(Step(stage="speak", message=f"recording of {role}: {path.name}"))
        recorded, remarks = take(role, sound.read(path), path.name, tuple(u for u in whole if u.role == role))
        spoken[recorded.id] = recorded
        findings.extend(remarks)
    return spoken, tuple(findings)
