"""What gives so that a programme hits its length: pauses, the tempo of synthetic voices, the music behind the last word."""

from __future__ import annotations

from msgspec import Struct


class Fitting(Struct, frozen=True, kw_only=True):
    """How far each gives; as it stands, nothing does."""

    pauses: float = 1.0
    """Times the house's own pauses between sentences and lines; silences a script asks for stay."""
    rate: float = 1.0
    """Times the rate of synthetic voices; a recording has none."""
    button_s: float = 0.0
    """More of the closing music in the clear, in seconds."""
    frames: int | None = None
    """Exact length of the programme; None for what it comes to."""


class Lengths(Struct, frozen=True, kw_only=True):
    """A programme as it comes out without giving, in seconds, and what there is to give."""

    natural_s: float
    pauses_s: float
    """Of it, pauses that may give."""
    speech_s: float
    """Of it, speech of synthetic voices."""
    button_s: float | None = None
    """Of it, the closing music in the clear; None without any."""
    after_word_s: float
    """Of it, from the last word to the end."""
    words: int
    """Spoken."""
