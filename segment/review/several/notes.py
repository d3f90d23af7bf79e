"""RV017: the page reviews several works and only one was taken."""

from __future__ import annotations

from msgspec.structs import replace

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.review import Review
from segment.review.several.listing import named

_SHOWN = 5


def only_first(reviews: tuple[Review, ...]) -> Review:
    """The first review, with a note that names the others where there are any."""
    first, others = reviews[0], reviews[1:]
    if not others:
        return first
    names = ", ".join(named(review) for review in others[:_SHOWN])
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    note = Finding(
        code="RV017",
        level="warning",
        message=f"The page holds {len(reviews)} reviews; {named(first)} was taken, not {names}{more}.",
        hint="--list shows them all, --work takes another.",
        where=Where(file=first.source),
    )
    return replace(first, findings=(note, *first.findings))
