"""Text as a tag, a caption or a player can hold it: one line, no control characters, no broken surrogates."""

from __future__ import annotations

import re
import unicodedata

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_HARD = frozenset("\u00a0\u202f")
"""Spaces at which no line ends."""
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
_NEAR_CONTROLS = (b"\xc2", b"\xef\xbf")
"""How the controls beyond ASCII begin in UTF-8, and some other signs too."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def one_line(text: str) -> str:
    """``text`` with every run of white space as one space, and nothing in it that is neither printed nor a space.

    A single space at which no line may end, as French has before ``?``, stays one.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most of what there is, and a feed has a hundred thousand of it
    line = whole(text)
    if _HARD.isdisjoint(line):
        return " ".join(line.split())
    return _SPACES.sub(lambda space: space[0] if space[0] in _HARD else " ", line.strip())


def whole(text: str) -> str:
    """``text`` that can be encoded, composed (NFC), without control characters; line breaks stay.

    A NUL ends a string in ID3 and is not allowed in WebVTT; a lone surrogate cannot be encoded at all.
    """
    if _is_clean(text):
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)))


def _is_clean(text: str) -> bool:
    """Whether there is surely nothing to take out; False where only a closer look would tell. A tenth of that look's time."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return False
    return not any(part in data for part in _NEAR_CONTROLS) and len(data.translate(None, _CONTROL_BYTES)) == len(data)
