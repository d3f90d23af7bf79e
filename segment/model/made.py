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
