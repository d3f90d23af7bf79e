"""The structured form, as JSON and as Markdown with front matter; both read back to an equal review."""

from __future__ import annotations

from typing import Any

import msgspec
import yaml

from segment.model.review import Review, Section
from segment.review.markdown.inline import escaped

FORM = "radio-segment review 1"
"""What the front matter's ``form`` says in a review written by :func:`to_markdown`."""


def to_json(review: Review) -> str:
    """All of the review, provenance too, as JSON with one field a line."""
    return msgspec.json.format(msgspec.json.encode(review), indent=2).decode() + "\n"


def to_markdown(review: Review) -> str:
    """``review.md``: facts in the front matter, a heading for each section, a blank line between paragraphs.

    ``source``, ``left_out`` and ``findings`` are not written: they belong to the page, not to the review.
    """
    facts: dict[str, Any] = {"form": FORM}
    for field in ("title", "headline", "kind", "reviewer", "date", "language"):
        value = getattr(review, field)
        if value or field in {"title", "reviewer"}:
            facts[field] = value
    for field in ("credits", "cast", "rating"):
        items = msgspec.to_builtins(getattr(review, field))
        if items:
            facts[field] = [{key: value for key, value in item.items() if value not in (None, "")} for item in items]
    if said := {key: value for key, value in msgspec.to_builtins(review.facts).items() if value}:
        facts["facts"] = said
    if review.marks:
        facts["marks"] = msgspec.to_builtins(review.marks)
    front = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=False)
    return f"---\n{front}---\n" + "".join(_section(number, section) for number, section in enumerate(review.sections))


def _section(number: int, section: Section) -> str:
    """A first section without a heading needs none; any other says so with an empty one."""
    bare = number == 0 and not section.heading and section.paragraphs
    heading = "" if bare else f"\n## {escaped(section.heading)}".rstrip() + "\n"
    return heading + "".join(f"\n{escaped(paragraph)}\n" for paragraph in section.paragraphs)
