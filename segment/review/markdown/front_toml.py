"""Front matter in TOML, between two lines of three plus signs, as Hugo writes it."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from typing import Any

from segment.errors import ReviewError, Where
from segment.review.markdown.front_entry import Entry


def toml_entries(block: str, *, name: str) -> dict[str, Entry]:
    """The top-level keys of a TOML block that begins on line 2 of the file ``name``.

    Raises ReviewError with the line when the block is not TOML (toml.io, v1.0.0).
    """
    try:
        table = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        raise ReviewError(f"The front matter is not valid TOML: {error}.", where=Where(file=name, line=2)) from None
    except RecursionError:
        raise ReviewError("The front matter has lists inside lists without end.", where=Where(file=name, line=2)) from None
    lines = block.split("\n")
    places = _places(lines)
    entries: dict[str, Entry] = {}
    for key, value in table.items():
        at = places.get(key, 0)
        entries[key] = Entry(value=_data(value), line=at + 2, text=" ".join(lines[at].split()) if key in places else key)
    return entries


def _places(lines: list[str]) -> dict[str, int]:
    """Index of the line each key first stands on."""
    places: dict[str, int] = {}
    for at, line in enumerate(lines):
        key = line.partition("=")[0].strip(" \t[]\"'").partition(".")[0].strip(" \"'")
        places.setdefault(key, at)
    return places


def _data(value: Any) -> Any:
    """Texts, lists and tables of these, as the YAML of front matter is read: a number or date is the text that stands there."""
    if isinstance(value, dict):
        return {key: _data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_data(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value).strip()
