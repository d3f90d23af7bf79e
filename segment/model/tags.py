"""Metadata of one finished file, gathered once and used by tags, chapters, transcripts and notes."""

from __future__ import annotations

from msgspec import Struct


class Tags(Struct, frozen=True, kw_only=True):
    """What players show."""

    title: str
    artist: str = ""
    album: str = ""
    """The show."""
    date: str = ""
    """ISO date or year, or empty."""
    language: str = "en"
    """BCP 47."""
    comment: str = ""
    """A sentence or two for listeners."""
    copyright: str = ""
    website: str = ""
    """URL or empty."""
    track: str = ""
    synthetic: bool = False
    """True when a synthetic voice speaks in the file."""
