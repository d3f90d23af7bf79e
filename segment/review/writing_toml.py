"""The structured form as TOML (toml.io, v1.0.0): facts as keys, people, sections and marks as lists of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from segment.model.review import Review
from segment.review.fingerprint import fingerprint

_TABLES = ("credits", "cast", "rating", "sections", "marks")


def toml(review: Review, form: str) -> str:
    """The file; ``form`` is what says that it is ours. Provenance is not written."""
    return "\n".join([*_head(review, form), *_facts(review), *_tables(review)]) + "\n"


def _head(review: Review, form: str) -> Iterator[str]:
    yield f"form = {_value(form)}"
    yield f"made = {_value(fingerprint(review))}"
    for field in ("title", "headline", "kind", "reviewer", "date", "language"):
        value = getattr(review, field)
        if value or field in {"title", "reviewer"}:
            yield f"{field} = {_value(value)}"


def _facts(review: Review) -> Iterator[str]:
    said = {key: value for key, value in msgspec.to_builtins(review.facts).items() if value}
    if said:
        yield from ("", "[facts]", *(f"{key} = {_value(value)}" for key, value in said.items()))


def _tables(review: Review) -> Iterator[str]:
    for name in _TABLES:
        for item in msgspec.to_builtins(getattr(review, name)):
            yield from ("", f"[[{name}]]")
            for key, value in item.items():
                if value not in (None, "") or key == "heading":
                    yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    """A text as JSON writes it, which TOML reads the same; paragraphs one a line."""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, list | tuple):
        lines = [_value(item) for item in value]
        flat = f"[{', '.join(lines)}]"
        return flat if len(flat) <= 100 else "[\n" + "".join(f"  {line},\n" for line in lines) + "]"
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
