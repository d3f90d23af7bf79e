"""The longest page that is read: what stands beyond is left out, and said."""

from __future__ import annotations

from msgspec.structs import replace

from segment.errors import ReviewError, Where
from segment.model.finding import Finding
from segment.model.review import LeftOut, Review
from segment.review.layout.known import Known
from segment.review.layout.line import Line

MOST_LINES = 30_000
"""Lines or paragraphs, which are read in under ten seconds on one core whatever stands on them. A thick novel has ten thousand
paragraphs; a page with more is a list, and a million lines of one would take two minutes."""
MOST_WORKS = 2_000
"""Works on a page: each of them is read as a page of its own."""

_REASON = "stands beyond the longest page that is read"


def within(lines: list[Line], known: Known, *, name: str) -> tuple[list[Line], Known]:
    """The first lines of a page, and what is known of it with a word on the others where there are any."""
    return until(MOST_LINES, lines, known, name=name)


def until(most: int, lines: list[Line], known: Known, *, name: str) -> tuple[list[Line], Known]:
    """The first ``most`` lines of a page, and what is known of it with a word on the others where there are any."""
    if len(lines) <= most:
        return lines, known
    first, count = lines[most], len(lines) - most
    return lines[:most], replace(
        known,
        left_out=(*known.left_out, LeftOut(line=first.number, text=first.text[:200], reason=_REASON)),
        findings=(*known.findings, too_long(first.number, f"{count:,} lines from here on were left out", name=name)),
    )


def refuse_long(paragraphs: int, *, name: str, people: int = 0) -> None:
    """Raises ReviewError for a structured review of more: it is the producer's, and nothing of it is left out."""
    if max(paragraphs, people) > MOST_LINES:
        what = "paragraphs" if paragraphs > people else "people"
        raise ReviewError(f"This review has over {MOST_LINES:,} {what}; no review has.", where=Where(file=name))


def refuse_long_review(review: Review, *, name: str) -> None:
    """The same for a review that was decoded whole."""
    people = max(len(review.cast), len(review.credits), len(review.marks))
    refuse_long(sum(len(section.paragraphs) for section in review.sections), name=name, people=people)


def too_long(line: int, what: str, *, name: str) -> Finding:
    """The note on a page of which something was not read."""
    return Finding(
        code="RV046",
        level="warning",
        message=f"The page is longer than any review: {what}.",
        hint="Give the review alone: copy it into a file of its own.",
        where=Where(file=name, line=line),
    )
