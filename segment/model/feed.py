"""A podcast feed as a value: the show and its items, every address absolute."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.sheet import Named, Soundbite


class FeedSettings(Struct, frozen=True, kw_only=True):
    """What segment.toml says of the feed, beside what it says of the show."""

    url: str = ""
    """Where the feed will be, such as ``https://example.org/friday/feed.xml``; empty for a show without one."""
    description: str = ""
    author: str = ""
    """Empty for the show's."""
    owner: str = ""
    email: str = ""
    """Of the owner."""
    show_email: bool = False
    """True prints the owner's e-mail in the feed."""
    category: str = "TV & Film > Film Reviews"
    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    link: str = ""
    """The show's page; empty for the show's website, else the published page."""
    locked: bool = True
    medium: str = "podcast"
    licence: str = ""
    """SPDX identifier or a name of the show's own."""
    licence_url: str = ""
    funding: str = ""
    """Where listeners can give."""
    funding_text: str = "Support the show"
    update: Literal["", "daily", "weekly", "biweekly", "monthly"] = ""
    time: str = "06:00"
    """Time of day at which an item is out whose review has a date."""
    zone: str = "UTC"
    """Time zone of ``time``, an IANA name."""
    items: Literal["both", "segments", "episodes"] = "both"
    """What enters the feed; what was in it before stays."""
    skip: tuple[str, ...] = ()
    """Names of made segments and episodes that stay out."""


class Enclosure(Struct, frozen=True, kw_only=True, gc=False):
    """A sound file under its address."""

    url: str
    bytes: int
    media_type: str
    sha256: str
    """Hex."""


class TranscriptLink(Struct, frozen=True, kw_only=True, gc=False):
    """A transcript under its address."""

    url: str
    media_type: str
    captions: bool
    """True where every line of it has its time."""


class FeedItem(Struct, frozen=True, kw_only=True):
    """One episode of the feed."""

    title: str
    guid: str
    published: str
    """ISO 8601 with an offset."""
    duration_s: float
    enclosure: Enclosure
    alternates: tuple[Enclosure, ...] = ()
    summary: str = ""
    notes: str = ""
    """HTML."""
    short_notes: str = ""
    """HTML of at most 4000 bytes."""
    link: str = ""
    season: int = 0
    """0 for none."""
    episode: int = 0
    kind: Literal["full", "trailer", "bonus"] = "full"
    language: str = ""
    people: tuple[Named, ...] = ()
    transcripts: tuple[TranscriptLink, ...] = ()
    chapters: str = ""
    """Address of the chapters, or empty."""
    soundbite: Soundbite | None = None
    synthetic: bool = False
    image: str = ""


class Channel(Struct, frozen=True, kw_only=True):
    """The show."""

    title: str
    description: str
    language: str
    author: str
    link: str
    image: str
    """Address of the art."""
    copyright: str = ""
    people: tuple[Named, ...] = ()
    settings: FeedSettings


class FeedSummary(Struct, frozen=True, kw_only=True):
    """What ``segment feed build`` made."""

    path: str
    items: int
    changed: bool
    """False when the feed that was there already said the same."""
    waiting: tuple[str, ...] = ()
    """Names of what is scheduled for later."""
    withheld: dict[str, tuple[str, ...]] = {}
    """Why something made may not be in it, by name."""
    withdrawn: tuple[str, ...] = ()
    """Names of what was taken out of it."""
