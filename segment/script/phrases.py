"""Lists of phrases as one pattern: each line of the list is one way of saying it."""

from __future__ import annotations

import re


def either(listed: str) -> str:
    """A group that matches any line of ``listed``; lines are regular expressions without nested repetition."""
    return f"(?:{'|'.join(line.strip() for line in listed.strip().splitlines())})"


def any_of(listed: str) -> re.Pattern[str]:
    """A pattern that finds any line of ``listed`` as whole words, in any case."""
    return re.compile(rf"\b{either(listed)}\b", re.IGNORECASE)
