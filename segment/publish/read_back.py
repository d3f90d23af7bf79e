"""What a finished file says of itself, read back: listed for people, and held against what it was to say."""

from __future__ import annotations

from segment.errors import Cause, PublishError
from segment.publish.text import one_line

Said = tuple[tuple[str, str], ...]
"""Names of frames, items or comments, and what they say, in their order in the file."""

_SHOWN = 80
"""Characters of what is listed."""


def listed(found: Said, wanted: Said) -> tuple[str, ...]:
    """``TIT2 Rust and Bone`` for each entry of a file. Raises PublishError (a bug) for the first that is not as it was to be."""
    for at, (name, said) in enumerate(wanted):
        name_found, said_found = found[at] if at < len(found) else ("", "")
        if name_found != name:
            raise PublishError(f"The finished file does not say {name}, but {name_found or 'nothing'}.", cause=Cause.BUG)
        if _plain(said_found) != _plain(said):
            raise PublishError(f"The finished file's {name} reads {_short(said_found)}, not {_short(said)}.", cause=Cause.BUG)
    if len(found) > len(wanted):
        raise PublishError(f"The finished file says {found[len(wanted)][0]}, which nobody asked for.", cause=Cause.BUG)
    return tuple(f"{name} {_short(said)}".rstrip() for name, said in found)


def picture_said(media_type: str, data: bytes) -> str:
    """A picture in words."""
    return f"{media_type}, {len(data)} bytes"


def _plain(said: str) -> str:
    return one_line(said)


def _short(said: str) -> str:
    line = one_line(said)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
