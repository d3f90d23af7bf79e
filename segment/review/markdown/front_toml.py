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
        at, said = places.get(key, (0, key))
        entries[key] = Entry(value=_data(value), line=at + 2, text=said)
    return entries


def _places(lines: list[str]) -> dict[str, tuple[int, str]]:
    """Index of the line each top-level key first stands on, and what is written of it, a table's lines among it."""
    places: dict[str, tuple[int, list[str]]] = {}
    table = ""
    for at, line in enumerate(lines):
        opens = line.lstrip().startswith("[")
        key = line.partition("=")[0].strip(" \t[]\"'").partition(".")[0].strip(" \"'")
        table = key if opens else table
        if key or table:
            places.setdefault(table or key, (at, []))[1].append(" ".join(line.split()))
    return {key: (at, " ".join(filter(None, said))) for key, (at, said) in places.items()}


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
