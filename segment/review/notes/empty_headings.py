"""RV047: a heading that was left out because nothing stands under it but pictures, a film or another heading."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.layout.sections import EMPTY


def empty_headings(found: Found) -> Iterator[Finding]:
    """A note for each such heading."""
    for item in found.review.left_out:
        if item.reason == EMPTY:
            yield Finding(
                code="RV047",
                level="info",
                message=f"The heading “{item.text}” has no text of its own and was left out.",
                hint="Nothing, unless there was text under it on the page.",
                where=Where(file=found.review.source, line=item.line),
            )
