"""A structured review in its settled form: texts cleaned and single-line, nothing empty kept."""

from __future__ import annotations

from msgspec.structs import replace

from segment.model.review import Facts, Review, Section
from segment.review.layout.line import clean
from segment.review.marking.placing import ordered


def settled(review: Review) -> Review:
    """The same review with every text as a reader would have made it. Settling twice changes nothing."""
    sections = tuple(_section(section) for section in review.sections)
    return replace(
        review,
        title=clean(review.title),
        headline=clean(review.headline),
        kind=clean(review.kind),
        reviewer=clean(review.reviewer),
        date=clean(review.date),
        language=clean(review.language),
        credits=tuple(replace(c, name=clean(c.name), as_given=clean(c.as_given)) for c in review.credits),
        cast=tuple(replace(member, actor=clean(member.actor), role=clean(member.role)) for member in review.cast),
        rating=tuple(replace(rating, as_given=clean(rating.as_given)) for rating in review.rating),
        facts=Facts(**{field: clean(getattr(review.facts, field)) for field in Facts.__struct_fields__}),
        marks=ordered([replace(mark, text=text) for mark in review.marks if (text := clean(mark.text))], sections),
        sections=sections,
    )


def _section(section: Section) -> Section:
    paragraphs = tuple(text for paragraph in section.paragraphs if (text := clean(paragraph)))
    return Section(heading=clean(section.heading), paragraphs=paragraphs)
