"""The build record: what went in, what came out, what was measured. No clock, no absolute path."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from segment.model.asset import Right
from segment.model.episode import EpisodeRecord
from segment.model.finding import Finding
from segment.model.loudness import Loudness
from segment.model.sheet import Sheet
from segment.model.timeline import ChapterMark

SCHEMA = "radio-segment/report/1"


class Input(Struct, frozen=True, kw_only=True):
    """A file that went in."""

    role: str
    """``review``, ``script``, ``template``, ``take:critic``, ``bed:intro``, ``project`` …"""
    path: str
    """Relative to the report; ``builtin:beds/intro.flac`` for what ships with the tool, ``user:…`` for the user's own."""
    sha256: str


class Output(Struct, frozen=True, kw_only=True, gc=False):
    """A file that came out."""

    path: str
    """Relative to the report."""
    sha256: str
    bytes: int
    media_type: str


class LineRecord(Struct, frozen=True, kw_only=True):
    """A spoken line of a deliverable."""

    id: str
    start_s: float
    end_s: float
    voice: str
    stood_in: bool = False
    """Whether a synthetic voice says some of a recorded line."""
    sound: str = ""
    """First 16 digits of the spoken line's fingerprint: another one is another sound."""
    speech_over_bed_db: float | None = None
    loudness: float | None = None
    """LUFS on the voice bus."""


class SoundRecord(Struct, frozen=True, kw_only=True):
    """A bed, sting or clip that is heard in a deliverable, each time it is heard."""

    kind: str
    """``bed``, ``sting`` or ``clip``."""
    name: str
    """As the script names it."""
    title: str
    author: str
    licence: str
    rights: tuple[Right, ...]
    """Where it may be used; empty where nothing says so."""
    in_s: float
    """Where it is first heard in the programme."""
    out_s: float


class DeliverableRecord(Struct, frozen=True, kw_only=True):
    """One deliverable: its length, lines, loudness and chapters."""

    name: str
    duration_s: float
    loudness: Loudness
    """Measured on the finished, decoded file; one channel counts on both sides."""
    channels: int = 2
    """Of the file."""
    target: str = ""
    """Name of what it had to measure."""
    gain_db: float
    limited_s: float
    lines: tuple[LineRecord, ...] = ()
    chapters: tuple[ChapterMark, ...] = ()
    sounds: tuple[SoundRecord, ...] = ()
    """Music, stings and clips in the order they are heard."""
    tags: tuple[str, ...] = ()
    """What the file says of itself, read back from it: frames, items, comments or chunks, ``TIT2 Rust and Bone``."""


class BuildRecord(Struct, frozen=True, kw_only=True):
    """``<slug>.report.json``."""

    schema: str = SCHEMA
    tool: str
    """Name and version."""
    inputs: tuple[Input, ...] = ()
    outputs: tuple[Output, ...] = ()
    earlier: tuple[Output, ...] = ()
    """Files of earlier builds that are still beside them and were not made this time, such as stems: ours, but of another mix."""
    settings: dict[str, Any] = {}
    deliverables: tuple[DeliverableRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    sheet: Sheet | None = None
    """What listeners are told about the podcast file."""
    tags: tuple[str, ...] = ()
    """The frames of the MP3's tag as they were read back, in their order: ``TIT2 Rust and Bone``."""
    episode: EpisodeRecord | None = None
    """Of an episode what a segment does not have: number, season, its segments; None for a segment."""
