"""A voice profile: which engine and voice speak a role, and how."""

from __future__ import annotations

from msgspec import Struct

from segment.model.cleaning import Cleaning
from segment.model.processing import Processing

WORDS_PER_MINUTE = 160.0
"""How fast the house reads, until a reader is measured."""

OptionValue = str | bool | int | float | tuple[str, ...]


class Pauses(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Silences that are ours and not the engine's, in seconds."""

    comma: float = 0.18
    """Inside a sentence, where the engine stops at a comma, semicolon, colon or dash."""
    sentence: float = 0.38
    """Between sentences."""
    paragraph: float | None = None
    """Before the speaker's next line; None for the show's ``mix.gap_s``."""


class VoiceProfile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``voices/NAME.toml``."""

    name: str = ""
    """The profile's name: the file's stem."""
    folder: str = ""
    """Where the profile's file lies: files it names are looked for from there."""
    engine: str = "pyttsx3"
    voice: str = "en-us"
    """The engine's own name for the voice; for espeak ``voice+variant``."""
    language: str = "en"
    rate: float = WORDS_PER_MINUTE
    """Words a minute."""
    pitch: float = 50.0
    """0–100, the engine's middle at 50."""
    trim_db: float = 0.0
    """How much louder or softer than the other voices this one stands in the mix, in dB."""
    pauses: Pauses = Pauses()
    processing: Processing = Processing()
    """What the mix does to the voice first."""
    take: Cleaning = Cleaning()
    """What may be taken out of a recording of the role that this profile speaks otherwise."""
    sounds: str = ""
    """One sentence on how it sounds."""
    options: dict[str, OptionValue] = {}
    """What only this engine asks for, such as a program or an address; see the engine's own table of options."""
