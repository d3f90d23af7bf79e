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
    """Number of the episode, or empty."""
    keywords: tuple[str, ...] = ()
    """What it is about, a word or two each."""
    guid: str = ""
    """The id that feeds know it by; empty for what is in no feed."""
    feed: str = ""
    """Address of the feed it belongs to, or empty."""
    category: str = ""
    """Apple's, as in the feed."""
    synthetic: bool = False
    """True when a synthetic voice speaks in the file."""
