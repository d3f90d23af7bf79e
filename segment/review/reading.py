"""The door in: bytes of any form to a Review with its notes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from segment.model.finding import Finding
from segment.model.review import Review
from segment.review.decoding import decode
from segment.review.foreign import refuse_document
from segment.review.forms import reader_for
from segment.review.found import Found, Given
from segment.review.layout.aliases import heading_name
from segment.review.notes.all import notes
from segment.review.several.notes import only_first


def read(data: bytes, *, name: str, aliases: Mapping[str, str] | None = None, language: str = "") -> Review:
    """The review in ``data``, the first where there are several; a note then names the others.

    ``name`` is the file as the user gave it, or ``-``; ``aliases`` and ``language`` as in :func:`read_all`, and so the errors.
    """
    reviews = read_all(data, name=name, aliases=aliases, language=language)
    return only_first(reviews)


def read_all(data: bytes, *, name: str, aliases: Mapping[str, str] | None = None, language: str = "") -> tuple[Review, ...]:
    """Every review in ``data``, in the page's order; there is always one.

    ``aliases`` leads from a publication's heading words to headings that are known; ``language`` is taken as given.

    Raises ReviewError (exit code 1) with a sentence for what is empty, too large, not text, in a form that is not read, wrong
    in its form, or a page without a review in it.
    """
    refuse_document(data, name=name)
    decoded = decode(data, name=name)
    given = Given(aliases={heading_name(word): heading for word, heading in (aliases or {}).items()}, language=language)
    found = reader_for(decoded.text).read(decoded.text, name=name, given=given)
    return tuple(_noted(one, decoded.findings) for one in (found, *found.others))


def _noted(found: Found, before: tuple[Finding, ...]) -> Review:
    findings = sorted((*before, *found.findings, *notes(found)), key=lambda f: f.where.line if f.where else 0)
    return replace(found.review, findings=tuple(findings))
