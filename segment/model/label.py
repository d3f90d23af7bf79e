"""What goes into a finished file beside its sound."""

from __future__ import annotations

from msgspec import Struct

from segment.model.tags import Tags
from segment.model.timeline import Timeline


class Cut(Struct, frozen=True, kw_only=True):
    """What broadcast automation is told of a file. Frames are the programme's."""

    id: str
    """By which the station knows the cut."""
    out_cue: str = ""
    """The last words."""
    first_word: int = 0
    """Frame at which somebody begins to speak: until then a presenter may talk over the music; 0 where it begins with a word."""
    last_word: int = 0
    """Frame at which the last word has been said: from here on the next item may begin."""
    ends: int = 0
    """Frame at which the last sound has died away."""
    air_date: str = ""
    """ISO date from which it may be played, or empty."""
    kill_date: str = ""
    """ISO date after which it may not, or empty."""


class Label(Struct, frozen=True, kw_only=True):
    """All that a file can be told about its programme; what a format has no place for it leaves out."""

    tags: Tags
    timeline: Timeline
    cut: Cut
    cover: bytes = b""
    """PNG or JPEG; empty for none."""
    pictures: dict[str, bytes] = {}
    """PNG or JPEG files that chapters show, by the names they use."""
    transcript: str = ""
    made_by: str = ""
    """The program and its version."""
