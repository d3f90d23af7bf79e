"""RV031: a paragraph that breaks off in mid sentence."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.layout.line import ends_sentence
from segment.review.notes.place import paragraphs

_FEWEST_WORDS = 8


def _is_running(text: str) -> bool:
    """Sentences, as against a list or a line of verse."""
    if any(stop in text for stop in (". ", "? ", "! ")):
        return True
    return ", " in text and ";" not in text


def unfinished(found: Found) -> Iterator[Finding]:
    """One note for each paragraph that does not end; lists of genres, verse and short lines need no full stop."""
    for text, where in paragraphs(found):
        if ends_sentence(text) or len(text.split()) < _FEWEST_WORDS or not _is_running(text):
            continue
        last = " ".join(text[-80:].split()[-5:])
        yield Finding(
            code="RV031",
            level="warning",
            message=f"This paragraph breaks off in mid sentence: “…{last}”.",
            hint="Look at the page: the rest may have been cut off when it was saved.",
            where=where,
        )
