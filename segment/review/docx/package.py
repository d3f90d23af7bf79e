"""The parts of a .docx that holds a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segment import ooxml
from segment.errors import ReviewError
from segment.ooxml import DOCUMENT, STYLES, is_docx

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["DOCUMENT", "STYLES", "is_docx", "part"]


def part(data: bytes, path: str, *, name: str) -> etree._Element | None:
    """The root element of one part, None when it is not there. Raises ReviewError as :func:`segment.ooxml.part` does."""
    return ooxml.part(data, path, name=name, failure=ReviewError)
