"""What a feed needs of a build record; a thousand records are read for one feed, and most of each is of no use to it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from segment.model.episode import EpisodeRecord
from segment.model.report import Output, SoundRecord
from segment.model.sheet import Sheet


class LineName(Struct, frozen=True, kw_only=True, gc=False):
    """A spoken line."""

    id: str


class HeardIn(Struct, frozen=True, kw_only=True):
    """What is heard in a deliverable."""

    name: str
    lines: tuple[LineName, ...] = ()
    sounds: tuple[SoundRecord, ...] = ()


class WayIn(Struct, frozen=True, kw_only=True, gc=False):
    """A file that went in."""

    role: str
    path: str


class FeedRecord(Struct, frozen=True, kw_only=True):
    """The part of :class:`segment.model.report.BuildRecord` that a feed is made of."""

    inputs: tuple[WayIn, ...] = ()
    outputs: tuple[Output, ...] = ()
    deliverables: tuple[HeardIn, ...] = ()
    sheet: Sheet | None = None
    episode: EpisodeRecord | None = None


_decoder = msgspec.json.Decoder(FeedRecord)


def read(path: Path) -> FeedRecord | None:
    """The record in a file, or None where there is none that can be read."""
    try:
        return _decoder.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
