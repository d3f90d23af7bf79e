"""RV043: a passage from the middle of the review that was left out; it may belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found

_FEWEST_WORDS = 20
_PERHAPS_TEXT = frozenset({"a call-out box", "a table", "code", "a quotation", "a quotation set apart"})
"""Reasons for leaving out what may be the critic's all the same."""


def left_over(found: Found) -> Iterator[Finding]:
    """One note for the first such passage, with how many words all of them have."""
    lines = [line for section in found.lines for line in section if line]
    if not lines:
        return
    first, last = min(lines), max(lines)
    passages = [item for item in found.review.left_out if first < item.line < last and len(item.text.split()) >= _FEWEST_WORDS]
    if passages:
        words = sum(len(item.text.split()) for item in passages)
        yield Finding(
            code="RV043",
            level="warning",
            message=f"{words} words between paragraphs of the review were left out: {passages[0].reason}.",
            hint="If they belong to the review, put them into the structured form.",
            where=Where(file=found.review.source, line=passages[0].line),
        )
