"""Text as a tag, a caption or a player can hold it: one line, no control characters, no broken surrogates."""

from __future__ import annotations

import re
import unicodedata

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def one_line(text: str) -> str:
    """``text`` with every run of white space as one space, and nothing in it that is neither printed nor a space."""
    return " ".join(whole(text).split())


def whole(text: str) -> str:
    """``text`` that can be encoded, composed (NFC), without control characters; line breaks stay.

    A NUL ends a string in ID3 and is not allowed in WebVTT; a lone surrogate cannot be encoded at all.
    """
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)))
