"""The text of a script template, as a show finds it."""

from __future__ import annotations

from collections.abc import Callable

from segment.library import lookup
from segment.media import text

LIMIT = 1_000_000
"""Bytes of a template."""


def source_of(root: str) -> Callable[[str], str]:
    """Gives the text of a template by name, as the show finds it."""
    return lambda name: text.read(lookup.find("scripts", name, root).path, LIMIT)
