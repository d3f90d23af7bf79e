"""A line that holds names and nothing else."""

from __future__ import annotations

import re

from segment.review.facts.names import is_name

_BETWEEN = re.compile(r"\s?[/,;•·|]\s?|\s(?:&|and|et|und)\s")
_MAX = 300


def name_list(text: str) -> tuple[str, ...]:
    """The names of a line such as ``Ann Roe, Jo Poe and Mina Loe``, or behind ``Thriller, 1h35 :``; empty for any other line."""
    if len(text) > _MAX:
        return ()
    names = [part.strip() for part in _BETWEEN.split(text.rpartition(" : ")[2]) if part.strip()]
    return tuple(names) if names and all(is_name(name) and " " in name for name in names) else ()
