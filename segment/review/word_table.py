"""Tables of words, written as running text so that a person can read and extend them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, one a line, as a set."""
    return frozenset(line.strip() for line in text.strip().split("\n"))
