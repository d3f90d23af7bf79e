"""The facts and ratings of a page, out of everything its lines say; what stands first wins."""

from __future__ import annotations

from collections.abc import Iterable

from segment.model.review import Facts, Rating, Section
from segment.review.facts.particulars import Fact, run_said
from segment.review.facts.rating import said_rating


def facts_of(known: Facts, said: Iterable[Fact], sections: tuple[Section, ...]) -> Facts:
    """Every field once: as the form gives it, else as the first line does, else as the last paragraph says (venue and dates)."""
    fields = {field: value for field in Facts.__struct_fields__ if (value := getattr(known, field))}
    for field, value in said:
        fields.setdefault(field, value)
    last = sections[-1].paragraphs[-1] if sections else ""
    for field, value in run_said(last):
        fields.setdefault(field, value)
    return Facts(**fields)


def ratings_of(found: Iterable[Rating], sections: tuple[Section, ...]) -> tuple[Rating, ...]:
    """Each rating once; where a page prints none, the one a sentence of its first or last paragraphs gives."""
    printed = {(rating.as_given, rating.value, rating.scale): rating for rating in found}
    if printed:
        return tuple(printed.values())
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    said = (said_rating(paragraph) for paragraph in [*reversed(paragraphs[-3:]), *paragraphs[:1]])
    return tuple(rating for rating in said if rating)[:1]
