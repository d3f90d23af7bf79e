"""RV060, RV061: marks of the producer that stand on nothing, and words in braces that were perhaps meant as marks."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.review import Review
from segment.review.found import Found
from segment.review.marking.placing import placed

_SHOWN = 60


def loose_marks(found: Found) -> Iterator[Finding]:
    """The notes of :func:`lost_marks` on what a reader found."""
    return lost_marks(found.review)


def lost_marks(review: Review) -> Iterator[Finding]:
    """One note for each mark whose sentence or paragraph is not in the review."""
    for mark in placed(review.marks, review.sections)[1]:
        text = mark.text if len(mark.text) <= _SHOWN else mark.text[:_SHOWN].rsplit(" ", 1)[0] + "…"
        yield Finding(
            code="RV060",
            level="warning",
            message=f"The mark “{mark.mark}” stands on words that are not in the review: “{text}”.",
            hint="Mark the sentence that took their place, and take this one out of the list “marks”.",
            where=Where(file=review.source),
        )
