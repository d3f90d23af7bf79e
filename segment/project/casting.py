"""Who speaks which role: a person's take, or a voice profile; and what a synthetic voice may not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.library.lookup import find
from segment.model.finding import Finding
from segment.model.house import House, Reader
from segment.model.project import Project
from segment.model.utterance import Phrase, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import load_profile

_AM = r"I['’]m|I am|my name is|je m['’]appelle"
_CLAIM = re.compile(rf"\b(?:{_AM}|this is|je suis|ici)\s+(\w+(?:[ .\-]+\w+)*)", re.IGNORECASE)
_SIGN_OFF = re.compile(rf"^(?:(?:and|for .{{1,40}},) )?(?:{_AM}) ([A-Z]\w+ [A-Z][\w.\-]+)", re.IGNORECASE)
_SHORT = 9
"""Words a sign-off has at most: a longer sentence with a name in it says something else."""


class Casting(Struct, frozen=True, kw_only=True):
    """The voices of one build."""

    voices: dict[str, VoiceProfile]
    """Roles a synthetic voice speaks."""
    takes: dict[str, Path]
    """Roles a person recorded."""
    scratch: tuple[str, ...]
    """Roles where a synthetic voice stands in for a person of the project."""


def house(project: Project, takes: Iterable[str], reviewer: str, slot_s: float | None) -> House:
    """What a template is told.

    A script for a person who has yet to record it is written for that person; where a synthetic voice stays, the script
    says so.
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
        spoilers=project.script.spoilers,
        slot_s=slot_s,
    )


def _profile(name: str, root: str) -> VoiceProfile:
    found = find("voices", name, root)
    return load_profile(found.path.read_text(encoding="utf-8"), name=found.name, file=str(found.path))


def cast(roles: Sequence[str], project: Project, chosen: Mapping[str, str], takes: Mapping[str, Path]) -> Casting:
    """A voice for each role in the script: chosen on the command line, else by the project, else named like the role.

    Raises ProjectError for a voice that is not there, VoiceError for a profile with mistakes.
    """
    voices: dict[str, VoiceProfile] = {}
    for role in roles:
        if role in takes:
            continue
        name = chosen.get(role) or project.role(role).voice or (role if role in {"host", "critic"} else "host")
        voices[role] = _profile(name, project.root)
    scratch = tuple(r for r in voices if project.role(r).person and project.role(r).synthetic == "scratch")
    return Casting(voices=voices, takes={r: p for r, p in takes.items() if r in roles}, scratch=scratch)


def _claims(phrase: Phrase, people: frozenset[str]) -> str:
    """The name a phrase claims as the speaker's own, or empty.

    Known people are found anywhere in a sentence; a name nobody told us only in a sentence that is a sign-off.
    """
    text = " ".join(word.display for word in phrase.words)
    for match in _CLAIM.finditer(text):
        for person in people:
            if match[1].lower().startswith(person.lower()):
                return person
    sign_off = _SIGN_OFF.match(text)
    if sign_off and len(phrase.words) <= _SHORT and all(word[0].isupper() for word in sign_off[1].split()):
        return sign_off[1].rstrip(".")
    return ""


def without_claims(
    utterances: Sequence[Utterance], synthetic: Iterable[str], people: Iterable[str]
) -> tuple[tuple[Utterance, ...], tuple[Finding, ...]]:
    """Leave out sentences in which a synthetic voice would say that it is a person; each with a note."""
    roles, names = frozenset(synthetic), frozenset(p for p in people if p)
    kept: list[Utterance] = []
    notes: list[Finding] = []
    for utterance in utterances:
        if utterance.role not in roles:
            kept.append(utterance)
            continue
        pieces = []
        for piece in utterance.pieces:
            name = _claims(piece, names) if isinstance(piece, Phrase) else ""
            if name:
                notes.append(_left_out(utterance, name))
            else:
                pieces.append(piece)
        kept.append(replace(utterance, pieces=tuple(pieces)))
    return tuple(kept), tuple(notes)


def _left_out(utterance: Utterance, name: str) -> Finding:
    return Finding(
        code="PJ010",
        level="warning",
        message=f"{utterance.id}: left out the sentence in which a synthetic voice would say that it is {name}",
        hint=f"It is heard as soon as {name}'s own recording is used (--take {utterance.role}=FILE).",
    )
