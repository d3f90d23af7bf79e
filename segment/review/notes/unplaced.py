"""RV044, RV045: a rating, or names without a role, in a line that was left out; names with a craft that is no role."""

from __future__ import annotations

from collections.abc import Iterator

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.facts.name_list import name_list
from segment.review.facts.names import are_names
from segment.review.facts.rating import rating
from segment.review.found import Found
from segment.review.layout.furniture import furniture
from segment.review.layout.menu import SITE, TEASER
from segment.review.layout.scores import SOMEBODYS
from segment.review.layout.title_words import is_venue
from segment.review.word_table import words

_MAX = 3
_LONGEST = 200
_CRAFTS = words(
    """director directors designer designers manager managers engineer engineers decorator operator supervisor carpenter
    coordinator mistress mixer stylist captain consultant programmer gaffer animator régisseur régisseuse costumier"""
)
"""The last word before a colon of what somebody did for a work."""


def unplaced(found: Found) -> Iterator[Finding]:
    """A note for each such line, three of each sort at most."""
    review = found.review
    said = {review.title, review.headline, review.reviewer, *(credit.name for credit in review.credits)}
    said |= {member.actor for member in review.cast}
    first = min((line for section in found.lines for line in section if line), default=0)
    ratings = names = 0
    for item in review.left_out:
        text = item.text.strip()
        if len(text) > _LONGEST or item.reason in (TEASER, SITE):
            continue
        where = Where(file=review.source, line=item.line)
        if not review.rating and ratings < _MAX and (rating(text) or item.reason == SOMEBODYS):
            ratings += 1
            hint = "If it is the rating, give it in the structured form."
            message = f"“{text}” was left out ({item.reason}); it may be the rating."
            yield Finding(code="RV044", level="info", message=message, hint=hint, where=where)
        elif item.line < first and names < _MAX and set(name_list(text)) - said and not (is_venue(text) or furniture(text)):
            names += 1
            hint = "If they made the work or play in it, give them in the structured form."
            message = f"No role is said for the names in “{text}”; they are in neither the credits nor the cast."
            yield Finding(code="RV045", level="info", message=message, hint=hint, where=where)
    yield from _crafts(found)


def _crafts(found: Found) -> Iterator[Finding]:
    """``Stage Manager: Ann Roe`` in the text: there is no such role, so the line stayed where it stands."""
    for section_at, section in enumerate(found.review.sections):
        for at, paragraph in enumerate(section.paragraphs):
            label, colon, value = paragraph.partition(":") if len(paragraph) <= _LONGEST else ("", "", "")
            if colon and are_names(value.strip()) and _CRAFTS & set(label.casefold().replace("/", " ").split()[-1:]):
                message = f"No role is known for the names in “{paragraph}”; the line stayed in the text."
                hint = "If they made the work, give them in the structured form, and mark the line never."
                where = Where(file=found.review.source, line=found.line(section_at, at))
                yield Finding(code="RV045", level="info", message=message, hint=hint, where=where)
