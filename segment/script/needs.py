"""What each sentence cannot do without: the one it leans on, and the one that first names a person it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from segment.model.review import Review
from segment.script.leaning import NAME, leans
from segment.script.material import Candidate


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
        if before is not None and before.block == candidate.block and leans(candidate.text):
            wanted.add(place - 1)
        for name in NAME.findall(candidate.text):
            if name in people and name not in known:
                wanted.add(first_named.setdefault(name, place))
        found.append(frozenset(wanted - {place}))
    return tuple(found)


def _people(candidates: Sequence[Candidate], review: Review) -> set[str]:
    """Words that name people: of the cast, the credits, and capitals that come again inside sentences."""
    listed = [member.actor for member in review.cast] + [member.role for member in review.cast]
    listed += [credit.name for credit in review.credits]
    names = {word for name in listed for word in NAME.findall(name)}
    inside = Counter(match[0] for c in candidates for match in NAME.finditer(c.text) if match.start() > 0)
    names |= {word for word, times in inside.items() if times > 1}
    return names - set(NAME.findall(review.title))
