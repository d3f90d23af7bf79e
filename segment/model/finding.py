"""A note to the producer: something seen on the way, with a code, a place and a hint."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.errors import Where

Level = Literal["info", "warning", "error"]


class Finding(Struct, frozen=True, kw_only=True):
    """One note; shown to people as "notes"."""

    code: str
    """Two or three letters for the room and three digits, such as ``RV012``."""
    level: Level
    """How bad it is."""
    message: str
    """One sentence."""
    hint: str = ""
    """What to do about it, or empty."""
    where: Where | None = None
    """Where it was seen."""
