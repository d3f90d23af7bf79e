"""Hold the settings of a segment.toml against the table of fields; every mistake is found at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from segment.model.finding import Finding
from segment.project.fields import FIELDS, FORMAT, Field
from segment.units import parse_span
from segment.wording import did_you_mean, nearest, one_of

_MOST_SHOWN = 20
"""Allowed words that a hint lists."""

Flat = dict[str, Any]
"""Settings by dotted key."""


def flatten(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted keys and their values, in the order of the file."""
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            yield from flatten(value, f"{key}.")
        else:
            yield key, value


def field_of(key: str) -> Field | None:
    """The field a dotted key belongs to, ``roles.critic.voice`` to ``roles.*.voice``; a chosen name at the end may have dots."""
    for field in FIELDS:
        pattern = field.key.split(".")
        parts = split(key, field)
        if len(pattern) == len(parts) and all(p in {"*", k} for p, k in zip(pattern, parts, strict=True)):
            return field
    return None


def split(key: str, field: Field | None) -> list[str]:
    """The parts of a dotted key; what is behind a field's last group is one part."""
    return key.split(".", field.key.count(".") if field is not None and field.key.endswith("*") else -1)


def _unknown(key: str) -> Finding:
    parts = key.split(".")
    groups = dict.fromkeys(field.key.partition(".")[0] for field in FIELDS)
    # A name the user chose is only looked for where such names belong.
    group = parts[0] if parts[0] in groups else nearest(parts[0], groups)
    candidates = {
        ".".join(own if pattern == "*" else pattern for pattern, own in zip(field.key.split("."), parts, strict=False))
        for field in FIELDS
        if field.key.partition(".")[0] == group
    }
    hint = did_you_mean(key, sorted(candidates)) or f"There are settings for {', '.join(groups)}."
    return Finding(code="PJ001", level="error", message=f"{key} is not a setting.", hint=hint)


def _kind(field: Field) -> str:
    return {str: "words in quotes", int: "a whole number", float: "a number", bool: "true or false", list: "a list"}[field.type]


def _fits(field: Field, value: Any) -> bool:
    if field.type is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if field.type is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, field.type)


def _is_length(value: str) -> bool:
    try:
        return parse_span(value)[0] > 0
    except ValueError:
        return False


def _wrong(key: str, found: object, hint: str) -> Finding:
    return Finding(code="PJ002", level="error", message=f"{key} cannot be {found!r}.", hint=hint)


def _judge(key: str, field: Field, value: Any) -> Iterator[Finding]:
    if not _fits(field, value):
        yield _wrong(key, value, f"It takes {_kind(field)}.")
        return
    if field.length and value and not _is_length(value):
        yield _wrong(key, value, "It takes a length such as 3:00, :60 or 2:50-3:00.")
    elif allowed := field.names() if field.names else field.allowed:
        for word in value if isinstance(value, list) else [value]:
            if word not in allowed:
                shown = allowed if len(allowed) <= _MOST_SHOWN else (*allowed[:_MOST_SHOWN], "others")
                takes = f"It takes {one_of(shown)} {field.unit}".rstrip() + "."
                yield _wrong(key, word, did_you_mean(str(word), map(str, allowed), takes))
    elif field.low is not None and field.high is not None and not field.low <= value <= field.high:
        yield _wrong(key, value, f"It takes {field.low:g} to {field.high:g} {field.unit}.".replace(" .", "."))


def is_from_the_future(settings: Flat) -> bool:
    """Whether a newer version of the tool wrote these settings, so that what is unknown in them is no mistake."""
    number = settings.get("format", FORMAT)
    return isinstance(number, int) and not isinstance(number, bool) and number > FORMAT


def mistakes(settings: Flat) -> tuple[Finding, ...]:
    """Every unknown key and wrong value."""
    found: list[Finding] = []
    for key, value in settings.items():
        field = field_of(key)
        found.extend([_unknown(key)] if field is None else _judge(key, field, value))
    if any(key.startswith("deliverables.") for key in settings):
        from segment.project import copies  # knows every format, which most shows need not

        found.extend(copies.mistakes(settings))
    return tuple(found)
