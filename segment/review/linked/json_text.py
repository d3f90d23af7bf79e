"""JSON as it stands in real pages: with comments, trailing commas, raw line breaks, CDATA marks, entities."""

from __future__ import annotations

import html
import re
from typing import Any

import msgspec

_LIMIT = 5_000_000
# Possessive, and closed at the end of the text where nothing closes them: one pass, whatever stands there.
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*+"?|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|,\s*+|[^"/,]++|/', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CONTROLS = {number: f"\\u{number:04x}" for number in range(32)}
_EDGES = ("<![CDATA[", "]]>", "<!--", "-->", "//", "/*", "*/", ";")


def lenient(text: str) -> Any:
    """The value in ``text``, or None when it cannot be made out. Never raises; linear in the text."""
    if len(text) > _LIMIT:
        return None
    bare = text.strip()
    for _ in range(3):
        for edge in _EDGES:
            bare = bare.removeprefix(edge).removesuffix(edge).strip()
    value = _decoded(bare)
    if value is None:
        value = _decoded(_mended(bare))
    # Entities stand for quotation marks only where a template escaped the whole block.
    return _decoded(_mended(html.unescape(bare))) if value is None and "&quot;" in bare else value


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def _mended(text: str) -> str:
    """Comments and trailing commas out; in strings, control characters escaped and escapes that JSON lacks undone."""
    made: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece.startswith(("//", "/*")):
            continue
        if piece[0] == '"':
            piece = _ESCAPE.sub(lambda found: found[0] if found[1] in '"\\/bfnrtu' else found[1], piece).translate(_CONTROLS)
        elif piece.lstrip()[:1] in {"}", "]"} and made and made[-1].startswith(","):
            made.pop()
        elif not piece.strip():
            continue
        made.append(piece)
    return "".join(made)
