"""Every key of a voice profile in one table: reading, checking and the documentation are derived from it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args

from msgspec import Struct

from segment.model.cleaning import ALLOWED as CLEANING
from segment.model.processing import ALLOWED, Kind
from segment.voice.engines.recipe import Mistake, Option
from segment.wording import did_you_mean, one_of


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
    words: tuple[str, ...] = ()
    """The only words that are right; empty for any."""
    needed: bool = False
    """True where the table that holds it means nothing without."""


_PROCESSING = {
    "high_pass_hz": "Takes away what lies below; rumble and breath pops.",
    "eq.hz": "Centre of a bell, or where a shelf has half its gain.",
    "eq.db": "Gain of the band.",
    "eq.q": "A bell is hz / q wide.",
    "de_esser.hz": "What lies above is sibilance.",
    "de_esser.over_db": "How far sibilance may stand over the voice.",
    "de_esser.deepest_db": "The most it is taken down.",
    "compressor.over_db": "Where it begins: over the voice's own level.",
    "compressor.ratio": "So many dB more of the voice become one.",
    "compressor.attack_ms": "How fast it takes hold.",
    "compressor.release_ms": "How fast it lets go.",
}

_TAKE = {
    "offset": "Whether a constant offset is taken off.",
    "clicks": "Whether clicks are repaired.",
    "hum": "Whether the lines of the mains are notched.",
    "high_pass_hz": "The highest corner against rumble; 0 for none.",
    "plosives_db": "The most that a pop's low end is taken down; 0 for none.",
    "noise_db": "The most that a steady noise is taken down; 0 for none.",
    "expander_db": "The most that a loud room is taken down between words; 0 for none.",
    "de_esser_db": "The most that a sharp s is taken down; 0 for none.",
}

FIELDS: tuple[Field, ...] = (
    Field(key="engine", type=str, help="Which engine speaks."),
    Field(key="voice", type=str, help="The engine's own name for the voice; for the embedded one `voice+variant`."),
    Field(key="language", type=str, help="Language tag of what it reads, such as en-GB."),
    Field(key="rate", type=float, help="How fast it reads, pauses included; the engine judges the range.", unit="words a minute"),
    Field(key="pitch", type=float, help="The engine's middle at 50; the engine judges the range.", low=0.0, high=100.0),
    Field(key="trim_db", type=float, help="How far it stands over or under the other voices.", low=-12.0, high=12.0, unit="dB"),
    Field(
        key="pauses.comma",
        type=float,
        help="Silence at a comma; half as much again at a colon or dash.",
        high=2.0,
        low=0.0,
        unit="s",
    ),
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
    Field(
        key="processing.eq.kind",
        type=str,
        help="A bell works around hz, a shelf on all below or above it.",
        words=get_args(Kind),
        needed=True,
    ),
    *(
        Field(
            key=f"processing.{allowed.key}",
            type=float,
            help=_PROCESSING[allowed.key],
            low=allowed.lowest,
            high=allowed.highest,
            unit=allowed.unit,
            needed=allowed.key in {"eq.hz", "eq.db"},
        )
        for allowed in ALLOWED
    ),
    *(Field(key=f"take.{key}", type=bool, help=_TAKE[key]) for key in ("offset", "clicks", "hum")),
    *(
        Field(key=f"take.{each.key}", type=float, help=_TAKE[each.key], low=each.lowest, high=each.highest, unit=each.unit)
        for each in CLEANING
    ),
)
TABLES = ("pauses", "processing", "processing.de_esser", "processing.compressor", "take", "options")
"""Keys that hold keys."""
ROWS = ("processing.eq",)
"""Keys that hold a list of tables."""


def table() -> str:
    """The fields as a Markdown table, for docs/voices.md."""
    lines = ["| key | what it is | takes |", "| --- | --- | --- |"]
    for field in FIELDS:
        if field.words:
            takes = one_of(field.words)
        elif field.type is float and math.isfinite(field.high):
            takes = f"{field.low:g} to {field.high:g} {field.unit}".rstrip()
        else:
            takes = field.unit or _KINDS[field.type]
        lines.append(f"| `{field.key}` | {field.help} | {takes} |")
    return "\n".join(lines)


_KINDS = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list of texts in quotes",
}


class _Entry(NamedTuple):
    key: str
    shown: str
    """As people find it: with the number of the row in a list."""
    value: Any


def wrong(settings: Mapping[str, Any], options: tuple[Option, ...] | None) -> Iterator[Mistake]:
    """Unknown keys, values of the wrong kind and out of range, in a profile as TOML gives it.

    ``options`` are those of its engine; None where no engine is known, and then they are not looked at.
    """
    fields = {field.key: field for field in FIELDS}
    for key, shown, value in _flat(settings):
        if key in fields:
            yield from _value(shown, value, fields[key])
        elif key in TABLES or key in ROWS:
            inside = ", ".join(name.removeprefix(f"{key}.") for name in _inside(key))
            yield Mistake(
                key=shown, found=repr(value), allowed=f"{'a list of tables' if key in ROWS else 'a table'} with {inside}"
            )
        elif key.endswith("."):
            yield from (Mistake(key=f"{shown}{name}", found="nothing", allowed="a value") for name in value)
        else:
            near = _inside(key.rpartition(".")[0])
            yield Mistake(key=shown, found="unknown key", allowed=", ".join(near), hint=did_you_mean(key, near))
    if options is not None:
        yield from _options(settings.get("options", {}), options)


def _flat(settings: Mapping[str, Any], prefix: str = "", shown: str = "") -> Iterator[_Entry]:
    """Every value; an entry whose key ends with a dot holds the names that its table lacks."""
    for name, value in settings.items():
        key, label = f"{prefix}{name}", f"{shown}{name}"
        if key == "options" and isinstance(value, dict):
            continue
        if key in TABLES and isinstance(value, dict):
            yield from _flat(value, f"{key}.", f"{label}.")
        elif key in ROWS and isinstance(value, list) and all(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, start=1):
                yield from _flat(row, f"{key}.", f"{label}[{number}].")
        else:
            yield _Entry(key, label, value)
    needed = [field.key.removeprefix(prefix) for field in FIELDS if field.needed and field.key.rpartition(".")[0] == prefix[:-1]]
    if lacking := [name for name in needed if prefix and name not in settings]:
        yield _Entry(prefix, shown, lacking)


def _inside(table: str) -> tuple[str, ...]:
    """The full keys that a table may hold; what may stand at the top without one."""
    depth = len(table.split(".")) + 1 if table else 1
    whole = (*(field.key for field in FIELDS), *TABLES)
    held = (key for key in whole if not table or key.startswith(f"{table}."))
    return tuple(dict.fromkeys(".".join(key.split(".")[:depth]) for key in held))


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
        yield from _value(f"options.{key}", value, Field(key=key, type=option.type, help=option.help, low=low, high=high))
    for option in options:
        if option.needed and option.key not in given:
            yield Mistake(key=f"options.{option.key}", found="nothing", allowed=option.help.rstrip("."))


def _value(shown: str, value: Any, field: Field) -> Iterator[Mistake]:
    if not _is(value, field.type):
        yield Mistake(key=shown, found=repr(value), allowed=_KINDS[field.type])
    elif field.words and value not in field.words:
        yield Mistake(key=shown, found=value, allowed=one_of(field.words), hint=did_you_mean(value, field.words))
    elif field.type in {int, float} and not field.low <= value <= field.high:
        yield Mistake(key=shown, found=f"{value:g}", allowed=f"{field.low:g} to {field.high:g} {field.unit}".rstrip())


def _is(value: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is list:
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    return isinstance(value, kind)
