"""What a synthetic voice may not say: that it is a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from segment.model.finding import Finding
from segment.model.utterance import Phrase, Utterance

_AM = r"I['’]m|I am|my name is|je m['’]appelle"
_CLAIM = re.compile(rf"\b(?:{_AM}|this is|je suis|ici)\s+(\w+(?:[ .\-]+\w+)*)", re.IGNORECASE)
_SIGN_OFF = re.compile(rf"^(?:(?:and|for .{{1,40}},) )?(?:{_AM}) ([A-Z]\w+ [A-Z][\w.\-]+)", re.IGNORECASE)
_SHORT = 9
"""Words a sign-off has at most: a longer sentence with a name in it says something else."""


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
        message=f"{utterance.id}: left out the sentence in which a synthetic voice would say that it is {name}.",
        hint=f"It is heard as soon as {name}'s own recording is used (--take {utterance.role}=FILE).",
    )
