"""RV010–RV014, RV028: what the page does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found

_MADE = frozenset({"film", "book", "album", "concert", "opera", "theatre", "game", "exhibition", ""})
_WITH_CAST = frozenset({"film", "theatre", "opera"})


def missing(found: Found) -> Iterator[Finding]:
    """A note for each fact a segment needs and the review lacks."""
    review = found.review

    def note(code: str, level: Literal["info", "warning"], message: str, hint: str) -> Finding:
        return Finding(code=code, level=level, message=message, hint=hint, where=Where(file=review.source))

    if not review.title:
        yield note("RV010", "warning", "The work's title was not found.", "Give it in the structured form: title.")
    if not review.reviewer:
        yield note("RV011", "warning", "The by-line was not found.", "Give it in the structured form: reviewer.")
    if not review.cast and review.kind in _WITH_CAST:
        yield note("RV012", "info", "No cast was found.", "Give it in the structured form, or leave it.")
    if not review.credits and review.kind in _MADE:
        yield note("RV028", "info", "No credits were found.", "Give the maker of the work in the structured form, or leave it.")
    if not review.kind:
        yield note("RV013", "info", "What kind of work this is was not clear.", "Give it in the structured form: kind.")
    if not review.language:
        yield note("RV014", "info", "The language was not clear.", "Give it in the structured form: language.")
