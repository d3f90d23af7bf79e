"""Music, stings and clips: the file and where it may be used."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Right = Literal["air", "podcast"]


class Asset(Struct, frozen=True, kw_only=True):
    """A bed, sting or clip a script can name."""

    name: str
    """As a script names it."""
    path: str
    """The sound file."""
    title: str = ""
    author: str = ""
    licence: str = ""
    rights: tuple[Right, ...] = ()
    """Where it may be used; empty means unknown."""
    origin: Literal["built-in", "user", "project"] = "built-in"
