"""RV022: a name that does not look like one: figures in it, a small first letter, capitals run together, too many words."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found

_MOST_WORDS = 5
_RUN_ON = 4
"""Words in capitals from which there is more than one name."""


def doubtful_names(found: Found) -> Iterator[Finding]:
    """One note for each doubtful name of the by-line, the credits or the cast; a band may be called anything."""
    review = found.review
    people = [credit.name for credit in review.credits if credit.roles != ("performer",)]
    for name in dict.fromkeys([review.reviewer, *people, *(member.actor for member in review.cast)]):
        if why := _doubt(name):
            yield Finding(
                code="RV022",
                level="warning",
                message=f"“{name[:80]}” may not be a person's name: {why}.",
                hint="Look at the page, and put it right in the structured form.",
                where=Where(file=review.source),
            )


def _doubt(name: str) -> str:
    words = name.split()
    if not words:
        return ""
    if any(char.isdigit() for char in name):
        return "there are figures in it"
    if name[0].islower() and len(words) == 1:
        return "it begins with a small letter"
    if len(words) >= _RUN_ON and name.isupper():
        return "it is a run of capitals, perhaps several names"
    if len(words) > _MOST_WORDS:
        return f"it has {len(words)} words"
    return ""
