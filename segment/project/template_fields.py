"""Every field a template can use, with its value in one review, and how many of the show's reviews lack it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from segment import review as reading
from segment.errors import SegmentError
from segment.media import files
from segment.model.house import House
from segment.model.project import Project
from segment.model.review import Review
from segment.model.template import Fields, FieldShown
from segment.project.house import house
from segment.project.story import STORIES, story_of
from segment.script.filters import TESTS, filters
from segment.script.writing import brief_of

_LONGEST = 100
_INSIDE = {"review", "work", "critic", "piece", "house"}


def fields(review: Review, project: Project) -> Fields:
    """The fields for this review; the reviews of the show's stories are looked at for what they lack."""
    others = tuple(_reviews(project))
    mine = dict(_flat(review, project))
    held = [dict(_flat(other, project)) for other in others]
    shown = tuple(
        FieldShown(
            name=name,
            help=about,
            value=_shown(value),
            lacking=sum(not other.get(name, ("", ""))[1] for other in held),
        )
        for name, (about, value) in mine.items()
    )
    names = sorted(filters("en", set()))
    return Fields(
        review=review.title or review.source, reviews=len(others), fields=shown, filters=tuple(names), tests=tuple(TESTS)
    )


def _reviews(project: Project) -> Iterator[Review]:
    """The review of each story of the show; one that cannot be read is passed over, ``segment review`` says why."""
    folder = Path(project.root) / STORIES
    if not project.root or not folder.is_dir():
        return
    for place in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
        try:
            story = story_of(place, project.root)
            if story is not None:
                data = files.read_bytes(story.review, reading.LIMIT_BYTES)
                yield reading.read(data, name=str(story.review), aliases=project.headings)
        except SegmentError:
            continue


def _flat(review: Review, project: Project) -> Iterator[tuple[str, tuple[str, Any]]]:
    told: House = house(project, (), review.reviewer, None)
    given = brief_of(replace(review, findings=(), left_out=(), origins=()), told)
    for name in given.__struct_fields__:
        value = getattr(given, name)
        about = _help(type(given)).get(name, "")
        if name not in _INSIDE or not isinstance(value, Struct):
            yield name, (about, value)
            continue
        inner = _help(type(value))
        for field in value.__struct_fields__:
            held = getattr(value, field)
            if isinstance(held, Struct):
                deeper = _help(type(held))
                for last in held.__struct_fields__:
                    yield f"{name}.{field}.{last}", (deeper.get(last, ""), getattr(held, last))
            elif field not in {"origins", "left_out", "findings", "source"}:
                yield f"{name}.{field}", (inner.get(field, ""), held)


def _help(kind: type) -> dict[str, str]:
    """What stands under each field of a value: its one-line docstring."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    name = ""
    for node in body.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
            found[name] = " ".join(str(node.value.value).replace("``", "").split())
            name = ""
    return found


def _shown(value: Any) -> str:
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"{len(value)}: {'; '.join(_shown(item) for item in value[:3])}"[:_LONGEST]
    if isinstance(value, Struct):
        first = (getattr(value, field) for field in value.__struct_fields__)
        return next((_shown(item) for item in first if item), "")
    return str(value) if len(str(value)) <= _LONGEST else f"{str(value)[: _LONGEST - 1]}…"
