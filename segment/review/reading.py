"""The door in: bytes of any form to a Review with its notes."""

from __future__ import annotations

from msgspec.structs import replace

from segment.model.review import Review
from segment.review.decoding import decode
from segment.review.foreign import refuse_document, refuse_html
from segment.review.forms import reader_for
from segment.review.notes.all import notes


def read(data: bytes, *, name: str) -> Review:
    """The review in ``data``; ``name`` is the file as the user gave it, or ``-``.

    Raises ReviewError (exit code 1) with a sentence for what is empty, too large, not text, in a form that is not read, wrong
    in its form, or a page without a review in it.
    """
    refuse_document(data, name=name)
    decoded = decode(data, name=name)
    refuse_html(decoded.text, name=name)
    found = reader_for(decoded.text).read(decoded.text, name=name)
    findings = sorted((*decoded.findings, *found.findings, *notes(found)), key=lambda f: f.where.line if f.where else 0)
    return replace(found.review, findings=tuple(findings))
