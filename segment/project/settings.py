"""Every setting with its value, and where that came from: environment, the show's file, the user's own, or built in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from segment.errors import Cause, ProjectError
from segment.project.check import Flat, field_of
from segment.project.fields import FIELDS, Plain
from segment.project.load import layers, load
from segment.wording import did_you_mean, quoted

Origin = Literal["environment", "project", "user", "built-in"]


class Setting(Struct, frozen=True, kw_only=True):
    """One setting as it holds."""

    key: str
    value: Plain | tuple[str, ...]
    unit: str
    """Empty where it has none."""
    help: str
    """One line."""
    origin: Origin
    source: str
    """The file that says it, the variable of the environment, or empty for what is built in."""


def settings(start: Path, environment: Mapping[str, str] | None = None) -> tuple[Setting, ...]:
    """Every setting around ``start``, in the order of the table; of those with a name of the show's own, the ones it has.

    Raises ProjectError as :func:`segment.project.load.load` does.
    """
    load(start, environment)
    said: dict[str, tuple[Origin, str]] = {}
    values: Flat = {}
    for layer in layers(start, environment):
        for key, value in layer.settings.items():
            source = f"SEGMENT_{key.replace('.', '_').upper()}" if layer.origin == "environment" else layer.source
            said[key], values[key] = (layer.origin, source), value
    return tuple(_settings(values, said))


def setting(key: str, start: Path, environment: Mapping[str, str] | None = None) -> Setting:
    """One setting. Raises ProjectError for a key nobody knows, and as :func:`settings` does."""
    known = settings(start, environment)
    for one in known:
        if one.key == key:
            return one
    keys = dict.fromkeys([*(one.key for one in known), *(field.key for field in FIELDS)])
    if field_of(key) is not None:
        raise ProjectError(f"Nothing is said about {key}.", cause=Cause.MATERIAL)
    raise ProjectError(f"{quoted(key)} is not a setting.", hint=did_you_mean(key, keys, "segment config lists them."))


def _settings(values: Flat, said: Mapping[str, tuple[Origin, str]]) -> Iterator[Setting]:
    for field in FIELDS:
        keys = [field.key] if "*" not in field.key else [key for key in values if field_of(key) is field]
        for key in keys:
            origin, source = said.get(key, ("built-in", ""))
            value = values.get(key, field.default)
            shown = tuple(value) if isinstance(value, list) else value
            yield Setting(key=key, value=shown, unit=field.unit, help=field.help, origin=origin, source=source)
