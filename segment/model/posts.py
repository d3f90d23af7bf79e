"""Fixed posts of a programme: what must start at a given time, whatever stands before it."""

from __future__ import annotations

from msgspec import Struct

from segment.errors import Where


class Posts(Struct, frozen=True, kw_only=True):
    """The clips of a script that have one."""

    at_s: dict[str, float] = {}
    """Seconds into the programme, by the name of the clip."""
    fill: str = ""
    """Music that is heard up to a post where time is left before it; empty for silence."""
    said: dict[str, Where] = {}
    """Where each is said, for messages."""


NO_POSTS = Posts()
