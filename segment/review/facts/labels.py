"""Labels before a colon, as in ``Starring: …`` or ``Runtime: 100 minutes``, and what each is about."""

from __future__ import annotations

from typing import Literal

About = Literal["cast", "rating", "reviewer", "date", "title", "fact"]

LABELS: dict[str, About] = {
    "starring": "cast",
    "stars": "cast",
    "cast": "cast",
    "with": "cast",
    "featuring": "cast",
    "avec": "cast",
    "distribution": "cast",
    "rating": "rating",
    "our rating": "rating",
    "score": "rating",
    "verdict": "rating",
    "note": "rating",
    "reviewer": "reviewer",
    "reviewed by": "reviewer",
    "review by": "reviewer",
    "critic": "reviewer",
    "critique": "reviewer",
    "date": "date",
    "published": "date",
    "posted": "date",
    "title": "title",
    "film": "title",
    "movie": "title",
    "book": "title",
    "album": "title",
    "titre": "title",
    "runtime": "fact",
    "running time": "fact",
    "length": "fact",
    "duration": "fact",
    "durée": "fact",
    "certificate": "fact",
    "certification": "fact",
    "rated": "fact",
    "genre": "fact",
    "genres": "fact",
    "year": "fact",
    "année": "fact",
    "country": "fact",
    "pays": "fact",
    "language": "fact",
    "studio": "fact",
    "distributor": "fact",
    "label": "fact",
    "publisher": "fact",
    "éditeur": "fact",
    "venue": "fact",
    "where": "fact",
    "when": "fact",
    "price": "fact",
    "release date": "fact",
    "released": "fact",
    "opens": "fact",
    "sortie": "fact",
    "platform": "fact",
    "isbn": "fact",
    "address": "fact",
}
"""Labels other than roles, in lower case. A ``fact`` has no field in a review: it is left out and listed."""

_MAX_LABEL = 40


def labelled(text: str) -> tuple[str, str] | None:
    """``Label: value`` in two, or None for any other line."""
    label, colon, value = text.partition(":")
    label = label.strip()
    if not colon or not label or len(label) > _MAX_LABEL or value.startswith("//"):
        return None
    return label, value.strip()
