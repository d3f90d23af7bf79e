"""1 READ: a written review, as published, becomes a :class:`segment.model.review.Review`.

    bytes → decoding → the reader that knows the form (forms.READERS) → notes → Review

``read`` is the door in; ``to_json`` and ``to_markdown`` write the structured form, which reads back to an equal value;
``describe`` tells a producer what was understood, what was left out and what to look at. Nothing here opens a file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.review.decoding import LIMIT_BYTES
    from segment.review.describing import describe
    from segment.review.fingerprint import is_as_made, says_the_same
    from segment.review.marking.carrying import carried
    from segment.review.reading import read, read_all
    from segment.review.several.listing import Work, chosen, works
    from segment.review.writing import SUFFIXES, to_form, to_json, to_markdown, to_toml

__all__ = [
    "LIMIT_BYTES",
    "SUFFIXES",
    "Work",
    "carried",
    "chosen",
    "describe",
    "is_as_made",
    "read",
    "read_all",
    "says_the_same",
    "to_form",
    "to_json",
    "to_markdown",
    "to_toml",
    "works",
]

_HOMES = {
    "SUFFIXES": "writing",
    "carried": "marking.carrying",
    "is_as_made": "fingerprint",
    "says_the_same": "fingerprint",
    "to_form": "writing",
    "LIMIT_BYTES": "decoding",
    "Work": "several.listing",
    "chosen": "several.listing",
    "describe": "describing",
    "read": "reading",
    "read_all": "reading",
    "to_json": "writing",
    "to_markdown": "writing",
    "to_toml": "writing",
    "works": "several.listing",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that ``import segment.review`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
