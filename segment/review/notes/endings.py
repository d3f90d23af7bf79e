"""RV032: a place where the review probably tells how the story ends."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.notes.place import excerpt, first_phrase, paragraphs

PHRASES = (
    "in the end",
    "in the final scene",
    "in the final act",
    "in the final reel",
    "in the final chapter",
    "in the last scene",
    "in the last act",
    "in the last reel",
    "in the closing scene",
    "in the closing minutes",
    "by the end of the film",
    "by the end of the story",
    "by the end of the book",
    "at the end of the film",
    "at the end of the story",
    "at the film's end",
    "the film ends with",
    "the film ends when",
    "the story ends with",
    "the book ends with",
    "the play ends with",
    "ends in tragedy",
    "turns out to be the killer",
    "the killer is",
    "the big twist",
    "the twist is",
    "à la fin",
    "dans la scène finale",
    "au dénouement",
)
_ENDINGS = frozenset({"conclusion", "finale", "climax", "ending", "denouement", "dénouement", "dénouement,"})
_OPENERS = frozenset({"in", "at", "dans"})
_REACH = 6


def endings(found: Found) -> Iterator[Finding]:
    """One note for each paragraph that seems to tell the ending."""
    for text, where in paragraphs(found):
        hit = _opening(text) or first_phrase(text, PHRASES)
        if hit:
            yield Finding(
                code="RV032",
                level="warning",
                message=f"The ending may be told here: “{excerpt(text, hit[0], len(hit[1]))}”.",
                hint="Scripts stop before the ending unless spoilers are asked for.",
                where=where,
            )


def _opening(text: str) -> tuple[int, str] | None:
    """``In a spectacular conclusion, …`` at the head of a paragraph."""
    words = text[:100].casefold().split()[:_REACH]
    if not words or words[0] not in _OPENERS:
        return None
    for index, word in enumerate(words):
        if word.strip(",.") in _ENDINGS and word.endswith(","):
            return 0, " ".join(words[: index + 1])
    return None
