"""Every key of a voice profile in one table: reading, checking and the documentation are derived from it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from segment.voice.engines.recipe import Mistake, Option
from segment.wording import did_you_mean


class Field(Struct, frozen=True, kw_only=True):
    """One key."""

    key: str
    """Dotted, such as ``pauses.sentence``."""
    type: type
    """str, bool, int, float, or list for a list of words."""
    help: str
    """One line for people."""
    low: float = -math.inf
    high: float = math.inf
    unit: str = ""


FIELDS: tuple[Field, ...] = (
    Field(key="engine", type=str, help="Which engine speaks."),
    Field(key="voice", type=str, help="The engine's own name for the voice; for the embedded one `voice+variant`."),
    Field(key="language", type=str, help="Language tag of what it reads, such as en-GB."),
    Field(key="rate", type=float, help="How fast it reads, pauses included; the engine judges the range.", unit="words a minute"),
    Field(key="pitch", type=float, help="0 to 100, the engine's middle at 50; the engine judges the range."),
    Field(key="trim_db", type=float, help="How far it stands over or under the other voices.", low=-12.0, high=12.0, unit="dB"),
    Field(key="pauses.comma", type=float, help="Silence at a comma, colon or dash.", low=0.0, high=2.0, unit="s"),
    Field(key="pauses.sentence", type=float, help="Silence between sentences.", low=0.0, high=3.0, unit="s"),
    Field(
        key="pauses.paragraph",
        type=float,
        help="Silence before the speaker's next line; the show's mix.gap_s without it.",
        low=0.0,
        high=5.0,
        unit="s",
    ),
    Field(key="sounds", type=str, help="One sentence on how it sounds."),
)
TABLES = ("pauses", "options")
"""Keys that hold keys."""

_KINDS = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list of texts in quotes",
}


def wrong(settings: Mapping[str, Any], options: tuple[Option, ...] | None) -> Iterator[Mistake]:
    """Unknown keys, values of the wrong kind and out of range, in a profile as TOML gives it.

    ``options`` are those of its engine; None where no engine is known, and then they are not looked at.
    """
    fields = {field.key: field for field in FIELDS}
    for key, value in _flat(settings):
        if key in fields:
            field = fields[key]
            yield from _value(key, value, field.type, field.low, field.high)
        elif key in TABLES:
            yield Mistake(key=key, found=repr(value), allowed=f"a table with {', '.join(_inside(key, fields))}")
        else:
            near = tuple(_inside(key.rpartition(".")[0], fields, full=True)) or _top(fields)
            yield Mistake(key=key, found="unknown key", allowed=", ".join(near), hint=did_you_mean(key, near))
    if options is not None:
        yield from _options(settings.get("options", {}), options)


def _flat(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if key == "options" and isinstance(value, dict):
            continue
        if key in TABLES and isinstance(value, dict):
            yield from ((f"{key}.{inner}", inside) for inner, inside in value.items())
        else:
            yield key, value


def _inside(table: str, fields: Mapping[str, Field], *, full: bool = False) -> Iterator[str]:
    return (key if full else key.removeprefix(f"{table}.") for key in fields if table and key.startswith(f"{table}."))


def _top(fields: Mapping[str, Field]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(key.partition(".")[0] for key in fields), *TABLES]))


def _options(given: Any, options: tuple[Option, ...]) -> Iterator[Mistake]:
    if not isinstance(given, dict):
        return  # told with the tables
    known = {option.key: option for option in options}
    for key, value in given.items():
        if key not in known:
            allowed = ", ".join(known) or "none with this engine"
            yield Mistake(key=f"options.{key}", found="unknown key", allowed=allowed, hint=did_you_mean(key, known))
            continue
        option = known[key]
        low, high = (-math.inf if option.low is None else option.low), (math.inf if option.high is None else option.high)
        yield from _value(f"options.{key}", value, option.type, low, high)
    for option in options:
        if option.needed and option.key not in given:
            yield Mistake(key=f"options.{option.key}", found="nothing", allowed=option.help.rstrip("."))


def _value(key: str, value: Any, kind: type, low: float, high: float) -> Iterator[Mistake]:
    if not _is(value, kind):
        yield Mistake(key=key, found=repr(value), allowed=_KINDS[kind])
    elif kind in {int, float} and not low <= value <= high:
        yield Mistake(key=key, found=f"{value:g}", allowed=f"{low:g} to {high:g}")


def _is(value: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is list:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    return isinstance(value, kind)
