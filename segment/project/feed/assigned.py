"""Ids and dates of what was in the feed once, kept for good in ``feed.guids.toml``.

An app knows an episode by its id alone: whatever is retitled, renamed or redated later, the id and the date stay. Here stands too
what was corrected since, and what was withdrawn.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.media import files, text

NAME = "feed.guids.toml"
_LIMIT = 10_000_000
_HEAD = """\
# The ids and dates of everything that was in the feed. Keep this file with the show, and change nothing in it:
# an app that sees another id takes an old episode for a new one.
"""


class Assigned(Struct, frozen=True, kw_only=True):
    """What an item keeps."""

    guid: str
    published: str
    """ISO 8601 with an offset."""
    sound: str = ""
    """SHA-256 of the MP3 when it entered the feed or was last corrected; empty in files of earlier versions."""
    revision: int = 1
    """Raised with each correction; from 2 on files are published as ``NAME-r2.mp3``."""
    corrections: tuple[str, ...] = ()
    """``2026-03-08: The director's name.`` for each, for listeners."""
    withdrawn: str = ""
    """ISO date on which it was withdrawn, or empty."""
    reason: str = ""
    """Why, for listeners."""


def read(root: Path) -> dict[str, Assigned]:
    """What was assigned, by name; empty where nothing was yet.

    Raises ProjectError for a file that cannot be read, and where two names have one id.
    """
    path = root / NAME
    if not path.is_file():
        return {}
    where = Where(file=str(path))
    try:
        known = msgspec.convert(tomllib.loads(text.read(path, _LIMIT)).get("items", {}), dict[str, Assigned])
        for one in known.values():
            if datetime.fromisoformat(one.published).tzinfo is None:
                raise ValueError(f"{one.published} has no offset")
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        hint = "Take it back from where the show is kept; without it apps see old episodes as new ones."
        raise ProjectError(f"The ids of the feed cannot be read: {error}.", where=where, hint=hint) from error
    owners: dict[str, str] = {}
    for name, one in known.items():
        if (other := owners.setdefault(one.guid, name)) != name:
            raise ProjectError(
                f"{other} and {name} have the same id, {one.guid}.",
                where=where,
                hint="One of them was copied: remove the one that was never published.",
                cause=Cause.MATERIAL,
            )
    return known


def write(root: Path, assigned: dict[str, Assigned]) -> None:
    """Keep what is assigned; the file is not touched where it says so already."""
    parts = [_HEAD, *("\n".join(_lines(name, one)) for name, one in sorted(assigned.items()))]
    data = "".join(parts).encode()
    path = root / NAME
    if path.is_file() and path.read_bytes() == data:
        return
    with files.replace(path) as part:
        part.write_bytes(data)


def _lines(name: str, one: Assigned) -> Iterator[str]:
    yield f"\n[items.{_quoted(name)}]"
    yield f"guid = {_quoted(one.guid)}"
    yield f"published = {_quoted(one.published)}"
    if one.sound:
        yield f"sound = {_quoted(one.sound)}"
    if one.revision > 1:
        yield f"revision = {one.revision}"
        yield f"corrections = [{', '.join(map(_quoted, one.corrections))}]"
    if one.withdrawn:
        yield f"withdrawn = {_quoted(one.withdrawn)}"
    if one.reason:
        yield f"reason = {_quoted(one.reason)}"
    yield ""


def _quoted(text: str) -> str:
    # JSON's strings are TOML's basic strings, but for one sign.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
