"""What a template knows about the show, beyond the review."""

from __future__ import annotations

from msgspec import Struct

from segment.model.pace import Pace
from segment.model.voice import WORDS_PER_MINUTE


class Reader(Struct, frozen=True, kw_only=True):
    """Who speaks a role."""

    person: str = ""
    """The person's name, or empty."""
    synthetic: bool = True
    """True when a synthetic voice speaks: it never claims the person's name."""


class House(Struct, frozen=True, kw_only=True):
    """The show's own words and the choices for this script."""

    show: str = ""
    website: str = ""
    """As a host would say it, such as ``our website``; empty for that."""
    language: str = "en"
    host: Reader = Reader()
    critic: Reader = Reader()
    spoilers: bool = False
    """True keeps the ending."""
    greeting: str = ""
    """The host's first words, such as ``Good morning.``; empty for none."""
    sign_off: str = ""
    """The critic's last words in the critic's own voice; ``{critic}`` and ``{show}`` stand for the names. Empty for the usual."""
    out_cue: str = ""
    """The standard out-cue: the very last words, by which the studio knows that it is over; empty for none."""
    words: dict[str, str] = {}
    """The show's own words for its own templates, by name."""
    slot_s: float | None = None
    """Asked-for length in seconds, the most where it is a range, printed as SLOT."""
    slot_least_s: float | None = None
    """The least of a range."""
    cart_s: float | None = None
    """Asked-for length of the air file in seconds, the most where it is a range, printed as CART."""
    cart_least_s: float | None = None
    aim_s: float | None = None
    """Seconds of speech and cues to write for, where something was spoken to find out; None for the slot."""
    paces: dict[str, Pace] = {}
    """Of the readers that are known, by role."""
    words_per_minute: float = WORDS_PER_MINUTE
