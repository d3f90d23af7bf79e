"""Ids and dates of what was in the feed once, kept for good in ``feed.guids.toml``.

An app knows an episode by its id alone: whatever is retitled, renamed or redated later, the id and the date stay.
"""

from __future__ import annotations

import tomllib
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
    parts = [_HEAD]
    for name, one in sorted(assigned.items()):
        parts.append(f'\n[items."{name}"]\nguid = "{one.guid}"\npublished = "{one.published}"\n')
    data = "".join(parts).encode()
    path = root / NAME
    if path.is_file() and path.read_bytes() == data:
        return
    with files.replace(path) as part:
        part.write_bytes(data)
