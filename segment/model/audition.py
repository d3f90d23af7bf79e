"""What ``segment voices`` tells."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Finding


class Listed(Struct, frozen=True, kw_only=True):
    """A voice profile that can be cast."""

    name: str
    origin: str
    """``project``, ``user`` or ``built-in``."""
    engine: str = ""
    voice: str = ""
    language: str = ""
    rate: float = 0.0
    """Words a minute."""
    sounds: str = ""
    """One sentence on how it sounds."""
    wrong: str = ""
    """Why it cannot be cast, empty where it can."""


class Tried(Struct, frozen=True, kw_only=True):
    """A few words spoken by one voice."""

    name: str
    """The profile."""
    path: str
    """The WAV file."""
    text: str
    """What was said, as written."""
    seconds: float
    words_per_minute: float
    """As heard, from the first word to the last; 0 where the words are too few to tell."""
    findings: tuple[Finding, ...]


class Reading(Struct, frozen=True, kw_only=True):
    """A word as a voice reads it, and as it reads it with a pronouncer."""

    name: str
    """The profile."""
    word: str
    plain: str
    """IPA as spelt."""
    marked: str
    """IPA with its pronouncer or marks; empty where there are none."""
    tried: Tried


class Stocked(Struct, frozen=True, kw_only=True):
    """The shelf of spoken lines."""

    folder: str
    sentences: int
    bytes: int
    limit: int
    """Bytes; 0 where nothing is kept."""
    removed: int
    """Sentences taken away now: the longest not used."""
    damaged: int
    """Of those, the ones that could not be read."""


class Risky(Struct, frozen=True, kw_only=True):
    """A name that may be said wrong, with ways to say it."""

    name: str
    """As the review gives it."""
    word: str
    """The word of it that is in no list."""
    field: str
    """Where the review has it: ``cast``, ``role`` or ``credits``."""
    language: str
    """The language it looks like, or empty."""
    candidates: tuple[str, ...]
    """Respellings, the likeliest first."""


class Learnt(Struct, frozen=True, kw_only=True):
    """A pronunciation that was written down."""

    spelling: str
    path: str
    """The list it stands in."""
    added: bool
    """False where it stood there already."""
