"""``voices/pronunciations.toml`` of the show, of the user and of the house: one lexicon, the show's word first."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from segment.errors import Cause, ProjectError, Where
from segment.library.places import Origin, Place, places
from segment.media import text
from segment.model.lexicon import Lexicon, Pronunciation

NAME = "pronunciations.toml"
_LIMIT = 2_000_000
"""Bytes of a list."""


def files_of(root: str) -> tuple[Path, ...]:
    """The lists that are there, the one with the last word first."""
    return tuple(place.folder / NAME for place in _there(root))


def lexicon(root: str) -> Lexicon:
    """How names are said in the show of a folder (empty for none): the show's list over the user's over the built-in one.

    Raises ProjectError that lists every mistake of a file.
    """
    whole = Lexicon()
    for place in _there(root):
        path = place.folder / NAME
        whole = whole.over(read(text.read(path, _LIMIT), str(path), place.origin))
    return whole


def _there(root: str) -> list[Place]:
    return [place for place in places("voices", root) if (place.folder / NAME).is_file()]


def read(contents: str, file: str, origin: Origin) -> Lexicon:
    """The names of one list. Raises ProjectError that lists every mistake with its line."""
    # Its checks bring the embedded voice's phonemes along, and a build that remembers its lines reads no list.
    from segment.project.pronunciation_fields import TABLE, wrong

    try:
        table = tomllib.loads(contents.lstrip("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"This is not TOML: {error}.", where=Where(file=file), cause=Cause.USAGE) from error
    head = re.compile(rf"^\s*\[\[\s*{TABLE}\s*\]\]", re.MULTILINE)
    heads = [contents.count("\n", 0, match.start()) + 1 + match[0].count("\n") for match in head.finditer(contents)]
    mistakes = [(heads[number - 1] if 0 < number <= len(heads) else 0, message, hint) for number, message, hint in wrong(table)]
    if len(mistakes) == 1:
        line, message, hint = mistakes[0]
        raise ProjectError(message, where=Where(file=file, line=line), hint=hint, cause=Cause.USAGE)
    if mistakes:
        listed = "".join(f"\n  {f'line {line}: ' if line else ''}{message} {hint}".rstrip() for line, message, hint in mistakes)
        raise ProjectError(f"{len(mistakes)} mistakes in these names:{listed}", where=Where(file=file), cause=Cause.USAGE)
    return Lexicon(entries=tuple(Pronunciation(**entry, origin=origin) for entry in table.get(TABLE, [])))
