"""Whether a structured review is still what the page was read as: a short digest of all it says but its marks."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from msgspec.structs import replace

from segment.model.review import Review
from segment.review.settled import settled


def fingerprint(review: Review) -> str:
    """Sixteen hexadecimal figures, the same for equal reviews whatever marks the producer made in them."""
    said = replace(settled(review), marks=(), source="", origins=(), left_out=(), findings=())
    return hashlib.sha256(msgspec.json.encode(_without_empty(msgspec.to_builtins(said)))).hexdigest()[:16]


def is_as_made(text: str, review: Review) -> bool:
    """Whether ``review``, read from ``text``, says what it said when the text was written: marks alone may have come since."""
    return fingerprint(review) in text


def says_the_same(one: Review, other: Review) -> bool:
    """Whether two reviews differ in nothing but marks and where they came from."""
    return fingerprint(one) == fingerprint(other)


def _without_empty(value: Any) -> Any:
    """A field that a later version adds, and that is empty, changes no digest."""
    if isinstance(value, dict):
        return {key: kept for key, item in value.items() if (kept := _without_empty(item)) not in ("", None, [], {})}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
