"""Holding data that somebody wrote by hand against the fields of a review: every mistake at once, with the word likely meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

from segment.errors import ReviewError, Where
from segment.model.review import Review
from segment.review.roles import ROLES

_SHOWN = 20
_MAX_WORD = 60
_SCALARS: dict[type, str] = {inspect.StrType: "text", inspect.FloatType: "a number", inspect.IntType: "a whole number"}


def review_from(data: object, *, name: str) -> Review:
    """The review that ``data``, as it came from JSON or front matter, holds.

    Raises ReviewError with every mistake in one message: the field's path, what was found, what is allowed.
    """
    if isinstance(data, dict):
        # What the digest of the written form is kept in says nothing about the review.
        data = {key: value for key, value in data.items() if key != "made"}
    mistakes = list(_mistakes(data, inspect.type_info(Review), ""))
    if mistakes:
        raise refusal(mistakes, name=name)
    return msgspec.convert(data, Review)


def refusal(mistakes: list[str], *, name: str) -> ReviewError:
    """One error for all mistakes; beyond twenty the rest is counted."""
    shown = mistakes[:_SHOWN]
    if len(mistakes) > _SHOWN:
        shown.append(f"and {len(mistakes) - _SHOWN} more")
    count = "one mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
    return ReviewError(f"The structured review has {count}: {'; '.join(shown)}.", where=Where(file=name))


def meant(word: str, allowed: tuple[str, ...], *, closeness: float = 0.6) -> str:
    """``, did you mean “cast”?`` or empty; ``closeness`` 1 is the same word."""
    close = get_close_matches(word[:_MAX_WORD].casefold(), allowed, n=1, cutoff=closeness)
    return f", did you mean “{close[0]}”?" if close else ""


def _mistakes(value: object, kind: inspect.Type, path: str) -> Iterator[str]:
    if isinstance(kind, inspect.StructType):
        yield from _struct(value, kind, path)
    elif isinstance(kind, inspect.VarTupleType):
        if not isinstance(value, list):
            yield _wrong(path, value, "a list")
            return
        for number, item in enumerate(value, start=1):
            yield from _mistakes(item, kind.item_type, f"{path}[{number}]")
        if path.endswith(".roles"):
            yield from (
                f"{path}: “{role[:_MAX_WORD]}” is no role{meant(role, ROLES) or ' (' + ', '.join(ROLES) + ')'}"
                for role in value
                if isinstance(role, str) and role not in ROLES
            )
    elif isinstance(kind, inspect.UnionType):
        if value is None and any(isinstance(option, inspect.NoneType) for option in kind.types):
            return
        yield from _mistakes(value, next(option for option in kind.types if not isinstance(option, inspect.NoneType)), path)
    elif isinstance(kind, inspect.LiteralType):
        if value not in kind.values:
            yield _wrong(path, value, " or ".join(map(str, kind.values)))
    elif not _fits(value, kind):
        yield _wrong(path, value, _SCALARS.get(type(kind), "something else"))


def _struct(value: object, kind: inspect.StructType, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield _wrong(path or "the review", value, "a set of named fields")
        return
    fields = {field.encode_name: field for field in kind.fields}
    dot = "." if path else ""
    for key, item in value.items():
        if key in fields:
            yield from _mistakes(item, fields[key].type, f"{path}{dot}{key}")
        else:
            shown = str(key)[:_MAX_WORD]
            yield f"{path}{dot}{shown}: no such field{meant(shown, tuple(fields)) or ' (' + ', '.join(fields) + ')'}"
    for name, field in fields.items():
        if field.required and name not in value:
            yield f"{path}{dot}{name}: missing"


def _fits(value: object, kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.StrType):
        return isinstance(value, str)
    if isinstance(kind, inspect.IntType):
        return isinstance(value, int) and not isinstance(value, bool)
    if isinstance(kind, inspect.FloatType):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return True


def _wrong(path: str, value: object, allowed: str) -> str:
    found: Any = {dict: "a set of fields", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}.get(
        type(value), "a number"
    )
    shown = f" “{value[:_MAX_WORD]}”" if isinstance(value, str) else ""
    return f"{path}: must be {allowed}, found {found}{shown}"
