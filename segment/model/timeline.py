"""The timeline: the only truth about when what is heard. Times are sample frames at ``rate``."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.sound import Word


class Point(Struct, frozen=True, kw_only=True):
    """A corner of a gain curve; straight lines in dB between corners."""

    at: int
    """Programme frame."""
    db: float
    """Gain in dB; −120 and below is silence."""


class Voiced(Struct, frozen=True, kw_only=True):
    """A spoken line in its place."""

    id: str
    role: str
    voice: str
    part: str
    """INTRO, PIECE or TAG."""
    text: str
    """Display text of the line."""
    start: int
    end: int
    gain_db: float
    """Levelling gain of the voice bus for this line."""
    ride: tuple[Point, ...] = ()
    """What is levelled inside it, on top of ``gain_db``: a curve in programme frames, its corners in pauses."""
    pan: float = 0.0
    """Where it stands: −1 left, 0 middle, 1 right."""
    words: tuple[Word, ...]
    """In programme frames; for a take without word times, placed in proportion to the text."""
    timed: bool = True
    """False when the word times are only an estimate."""
    synthetic: bool = True
    stood_in: bool = False
    """Whether a synthetic voice says some of a person's line."""
    sound: str = ""
    """Fingerprint of what is heard."""


class Played(Struct, frozen=True, kw_only=True):
    """A stretch of music, a sting or a clip in its place."""

    kind: Literal["bed", "sting", "clip", "room"]
    asset: str
    """Key of the sound in the sources given to the renderer; of ``room`` that of the line whose room it is."""
    start: int
    end: int
    offset: int = 0
    """Frame of the asset (at programme rate) heard at ``start``."""
    envelope: tuple[Point, ...] = ()
    """Gain curve in programme frames; before the first and after the last corner the gain is that corner's."""
    out_cue: str = ""
    """Of a clip: the last words heard, as the script has them."""


class ChapterMark(Struct, frozen=True, kw_only=True):
    """A chapter, up to the next one."""

    title: str
    start: int
    end: int
    link: str = ""
    """A page to go with it, or empty."""
    image: str = ""
    """A picture as the script names it, or empty."""


class LineLevel(Struct, frozen=True, kw_only=True):
    """What ducking achieved for a line."""

    id: str
    speech_over_bed_db: float | None
    """K-weighted mean power of the voice bus minus the bed bus, first word start to last word end without pauses in which the
    bed comes back; None without a bed."""
    loudness_lufs: float
    """Gated K-weighted loudness of the line on the voice bus."""


class Timeline(Struct, frozen=True, kw_only=True):
    """Everything that is heard in one deliverable."""

    deliverable: Literal["podcast", "air"]
    rate: int
    """Hz."""
    frames: int
    """Length of the programme."""
    voiced: tuple[Voiced, ...] = ()
    played: tuple[Played, ...] = ()
    chapters: tuple[ChapterMark, ...] = ()
    levels: tuple[LineLevel, ...] = ()
