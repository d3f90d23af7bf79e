"""Filters for those who write templates: ``{{ names|list_and }}``, ``{{ line|spoken }}`` and the like.

Text comes in and goes out shaded (see :mod:`segment.script.shade`); what a filter has to read it reads with the real signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from segment.script import credits as saying
from segment.script.shade import shade, unshaded
from segment.sentences import sentences


def list_and(items: Iterable[Any], word: str = "and") -> str:
    """``["A", "B", "C"]|list_and`` → ``A, B and C``."""
    return saying.list_and(map(str, items), word)


def first_name(name: str) -> str:
    """``"Marc Glassman"|first_name`` → ``Marc``."""
    return saying.first_name(name)


def words(text: str) -> int:
    """How many words are spoken."""
    return len(text.split())


def trim_to(text: str, most: int) -> str:
    """Whole sentences from the beginning of the text, up to so many words; at least the first."""
    kept: list[str] = []
    total = 0
    for sentence in sentences(unshaded(text)):
        total += len(sentence.split())
        if kept and total > most:
            break
        kept.append(sentence)
    return shade(" ".join(kept))


def opening(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "list_and": list_and,
    "first_name": first_name,
    "words": words,
    "trim_to": trim_to,
    "opening": opening,
}
"""Every filter of our own, by the name a template uses."""
