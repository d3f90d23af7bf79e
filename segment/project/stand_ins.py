"""A synthetic voice that says a sentence in a person's recording, because the person's own list of takes asks for it.

Only where the show allows it: in the place of a person of the show it stands in nowhere unless the role says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.sound import Spoken
from segment.model.take import Edit
from segment.model.utterance import Phrase, Utterance
from segment.project.claims import without_claims
from segment.voice.take.standing_in import with_stand_ins
from segment.voice.take.taking import Recording

Speak = Callable[[Sequence[Utterance]], Sequence[Spoken]]
"""The role's voice: each line as sound."""


class StoodIn(Struct, frozen=True, kw_only=True, eq=False):
    """A recording with the sentences that were asked for."""

    made: Recording
    edit: Edit
    notes: tuple[Finding, ...]


def stood_in(role: str, made: Recording, edit: Edit, project: Project, people: frozenset[str], speak: Speak) -> StoodIn:
    """Have the sentences said for which the list wants a voice, where that is allowed; each is told."""
    asked = [n for n, choice in enumerate(edit.choices) if choice.stand_in]
    if not asked:
        return StoodIn(made=made, edit=edit, notes=())
    bound = project.role(role)
    where = Where(file=made.name)
    if bound.person and bound.synthetic != "allowed":
        refused = Finding(
            code="TK019",
            level="warning",
            message=f"No synthetic voice says {_quoted(edit, asked)} for {bound.person}: the show does not allow it.",
            hint=f'Record it, or set roles.{role}.synthetic = "allowed".',
            where=where,
        )
        return StoodIn(made=made, edit=_without(edit), notes=(refused,))
    alone = [
        Utterance(id=f"{role}-stand-in-{n}", role=role, pieces=(Phrase(words=edit.choices[n].sentence.words),)) for n in asked
    ]
    allowed, claims = without_claims(alone, [role], people)
    by_id: Mapping[str, Spoken] = {line.id: line for line in speak([line for line in allowed if line.pieces])}
    said = {n: by_id[line.id] for n, line in zip(asked, alone, strict=True) if line.id in by_id}
    if said:
        made, edit = with_stand_ins(made, edit, said)
    return StoodIn(made=made, edit=_without(edit), notes=(*claims, *_told(role, edit, said, where)))


def _without(edit: Edit) -> Edit:
    """Wishes that were not fulfilled are none."""
    return replace(edit, choices=tuple(replace(c, stand_in=c.stand_in and c.reading is not None) for c in edit.choices))


def _told(role: str, edit: Edit, said: Mapping[int, Spoken], where: Where) -> Iterator[Finding]:
    if said:
        yield Finding(
            code="TK019",
            level="warning",
            message=f"A synthetic voice ({next(iter(said.values())).voice}) says {_quoted(edit, [*said])} as {role}.",
            hint="Listeners are told so in the feed and the notes; record it, and it is heard instead.",
            where=where,
        )


def _quoted(edit: Edit, which: Sequence[int]) -> str:
    return ", ".join(f"“{edit.choices[n].sentence.text}”" for n in which)
