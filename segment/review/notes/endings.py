"""RV032: a place where the review probably tells how the story ends."""

from __future__ import annotations

import re
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
    "the final twist",
    "it is revealed that",
    "it turns out that",
    "is revealed to be",
    "the murderer is",
    "in the last chapter",
    "on the last page",
    "the novel ends with",
    "the opera ends with",
    "à la fin",
    "dans la dernière scène",
    "dans les dernières minutes",
    "le film se termine",
    "le film s'achève",
    "le roman s'achève",
    "la pièce s'achève",
    "l'assassin est",
    "le coupable est",
    "se révèle être",
    "on découvre enfin que",
    "dans la scène finale",
    "au dénouement",
)
_OPENING = re.compile(
    r"(?:^|[.!?…]”?\s)((?:in|at|with|dans|à|en|au)\s(?:[\w’'-]{1,20}\s){0,3}"
    r"(?:conclusion|finale|climax|denouement|dénouement|showdown|final)(?:\s[\w’'-]{1,20}){0,2}),",
    re.IGNORECASE,
)
"""``In a spectacular conclusion, …`` at the head of a sentence."""


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
    match = _OPENING.search(text)
    return (match.start(1), match[1]) if match else None
