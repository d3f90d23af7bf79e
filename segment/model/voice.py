"""A voice profile: which engine and voice speak a role, and how."""

from __future__ import annotations

from msgspec import Struct

from segment.model.processing import Processing

WORDS_PER_MINUTE = 160.0
"""How fast the house reads, until a reader is measured."""


class Pauses(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Silences between phrases, in seconds."""

    sentence: float = 0.38


class VoiceProfile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``voices/NAME.toml``."""

    name: str = ""
    """The profile's name: the file's stem."""
    engine: str = "pyttsx3"
    voice: str = "en-us"
    """The engine's own name for the voice; for espeak ``voice+variant``."""
    language: str = "en"
    rate: float = WORDS_PER_MINUTE
    """Words a minute."""
    pitch: float = 50.0
    """0–100, the engine's middle at 50."""
    pauses: Pauses = Pauses()
    processing: Processing = Processing()
    """What the mix does to the voice first."""
    sounds: str = ""
    """One sentence on how it sounds."""
