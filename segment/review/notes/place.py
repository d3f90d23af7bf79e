"""Walking over a review's paragraphs, each with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.review.found import Found


def paragraphs(found: Found) -> Iterator[tuple[str, Where]]:
    """Every paragraph and where it stands."""
    file = found.review.source
    for number, section in enumerate(found.review.sections):
        for index, paragraph in enumerate(section.paragraphs):
            yield paragraph, Where(file=file, line=found.line(number, index))


def excerpt(text: str, at: int, length: int) -> str:
    """The words round a place in a paragraph, for quoting in a note."""
    start = text.rfind(" ", 0, max(0, at - 25)) + 1 if at > 25 else 0
    stop = text.find(" ", min(len(text), at + length + 25))
    stop = len(text) if stop < 0 or stop > at + length + 60 else stop
    return f"{'…' if start else ''}{text[start:stop]}{'…' if stop < len(text) else ''}"


def first_phrase(text: str, phrases: tuple[str, ...]) -> tuple[int, str] | None:
    """The first of ``phrases`` (lower case) that stands in ``text`` as whole words, with its place."""
    lowered = text.casefold().replace("’", "'")
    if len(lowered) != len(text):
        lowered = text.replace("’", "'")
    best: tuple[int, str] | None = None
    for phrase in phrases:
        at = lowered.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not (at and lowered[at - 1].isalnum()) and not lowered[end : end + 1].isalnum():
                if best is None or at < best[0]:
                    best = at, phrase
                break
            at = lowered.find(phrase, end)
    return best
