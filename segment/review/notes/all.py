"""Every check of a review's content, in the order a producer reads a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from segment.model.finding import Finding
from segment.review.found import Found

CHECKS: tuple[Callable[[Found], Iterable[Finding]], ...] = ()


def notes(found: Found) -> tuple[Finding, ...]:
    """All notes on a review."""
    return tuple(note for check in CHECKS for note in check(found))
