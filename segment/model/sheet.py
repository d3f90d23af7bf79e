"""What is told about a finished file, gathered once: tags, show notes, the feed and the page are made of it.

A feed reads a thousand of these: values of words and numbers alone need no look from the garbage collector (``gc=False``).
"""

from __future__ import annotations

from msgspec import Struct


class Named(Struct, frozen=True, kw_only=True, gc=False):
    """Somebody who is heard, or who wrote what is heard."""

    name: str
    role: str
    """``host``, ``critic``, ``author`` or a role of the project."""


class Line(Struct, frozen=True, kw_only=True, gc=False):
    """A line of credits or cast: ``director``, ``Jacques Audiard``."""

    label: str
    value: str


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """A page to read on."""

    url: str
    text: str


class MusicCredit(Struct, frozen=True, kw_only=True, gc=False):
    """Music that is heard."""

    title: str
    author: str = ""
    licence: str = ""


class ShownChapter(Struct, frozen=True, kw_only=True, gc=False):
    """A chapter as listeners see it."""

    title: str
    start_s: float
    link: str = ""
    """A page to go with it, or empty."""
    image: str = ""
    """Name of the file with its picture, or empty."""


class Soundbite(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch that stands for the whole, 15 to 120 s."""

    start_s: float
    duration_s: float


class Sheet(Struct, frozen=True, kw_only=True):
    """Everything a listener is told about one file."""

    title: str
    show: str = ""
    summary: str = ""
    """A sentence or two."""
    kind: str = ""
    """What kind of work a segment is about, such as ``film``; empty when unknown, and for an episode."""
    date: str = ""
    """ISO date, or empty."""
    language: str = "en"
    """BCP 47."""
    duration_s: float
    people: tuple[Named, ...] = ()
    credits: tuple[Line, ...] = ()
    cast: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    chapters: tuple[ShownChapter, ...] = ()
    music: tuple[MusicCredit, ...] = ()
    soundbite: Soundbite | None = None
    corrections: tuple[str, ...] = ()
    """What was corrected since it was published, a line each with its date."""
    synthetic: bool = False
    """True when a synthetic voice speaks."""
    withheld: tuple[str, ...] = ()
    """Why it may not be published, a sentence each; empty where it may."""
