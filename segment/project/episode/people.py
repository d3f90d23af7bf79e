"""Who is who in an episode: the critic of one segment is not the critic of the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from segment.project.episode.segments import MadeSegment


def roles(made: Sequence[MadeSegment], own: Mapping[str, str]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """The role of each voice inside a segment, by the segment's name and its role there, and the name shown for each such role.

    ``own`` are the roles that speak in the links, with the person's name or nothing. A person, or a voice without one, has one
    role throughout; a second of the same role is ``critic-2``.
    """
    taken: dict[str, list[str]] = {role: [name] for role, name in own.items()}
    found: dict[tuple[str, str], str] = {}
    shown: dict[str, str] = {}
    for one in made:
        if one.piece is None:
            continue
        people = {named.role: named.name for named in one.sheet.people if named.role != "author"} if one.sheet else {}
        for role in dict.fromkeys(line.role for line in one.piece.voiced):
            known = taken.setdefault(role, [])
            if people.get(role, "") not in known:
                known.append(people.get(role, ""))
            number = known.index(people.get(role, "")) + 1
            called = role if number == 1 else f"{role}-{number}"
            found[one.name, role] = called
            if called not in own:
                shown[called] = people.get(role, "") or role.replace("-", " ").replace("_", " ").capitalize()
    return found, shown
