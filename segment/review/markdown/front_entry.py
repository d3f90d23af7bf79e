"""One key of front matter, whatever it was written in."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True):
    """One top-level key."""

    value: Any
    """Text, a list or a dict of these: a number, a date or ``no`` is the text that stands there."""
    line: int
    """1-based line of the key in the file."""
    text: str
    """The key with its value as written, on one line."""
