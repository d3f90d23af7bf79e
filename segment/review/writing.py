"""The structured form, as JSON, as TOML and as Markdown with front matter; all read back to an equal review."""

from __future__ import annotations

from typing import Any

import msgspec

from segment.model.review import Review, Section
from segment.review.fingerprint import fingerprint
from segment.review.marking.markup import literal, marked
from segment.review.marking.placing import Placed, placed
from segment.review.writing_toml import toml

FORM = "radio-segment review 1"
"""What the front matter's ``form`` says in a review written by :func:`to_markdown`."""

SUFFIXES = (".md", ".toml", ".json")
"""The files a structured review is written in."""


def to_json(review: Review) -> str:
    """All of the review, provenance too, as JSON with one field a line."""
    return msgspec.json.format(msgspec.json.encode(review), indent=2).decode() + "\n"


def to_form(review: Review, suffix: str) -> str:
    """The structured form as a file with this suffix holds it; one of :data:`SUFFIXES`."""
    if suffix == ".md":
        return to_markdown(review)
    if suffix == ".toml":
        return to_toml(review)
    data = {"made": fingerprint(review), **msgspec.to_builtins(review)}
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def to_toml(review: Review) -> str:
    """``review.toml``: what :func:`to_markdown` writes, with the sections in tables of their own."""
    return toml(review, FORM)


def to_markdown(review: Review) -> str:
    """``review.md``: facts in the front matter, a heading for each section, a blank line between paragraphs.

    ``source``, ``left_out`` and ``findings`` are not written: they belong to the page, not to the review.
    """
    import yaml  # it takes a while to load, and a build writes no review

    facts: dict[str, Any] = {"form": FORM, "made": fingerprint(review)}
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
    standing, loose = placed(review.marks, review.sections)
    if loose:
        facts["marks"] = msgspec.to_builtins(loose)
    front = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=False)
    by_paragraph: dict[tuple[int, int], list[Placed]] = {}
    for one in standing:
        by_paragraph.setdefault((one.section, one.paragraph), []).append(one)
    sections = (_section(number, section, by_paragraph) for number, section in enumerate(review.sections))
    return f"---\n{front}---\n" + "".join(sections)


def _section(number: int, section: Section, marks: dict[tuple[int, int], list[Placed]]) -> str:
    """A first section without a heading needs none; any other says so with an empty one."""
    bare = number == 0 and not section.heading and section.paragraphs
    heading = "" if bare else f"\n## {literal(section.heading)}".rstrip() + "\n"
    paragraphs = (marked(text, marks.get((number, index), ())) for index, text in enumerate(section.paragraphs))
    return heading + "".join(f"\n{paragraph}\n" for paragraph in paragraphs)
