"""What a build hands back."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Finding
from segment.model.loudness import Loudness


class Artifact(Struct, frozen=True, kw_only=True):
    """A finished file."""

    path: str
    media_type: str
    bytes: int


class ChapterStart(Struct, frozen=True, kw_only=True):
    """A chapter as players list it."""

    title: str
    start_s: float


class Mark(Struct, frozen=True, kw_only=True):
    """Where something begins on air."""

    label: str
    before_end_s: float
    """Seconds before the segment is over, the host's live TAG included."""


class Row(Struct, frozen=True, kw_only=True):
    """One line of a running order as it is printed: something that is heard, or the start of a chapter."""

    in_s: float
    """Seconds into the file."""
    out_s: float
    what: str
    """``line``, ``bed``, ``sting``, ``clip`` or ``chapter``."""
    who: str
    """Who speaks; the name a script has for a sound."""
    text: str
    """What is said, the sound's title, the chapter's."""
    level: str = ""
    """A line's loudness and how far it is over its bed; the gain of a sound."""


class Copied(Struct, frozen=True, kw_only=True):
    """A finished file of sound."""

    name: str
    """``podcast``, ``air``, or as the show calls it."""
    path: str
    duration_s: float
    channels: int
    loudness: Loudness
    """Of the decoded file; one channel counts on both sides."""
    target: str
    """Name of what it had to measure."""


class Made(Struct, frozen=True, kw_only=True):
    """A finished segment."""

    slug: str
    artifacts: tuple[Artifact, ...]
    duration_s: float
    """Length of the podcast file."""
    air_duration_s: float
    loudness: Loudness
    """Of the decoded podcast file."""
    air_loudness: Loudness
    chapters: tuple[ChapterStart, ...] = ()
    marks: tuple[Mark, ...] = ()
    """The running order on air, for back-times."""
    findings: tuple[Finding, ...] = ()
    deliverables: tuple[Copied, ...] = ()
    """Every file of sound, the podcast first."""
    orders: dict[str, tuple[Row, ...]] = {}
    """What is heard in each file, ``podcast`` and ``air``, from its timeline."""
