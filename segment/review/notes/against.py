"""RV024, RV025, RV026: facts of a review that cannot all be true: another director in the text, another year, two ratings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.facts.names import is_name
from segment.review.found import Found
from segment.review.notes.place import paragraphs

_NAME = r"([^\W\d_a-zß-öø-ÿ][\w’'.-]{1,30}(?:\s(?:(?:de|van|von|du|le|la)\s)?[^\W\d_a-zß-öø-ÿ][\w’'.-]{1,30}){1,3})"
_DIRECTOR = re.compile(
    rf"\b(?:[Dd]irector|[Dd]irected by|[Ff]ilmmaker|[Rr]éalisateur|[Rr]éalisatrice|[Rr]éalisée? par|[Cc]inéaste)\s{_NAME}"
)
_YEAR = re.compile(r"\s?[(\[](?:[^()\[\]]{1,40},\s)?((?:18|19|20)\d\d)[)\]]")
_MOST_CHARACTERS = 300_000


def director_of_the_text(found: Found) -> Iterator[Finding]:
    """A note when the text names a director whom the credits do not have, and none that they have."""
    review = found.review
    credited = [credit.name for credit in review.credits if "director" in credit.roles]
    if not credited:
        return
    lasts = {name.split()[-1] for name in credited if name.split()}
    others: list[tuple[str, Where]] = []
    left = _MOST_CHARACTERS
    for text, where in paragraphs(found):
        left -= len(text)
        if left < 0 or any(last in text for last in lasts):
            return
        others += [(match[1].removesuffix("’s").removesuffix("'s"), where) for match in _DIRECTOR.finditer(text)]
    for name, where in others[:1]:
        if is_name(name):
            yield Finding(
                code="RV024",
                level="warning",
                message=f"The credits name {' and '.join(credited)} as director, the text {name}.",
                hint="Ask the critic; put the credits or the text right. Until then a script names neither.",
                where=where,
            )


def year_of_the_text(found: Found) -> Iterator[Finding]:
    """A note when the text gives the work another year, in brackets behind its title."""
    review = found.review
    if not review.facts.year or not review.title:
        return
    left = _MOST_CHARACTERS
    for text, where in paragraphs(found):
        left -= len(text)
        at = text.find(review.title) if left >= 0 else -1
        year = _YEAR.match(text, at + len(review.title)) if at >= 0 else None
        if year and year[1] not in review.facts.year:
            yield Finding(
                code="RV025",
                level="warning",
                message=f"Two years: {review.facts.year} among the facts, {year[1]} in the text.",
                hint="Put the wrong one right.",
                where=where,
            )
            return


def ratings_apart(found: Found) -> Iterator[Finding]:
    """A note when two ratings on one scale are not the same."""
    by_scale: dict[float, list[tuple[float, str]]] = {}
    for rating in found.review.rating:
        if rating.value is not None and rating.scale is not None:
            by_scale.setdefault(rating.scale, []).append((rating.value, rating.as_given))
    for values in by_scale.values():
        if len({value for value, _ in values}) > 1:
            given = ", ".join(f"“{given}”" for _, given in values[:4])
            yield Finding(
                code="RV026",
                level="warning",
                message=f"Ratings on one scale differ: {given}.",
                hint="Readers' and critics' ratings may both stand on a page; leave the critic's.",
                where=Where(file=found.review.source),
            )
