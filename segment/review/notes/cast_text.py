"""RV020: somebody in the cast whom the text never mentions, by name or by part."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.notes.place import paragraphs

_EDGES = '.,;:!?…()[]“”"«»'


def unmentioned(found: Found) -> Iterator[Finding]:
    """A note for each performer with a part where the text has neither; without a part there is nothing to miss."""
    if not any(member.role for member in found.review.cast):
        return
    words = {word for text, _ in paragraphs(found) for word in _words(text)}
    for member in found.review.cast:
        if not member.role or words & set(_telling(member.actor)) or words & set(_telling(member.role)):
            continue
        yield Finding(
            code="RV020",
            level="info",
            message=f"{member.actor} ({member.role}) is in the cast, and the text mentions neither.",
            hint="Is the part or the name spelt differently in the text?",
            where=Where(file=found.review.source),
        )


def _telling(name: str) -> list[str]:
    """The words that point to one person: the last of a full name, and every capital word of a part's."""
    words = list(_words(name))
    return words[-1:] if len(words) > 1 else words


def _words(text: str) -> Iterator[str]:
    """Words without punctuation, hyphens opened, and without a possessive."""
    for word in text.casefold().replace("’", "'").replace("—", " ").replace("–", " ").replace("-", " ").split():
        bare = word.strip(_EDGES).strip("'")
        yield bare.removesuffix("'s").removesuffix("'")
