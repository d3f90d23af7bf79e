"""What each sentence cannot do without: the one it leans on, and the one that first names a person it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from segment.model.review import Review
from segment.script.judging import asks, fragment, loosened
from segment.script.kinds import kind
from segment.script.leaning import NAME, leans, opens_only
from segment.script.material import Candidate

_THE = re.compile(r"(?:The|This|That|These|Those|Both) ([a-zà-ÿ]+)(?: ([a-zà-ÿ]+))?")
_POINTS = re.compile(r"(?<=[\w,] )(?:(?:that|those) ([a-zà-ÿ]{5,})|(?:this|these) ([A-ZÀ-Ý]?[a-zà-ÿ]{4,}))\b")
_THE_WORK = frozenset(
    "film movie book novel album record show series story play game drama comedy production performance".split()
)
"""What a review can point at anywhere: ``this film``."""
_IN_FULL = re.compile(
    r"(?<![\w'-])(?:[A-ZÀ-Ý][\w'-]*\.? (?:d[eu] (?:la )?|van |von |der |le |la |O')*){1,3}[A-ZÀ-Ý][\w'-]*[a-zà-ÿ]"
)
_BY_PRONOUN = re.compile(r"(?:he|she|they|him|her|his|hers|their|il|elle|ils|elles)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Ee]very|[Ll]es?|[Uu]ne?|[Dd]es) ([A-ZÀ-Ý][\w-]*)")
"""A name with an article is no person: ``the Amendment``."""
_SUMS_UP = re.compile(r"(?:in short|all in all|overall|the (?:effect|result|upshot) is|bref|en somme|au total)\b", re.IGNORECASE)
"""What a verdict begins with that leans on the whole of the review and on no sentence of it."""
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
    heard = set(NAME.findall(known))
    first_named: dict[str, int] = {}
    in_full: dict[str, int] = {}
    found: list[frozenset[int]] = []
    for place, candidate in enumerate(candidates):
        wanted: set[int] = set()
        before = candidates[place - 1] if place else None
        if before is not None and _goes_with(candidate, before):
            wanted.add(place - 1)
        wanted |= {thing for thing in (_definite(candidates, place), _pointed_at(candidates, place)) if thing is not None}
        introduced = _introduced(candidate.text)
        for name in NAME.findall(candidate.text):
            if name not in people or name in heard:
                continue
            if name in introduced:
                in_full.setdefault(name, place)
            else:
                wanted.add(in_full.get(name, first_named.get(name, place)))
            first_named.setdefault(name, place)
        found.append(frozenset(wanted - {place}))
    return tuple(found)


def _goes_with(candidate: Candidate, before: Candidate) -> bool:
    """Whether a sentence goes only with the one before: it leans on it, is an afterthought of it, or answers it.

    A part of the review that begins with a person by pronoun leans on what stood before it; an *it* there is the work.
    """
    if before.paragraph != candidate.paragraph and before.block != candidate.block:
        return bool(_BY_PRONOUN.match(candidate.text))
    if candidate.block == "verdict" and _SUMS_UP.match(candidate.text):
        return False
    if leans(loosened(candidate.text)):
        return True
    if candidate.paragraph != before.paragraph:
        return False
    afterthought = candidate.words <= _AFTERTHOUGHT and candidate.block != "verdict"
    return afterthought or fragment(candidate.text) or asks(before.text)


def _introduced(text: str) -> frozenset[str]:
    """Names that stand in full: two capitals side by side, or with what the bearer is before them."""
    found: set[str] = set()
    for match in _IN_FULL.finditer(text):
        names = NAME.findall(match[0])
        # "But Ali's" is no name in full.
        named = names[1:] if match.start() == 0 and opens_only(names[0]) else names
        found |= set(named if len(named) > 1 else ())
    return frozenset(found)


def _pointed_at(candidates: Sequence[Candidate], place: int) -> int | None:
    """The sentence that first spoke of what this one points at: ``… and that staircase.``"""
    for match in _POINTS.finditer(candidates[place].text):
        thing = (match[1] or match[2]).lower()
        stem = thing[:-1]
        if thing in _THE_WORK or stem in _THE_WORK:
            continue
        for earlier in range(place - 1, -1, -1):
            if re.search(rf"\b(?:an?|one|the|two|some) (?:[\w-]+ )?{stem}", candidates[earlier].text.lower()):
                return earlier
    return None


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
    things = {match[1] for candidate in candidates for match in _THING.finditer(candidate.text)}
    full = {name for candidate in candidates for name in _introduced(candidate.text)}
    told = kind(review.kind).told
    names |= {word for word, times in inside.items() if times > 1 and word not in things and (told or word in full)}
    return names - set(NAME.findall(review.title))
