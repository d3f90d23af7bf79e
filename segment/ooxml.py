"""The parts of a .docx, out of its zip, within limits: what unpacks to more than any text can be is refused."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING

from segment.errors import SegmentError, Where

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
_LIMIT = 40_000_000
"""Bytes of one part, unpacked; a novel has two million."""
_WAY_ROUND = "Save it in the word processor as .docx again, or copy the text into a .txt file."


def is_docx(data: bytes) -> bool:
    """True for a zip with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return DOCUMENT in package.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError):
        # A zip that breaks off still names its parts at its beginning.
        return b"word/" in data[:20_000]


def part(data: bytes, path: str, *, name: str, failure: type[SegmentError]) -> etree._Element | None:
    """The root element of one part, None when it is not there.

    Raises ``failure`` for a broken or encrypted package, a part over :data:`_LIMIT`, or XML with a document type of its own.
    """
    from lxml import etree  # only documents need it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if path not in package.NameToInfo:
                return None
            if package.getinfo(path).file_size > _LIMIT:
                raise failure("This document unpacks to more than any text.", where=Where(file=name))
            with package.open(path) as stream:
                # The size in the directory may lie; what is read does not.
                xml = stream.read(_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, ValueError, OSError, EOFError, RuntimeError) as broken:
        # RuntimeError is what zipfile raises for a password; NotImplementedError, its child, for an odd compression.
        raise failure("This Word document is broken or locked.", where=Where(file=name), hint=_WAY_ROUND) from broken
    if len(xml) > _LIMIT or b"<!DOCTYPE" in xml[:4096]:
        raise failure("This is no document that a word processor writes.", where=Where(file=name), hint=_WAY_ROUND)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(xml, parser)
    except etree.LxmlError as broken:
        raise failure("The text of this Word document is broken.", where=Where(file=name), hint=_WAY_ROUND) from broken
