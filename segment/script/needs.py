"""What each sentence cannot do without: the one it leans on, and the one that first names a person it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from segment.model.review import Review
from segment.script.leaning import NAME, leans
from segment.script.material import Candidate

_THE = re.compile(r"(?:The|This|That|These|Those|Both) ([a-zà-ÿ]+)(?: ([a-zà-ÿ]+))?")
_STEM = 4
"""Letters by which a word is known again: ``street`` and ``streets``."""
_AFTERTHOUGHT = 3
_NEAR = 5
"""Sentences back in which a listener still has a thing in mind."""


def needs(candidates: Sequence[Candidate], review: Review, *, known: str = "") -> tuple[frozenset[int], ...]:
    """For each candidate the places of those it cannot do without.

    ``known`` is text the listener has heard before, such as the INTRO. A sentence that leans on one that is not among the
    candidates has −1 among its needs, but for the first of a block, which stands in for a beginning.
    """
    people = _people(candidates, review)
    first_named: dict[str, int] = {}
    found: list[frozenset[int]] = []
    for place, candidate in enumerate(candidates):
        wanted: set[int] = set()
        before = candidates[place - 1] if place else None
        if before is not None and before.block == candidate.block and (leans(candidate.text) or _fragment(candidate, before)):
            wanted.add(place - 1)
        known_thing = _definite(candidates, place)
        if known_thing is not None:
            wanted.add(known_thing)
        for name in NAME.findall(candidate.text):
            if name in people and name not in known:
                wanted.add(first_named.setdefault(name, place))
        found.append(frozenset(wanted - {place}))
    return tuple(found)


def _fragment(candidate: Candidate, before: Candidate) -> bool:
    """Whether a sentence is only an afterthought of the one before: two or three words in the middle of a paragraph."""
    return candidate.words <= _AFTERTHOUGHT and candidate.paragraph == before.paragraph and candidate.block != "verdict"


def _definite(candidates: Sequence[Candidate], place: int) -> int | None:
    """The sentence not far above that first spoke of the thing this one opens with: ``The ferry …``."""
    match = _THE.match(candidates[place].text)
    if match is None:
        return None
    things = [word[:_STEM] for word in match.groups() if word and len(word) >= _STEM]
    for earlier in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if candidates[earlier].block != candidates[place].block:
            return None
        before = candidates[earlier].text.lower()
        if any(f" {thing}" in before for thing in things):
            return earlier
    return None


def _people(candidates: Sequence[Candidate], review: Review) -> set[str]:
    """Words that name people: of the cast, the credits, and capitals that come again inside sentences."""
    listed = [member.actor for member in review.cast] + [member.role for member in review.cast]
    listed += [credit.name for credit in review.credits]
    names = {word for name in listed for word in NAME.findall(name)}
    inside = Counter(match[0] for c in candidates for match in NAME.finditer(c.text) if match.start() > 0)
    names |= {word for word, times in inside.items() if times > 1}
    return names - set(NAME.findall(review.title))
