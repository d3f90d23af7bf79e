"""The forms a review can come in, and which one some bytes or a text are in."""

from __future__ import annotations

from collections.abc import Mapping

from segment.review.found import PackedReader, Reader
from segment.review.readers.docx import Docx
from segment.review.readers.html import Html
from segment.review.readers.json_form import JsonForm
from segment.review.readers.markdown import Markdown
from segment.review.readers.page_text import PageText
from segment.review.readers.structured import Structured
from segment.review.readers.toml_form import TomlForm

READERS: dict[str, Reader] = {
    "json": JsonForm(),
    "toml": TomlForm(),
    "html": Html(),
    "structured": Structured(),
    "markdown": Markdown(),
    "page": PageText(),
}
"""Asked in this order; the first that recognises the text reads it."""

PACKED: dict[str, PackedReader] = {"docx": Docx()}
"""Asked before, with the file's bytes."""

AnyReader = Reader | PackedReader


def reader_for(text: str, more: Mapping[str, AnyReader] | None = None) -> Reader:
    """The reader of the form ``text`` is in; ``more`` are asked before our own."""
    ours = [reader for reader in (more or {}).values() if not isinstance(reader, PackedReader)]
    return next(reader for reader in (*ours, *READERS.values()) if reader.recognises(text))


def packed_reader_for(data: bytes, more: Mapping[str, AnyReader] | None = None) -> PackedReader | None:
    """The reader of the form ``data`` is in, None where it is none of those that are no text."""
    ours = [reader for reader in (more or {}).values() if isinstance(reader, PackedReader)]
    return next((reader for reader in (*ours, *PACKED.values()) if reader.opens(data)), None)
