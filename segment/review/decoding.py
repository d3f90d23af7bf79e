"""Bytes to text: UTF-8, UTF-16 with its mark, else Windows-1252 with a note; what is not text is refused."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from segment.errors import ReviewError, Where
from segment.model.finding import Finding

LIMIT_BYTES = 50_000_000
"""A review page is never larger than this; a saved page with its pictures inside may be."""

LIMIT_LINES = 300_000
"""Nor has it more lines: what has is a log or a table."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TEXT_CONTROLS = "\t\n\r\f"
_GARBLED = ("â€™", "â€œ", "â€“", "â€”", "Ã©", "Ã¨", "Ã ")
"""What UTF-8 looks like after someone read it as Windows-1252."""


_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?charset=["']?([A-Za-z0-9_-]{2,20})""")


_ALPHABETS = ("iso8859", "cp125", "koi8", "mac", "shift_jis", "euc", "gb", "big5")
"""Encodings that pages are in; Python knows others that are no writing, such as punycode."""


class Decoded(Struct, frozen=True, kw_only=True):
    """The text of a page and what there is to say about its encoding."""

    text: str
    """Lines end in ``\\n`` alone, so that line numbers are those of an editor."""
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, *, name: str) -> Decoded:
    """The text in ``data``; ``name`` is the file as the user gave it, for messages.

    Raises ReviewError when it is empty, not text, or over :data:`LIMIT_BYTES` or :data:`LIMIT_LINES`.
    """
    where = Where(file=name)
    if len(data) > LIMIT_BYTES:
        raise too_large(data, name=name)
    if not data.strip():
        raise ReviewError("This file is empty.", where=where)
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
        findings: tuple[Finding, ...] = ()
    except UnicodeDecodeError as broken:
        text, findings = _western(data, broken, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_binary(text):
        raise ReviewError("This file is not text.", where=where, hint="Give the review's text: a .txt or .md file.")
    if text.count("\n") > LIMIT_LINES:
        raise ReviewError(f"This file has over {LIMIT_LINES:,} lines; no review has.", where=where)
    if not text.strip("\ufeff \t\n\f\xa0"):
        raise ReviewError("This file is empty.", where=where)
    if any(sign in text for sign in _GARBLED):
        findings = (*findings, _garbled(text, name))
    return Decoded(text=text.lstrip("\ufeff"), findings=findings)


def too_large(data: bytes, *, name: str) -> ReviewError:
    """The refusal of a file over :data:`LIMIT_BYTES`."""
    size = f"{len(data) / 1e6:.1f} MB"
    return ReviewError(f"This file is {size}; a review may be at most {LIMIT_BYTES // 1_000_000} MB.", where=Where(file=name))


def _western(data: bytes, broken: UnicodeDecodeError, where: Where) -> tuple[str, tuple[Finding, ...]]:
    """The text as Windows-1252, unless it is UTF-8 with a fault in it or no text at all."""
    line = data.count(b"\n", 0, broken.start) + 1
    refusal = ReviewError(
        f"Line {line} is neither UTF-8 nor Windows-1252 text.",
        where=Where(file=where.file, line=line),
        hint="Save the text again as UTF-8.",
    )
    if b"\0" in data[:4096]:
        raise ReviewError("This file is not text.", where=where, hint="Give the review's text: a .txt or .md file.")
    if broken.encoding != "utf-8":
        raise refusal
    encoding = _declared(data) or "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal from None
    if any(sign in text for sign in _GARBLED):
        raise refusal
    note = Finding(
        code="RV001",
        level="info",
        message=f"The text is not UTF-8; it was read as {'Windows-1252' if encoding == 'cp1252' else encoding}.",
        hint="Check the accents and quotation marks, or save it again as UTF-8.",
        where=Where(file=where.file, line=line),
    )
    return text, (note,)


def _declared(data: bytes) -> str:
    """The encoding that an HTML page says it is in (``<meta charset=…>``), where it is known; else empty."""
    match = _CHARSET.search(data[:2048])
    try:
        name = codecs.lookup(match[1].decode()).name if match else ""
    except LookupError:
        return ""
    return name if name.startswith(_ALPHABETS) else ""


def _garbled(text: str, name: str) -> Finding:
    first = min(text.find(sign) for sign in _GARBLED if sign in text)
    return Finding(
        code="RV002",
        level="warning",
        message=f"Accents or quotation marks are garbled: {text[first : first + 12].splitlines()[0]!r}.",
        hint="The text was decoded wrongly before it came here; copy it from the page again.",
        where=Where(file=name, line=text.count("\n", 0, first) + 1),
    )


def _is_binary(text: str) -> bool:
    """More than one control character in a thousand, or a NUL, is no text anybody wrote."""
    if "\0" in text:
        return True
    controls = sum(text.count(chr(code)) for code in range(1, 32) if chr(code) not in _TEXT_CONTROLS)
    return controls * 1000 > len(text) + 2000
