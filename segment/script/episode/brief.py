"""What an episode's template is handed: the show, the episode, its segments in order."""

from __future__ import annotations

from msgspec import Struct

from segment.script.cue_fields import written_name
from segment.script.shade import Ready


class Segment(Struct, frozen=True, kw_only=True):
    """One segment, as a template sees it."""

    clip: str
    """What stands behind CLIP: to have it heard."""
    title: str
    """The work's title, or the producer's own."""
    chapter: str
    """Title for listeners, ``Film: Rust and Bone``; empty for an ad or promo."""
    noun: str = ""
    """What it is, in the show's language: ``film``; empty when unknown."""
    by: str = ""
    """Who wrote it; empty where nobody is named."""
    link: str = ""
    """What episode.toml has the host say before it; empty where it says nothing."""
    intro: tuple[str, ...] = ()
    """What the host says before it by its own script, line by line."""
    slot: str = ""
    """``ad`` or ``promo``; empty for a segment."""
    post: str = ""
    """When it must start, ``30:00``; empty where it floats."""


class Show(Struct, frozen=True, kw_only=True):
    """The show."""

    name: str = ""
    website: str = ""
    greeting: str = ""
    """The host's first words."""
    out_cue: str = ""
    """The standard last words."""
    words: dict[str, str] = {}
    """The show's own words for its templates."""


class EpisodeBrief(Struct, frozen=True, kw_only=True):
    """An episode, as a template sees it."""

    slug: str
    """In capitals, for the header."""
    title: str
    number: int = 0
    """0 for none."""
    season: int = 0
    date: str = ""
    """ISO date or empty."""
    summary: str = ""
    opening: str = ""
    """Music under the first words, as behind MUSIC; empty for none."""
    closing: str = ""
    sting: str = ""
    """Between segments, as behind STING; empty for none."""
    show: Show = Show()
    host: str = ""
    """The host's name; empty where nobody is named."""
    host_reads: bool = False
    """Whether the host's own voice is heard."""
    french: bool = False
    segments: tuple[Segment, ...] = ()
    """In order, ads and promos among them."""


def cue_name(name: str) -> str:
    """The name of a sound as a cue has it, ready to be printed; empty for none."""
    return Ready(written_name(name)) if name else ""


def line(text: str) -> str:
    """Words that are script already, with their marks, on one line."""
    return Ready(" ".join(text.split()))
