"""Headings over the works of one rating: "Les 5 étoiles", "Four-star albums"; each work below has that rating."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from segment.model.review import Rating
from segment.review.facts.rating import rating
from segment.review.layout.line import Line
from segment.review.word_table import words

_ROUND = words("the les la le our nos my mes albums records discs disques films movies books livres games jeux reviews critiques")
_MOST_WORDS = 6


def group_rating(text: str) -> Rating | None:
    """The rating that a heading gives to everything under it, None for any other line."""
    parts = text.strip(" :.").split()
    if not 0 < len(parts) <= _MOST_WORDS:
        return None
    while parts and parts[0].casefold() in _ROUND:
        parts.pop(0)
    while parts and parts[-1].casefold() in _ROUND:
        parts.pop()
    return rating(" ".join(parts)) if parts else None


def groups(lines: Sequence[Line], begins: Collection[int]) -> dict[int, Rating]:
    """Index and rating of each heading over several works, the first right below it; ``begins`` are where works begin.

    Where every rating has one work under it, it is no group's: it stands above the title it belongs to, or below a text.
    """
    found = {
        at: said
        for at in range(len(lines) - 1)
        if at + 1 in begins and (lines[at].heading or rating(lines[at].text) is None) and (said := group_rating(lines[at].text))
    }
    if not found or min(found) > min(begins):
        return {}
    stops = [*sorted(found)[1:], len(lines)]
    shared = any(sum(at < begin < stop for begin in begins) > 1 for at, stop in zip(sorted(found), stops, strict=True))
    return found if shared else {}


def rating_above(at: int, found: dict[int, Rating]) -> Rating | None:
    """The rating of the group that the work beginning at ``at`` stands in."""
    above = [place for place in found if place < at]
    return found[max(above)] if above else None
