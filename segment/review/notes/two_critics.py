"""RV027: a by-line with two names in it; a script can only speak as one person."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found

_JOINTS = (" and ", " & ", " et ", " with ", ", ")


def two_critics(found: Found) -> Iterator[Finding]:
    """One note when the by-line names more than one person."""
    reviewer = found.review.reviewer
    if any(joint in reviewer for joint in _JOINTS):
        yield Finding(
            code="RV027",
            level="warning",
            message=f"The by-line names more than one person: {reviewer}.",
            hint="Put the one whose words these are into the structured form: reviewer.",
            where=Where(file=found.review.source),
        )
