"""RV030: words for somebody who reads, which a listener cannot follow."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.notes.place import excerpt, first_phrase, paragraphs

PHRASES = (
    "stop reading",
    "keep reading",
    "read on",
    "you read this",
    "you're reading this",
    "you are reading this",
    "reading this review",
    "reading this article",
    "read this review",
    "read this article",
    "dear reader",
    "dear readers",
    "the reader",
    "this page",
    "this article",
    "this column",
    "last paragraph",
    "next paragraph",
    "paragraph above",
    "the photo above",
    "pictured",
    "see above",
    "see below",
    "as above",
    "mentioned above",
    "listed below",
    "click here",
    "the link below",
    "scroll down",
    "in print",
    "i wrote last week",
    "i've written",
    "as i write",
    "spoiler alert",
    "spoilers ahead",
    "cet article",
    "ci-dessus",
    "ci-dessous",
    "cher lecteur",
    "chers lecteurs",
    "en lisant",
    "cliquez",
)


def print_talk(found: Found) -> Iterator[Finding]:
    """One note for each paragraph that speaks of reading."""
    for text, where in paragraphs(found):
        hit = first_phrase(text, PHRASES)
        if hit:
            yield Finding(
                code="RV030",
                level="warning",
                message=f"Print talk, which a listener cannot follow: “{excerpt(text, hit[0], len(hit[1]))}”.",
                hint="Leave the sentence out on air, or say it for the ear.",
                where=where,
            )
