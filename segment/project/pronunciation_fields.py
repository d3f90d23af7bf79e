"""Every key of a name in ``voices/pronunciations.toml`` in one table: reading, checking and the documentation come from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from segment.voice.reading import sounds, syllables
from segment.wording import did_you_mean, quoted

TABLE = "name"
"""The list that a file holds: each name stands under ``[[name]]``."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Field(Struct, frozen=True, kw_only=True):
    """One key of a name."""

    key: str
    help: str
    """One line for people."""
    wrong: Callable[[str, str], str] | None = None
    """What is wrong with a value (and the language beside it), in a few words; empty where nothing is."""
    needed: bool = False


def _spelling(value: str, language: str) -> str:
    return "" if any(c.isalpha() for c in value) else "there is no letter in it"


def _language(value: str, language: str) -> str:
    return "" if _TAG.fullmatch(value) else "a language is written as a tag such as fr or pt-BR"


FIELDS: tuple[Field, ...] = (
    Field(key="spelling", help="The name as reviews and scripts write it.", wrong=_spelling, needed=True),
    Field(
        key="respelling",
        help="How it sounds, word for word, in syllables with hyphens and the stressed one in capitals: koh-tee-YAR.",
        wrong=lambda value, language: syllables(value),
    ),
    Field(key="ipa", help="How it sounds in the International Phonetic Alphabet, word for word.", wrong=sounds),
    Field(
        key="language",
        help="Tag of the language it is from, such as fr; alone, it is read as that language reads it.",
        wrong=_language,
    ),
    Field(key="note", help="For people: who or what it is."),
)
_ONE_OF = ("respelling", "ipa", "language")


def wrong(table: Mapping[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Every mistake of a file as TOML gives it: the number of the name (from 1, 0 for the file), the sentence, the hint."""
    for key in table:
        if key != TABLE:
            yield (
                0,
                f"{quoted(key)} is nothing that this file holds.",
                did_you_mean(key, [TABLE], f"Names stand under [[{TABLE}]]."),
            )
    names = table.get(TABLE, [])
    if not isinstance(names, list) or not all(isinstance(entry, dict) for entry in names):
        yield 0, f"{TABLE} is no list of names.", f"Each name stands under [[{TABLE}]], in two brackets."
        return
    seen: dict[str, int] = {}
    for number, entry in enumerate(names, start=1):
        yield from ((number, *mistake) for mistake in _entry(entry))
        spelling = entry.get("spelling")
        if isinstance(spelling, str) and seen.setdefault(spelling, number) != number:
            yield number, f"{quoted(spelling)} stands here twice.", "Keep one of the two."


def _entry(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    fields = {field.key: field for field in FIELDS}
    language = entry.get("language", "")
    for key, value in entry.items():
        if key not in fields:
            yield f"{quoted(key)} is no key of a name.", did_you_mean(key, fields, f"It has {', '.join(fields)}.")
        elif not isinstance(value, str):
            yield f"{key} cannot be {value!r}.", "It takes words in quotes."
        elif (check := fields[key].wrong) and value and (why := check(value, language if isinstance(language, str) else "")):
            yield f"{key} cannot be {quoted(value)}: {why}.", fields[key].help
    for field in FIELDS:
        if field.needed and not entry.get(field.key):
            yield f"This name has no {field.key}.", field.help
    if not any(entry.get(key) for key in _ONE_OF):
        yield "Nothing says how this name sounds.", f"Give one of {', '.join(_ONE_OF)}."
    size = len(str(entry.get("spelling", "")).split())
    for key in ("respelling", "ipa"):
        value = entry.get(key)
        if isinstance(value, str) and value and size and len(value.split()) != size:
            yield (
                f"{key} is {_words(len(value.split()))} long and the spelling {_words(size)}.",
                "They go together, word for word; give the surname alone where only that needs it.",
            )


def _words(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"
