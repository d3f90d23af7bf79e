"""What a script template is told of the show and of who reads."""

from __future__ import annotations

from collections.abc import Iterable

from segment.model.house import House, Reader
from segment.model.project import Project


def house(project: Project, takes: Iterable[str], reviewer: str, slot_s: float | None, *, spoilers: bool = False) -> House:
    """What a template is told.

    A script for a person who has yet to record it is written for that person; where a synthetic voice stays, the script
    says so. ``spoilers`` lets the ending be told, as the project's own setting does.
    """
    taken = frozenset(takes)

    def reader(role: str, fallback: str) -> Reader:
        bound = project.role(role)
        will_record = bool(bound.person) and bound.synthetic == "scratch"
        return Reader(person=bound.person or fallback, synthetic=role not in taken and not will_record)

    return House(
        show=project.show.name,
        website=project.show.website,
        language=project.show.language,
        host=reader("host", ""),
        critic=reader("critic", reviewer),
        greeting=project.show.greeting,
        sign_off=project.show.sign_off,
        out_cue=project.show.out_cue,
        words=project.words,
        spoilers=spoilers or project.script.spoilers,
        slot_s=slot_s,
    )
