"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(found: str, allowed: Iterable[str]) -> str:
    """A question with the nearest allowed name, or empty when none is near."""
    names = {name.lower(): name for name in allowed}
    near = get_close_matches(found.lower(), names, n=1, cutoff=0.6)
    return f"Did you mean {names[near[0]]!r}?" if near else ""
