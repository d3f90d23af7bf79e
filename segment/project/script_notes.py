"""What a script is told about before it is spoken, whoever wrote it: notes for the ear, and on its facts."""

from __future__ import annotations

from collections.abc import Iterable

from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.review import Review
from segment.script.ear.codes import ALLOWABLE
from segment.script.parsed import Parsed


def script_notes(
    parsed: Parsed, file: str, project: Project, review: Review | None, *, spoilers: bool = False
) -> tuple[Finding, ...]:
    """The notes on a script, without those that the show or a comment in the script allows.

    Where the show or ``spoilers`` lets the ending be told, telling it is no note.
    """
    from segment.script import heard, held  # a build that found its notes among what is remembered needs neither

    allow = frozenset(project.notes.allow)
    ear = heard(parsed, file=file, allow=allow, spoilers=spoilers or project.script.spoilers)
    if review is None:
        return ear
    also = frozenset({project.show.name, *(role.person for role in project.roles.values())})
    return (*ear, *held(parsed, review, file=file, allow=allow, also=also))


def wanted(findings: Iterable[Finding], project: Project) -> tuple[Finding, ...]:
    """Notes of the stages before, without those that the show allows; a mistake is never left out."""
    allow = frozenset(project.notes.allow) & frozenset(ALLOWABLE)
    return tuple(finding for finding in findings if finding.code not in allow or finding.level == "error")
