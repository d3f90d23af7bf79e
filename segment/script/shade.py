"""Words that stay words: how a review's text passes through a template without ever becoming a cue, a mark or a comment.

A template may do anything with a string: join it, slice it, pass it through macros. So the signs that mean something in a script
are exchanged, before the template sees them, for private characters that mean nothing (:func:`shaded`), and come back with the
format's ``\\`` before them when the script is done (:func:`revealed`). Whatever a template does in between, it cannot undo that
by accident, and no sign is escaped twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from msgspec import Struct

_SIGNS = "\\[]()+;:"
_BASE = 0xE100
_SHADE = {ord(sign): chr(_BASE + ord(sign)) for sign in _SIGNS}
_REVEAL = {_BASE + ord(sign): sign for sign in _SIGNS}
_SHADED = re.compile("[" + "".join(_SHADE.values()) + "]")
_LONGEST_SOURCE = 48
"""Characters at the start of a line within which a colon can make it a cue or a header."""


class Ready(str):
    """Text that is script already: its signs mean what they mean, and it is handed to a template as it is."""


def shade(text: str) -> str:
    """One line of the text, its signs exchanged for private characters; controls and direction marks are gone."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()).translate(_SHADE)
    kept = (" " if sign.isspace() else sign for sign in text if sign.isspace() or not _unsayable(sign))
    return " ".join("".join(kept).split()).translate(_SHADE)


def unshaded(text: str) -> str:
    """The text with its signs back, without escapes: for a filter that must read it."""
    return text.translate(_REVEAL)


def revealed(script: str) -> str:
    """The finished script: every private character is its sign again, escaped where the sign would mean something."""

    def sign(match: re.Match[str]) -> str:
        at = match.start()
        real = _REVEAL[ord(match[0])]
        if real == ":":
            before = script[max(0, at - _LONGEST_SOURCE) : at].rpartition("\n")
            starts = bool(before[1]) or at < _LONGEST_SOURCE
            return "\\:" if starts and ":" not in before[2] else ":"
        if real == ";":
            # A comment opens at the start of a line and after white space only.
            return ";" if at and not script[at - 1].isspace() else "\\;"
        return "\\" + real

    return _SHADED.sub(sign, script)


def shaded(value: Any) -> Any:
    """A value with every string inside it shaded; what holds it is rebuilt."""
    return rebuilt(value, shade)


def rebuilt(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every string inside it changed: tuples, dictionaries and frozen values are rebuilt, the rest is as it was."""
    if isinstance(value, Ready):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple | list):
        return tuple(rebuilt(item, change) for item in value)
    if isinstance(value, dict):
        return {key: rebuilt(item, change) for key, item in value.items()}
    if isinstance(value, Struct):
        return type(value)(**{name: rebuilt(getattr(value, name), change) for name in value.__struct_fields__})
    return value


def _unsayable(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Cn"}
