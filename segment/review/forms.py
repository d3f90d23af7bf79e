"""The forms a review can come in, and which one a text is in."""

from __future__ import annotations

from segment.review.found import Reader
from segment.review.readers.html import Html
from segment.review.readers.json_form import JsonForm
from segment.review.readers.markdown import Markdown
from segment.review.readers.page_text import PageText
from segment.review.readers.structured import Structured

READERS: dict[str, Reader] = {
    "json": JsonForm(),
    "html": Html(),
    "structured": Structured(),
    "markdown": Markdown(),
    "page": PageText(),
}
"""Asked in this order; the first that recognises the text reads it."""


def reader_for(text: str) -> Reader:
    """The reader of the form ``text`` is in."""
    return next(reader for reader in READERS.values() if reader.recognises(text))
