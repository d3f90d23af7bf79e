"""How long a reader takes over words: the figures an estimate is made with, and how far to trust it."""

from __future__ import annotations

from msgspec import Struct

from segment.units import radio_time


class Pace(Struct, frozen=True, kw_only=True):
    """One reader. Speech is what is counted in a phrase times its seconds here, times ``scale``; pauses stand as they are."""

    phrase_s: float
    """For beginning and ending a phrase."""
    syllable_s: float
    consonant_s: float
    """For a consonant that is heard; doubled letters and pairs such as ``th`` are one."""
    word_s: float
    small_s: float
    """More (less, where negative) for one of the small words that are said weakly."""
    digraph_s: float
    """More for a vowel written with two letters or made long by an ``e``."""
    letter_s: float
    """For a letter of a word without vowels, said by its name."""
    comma_s: float
    """For a stop at a comma."""
    long_s: float
    """For a stop at a semicolon, colon or dash."""
    sentence_s: float
    """Between two phrases."""
    scale: float = 1.0
    """Measured of this reader: how much longer than these figures say."""
    material_s: float = 0.0
    """Seconds of speech that ``scale`` was measured over."""

    @property
    def spread(self) -> float:
        """How far a script may be off, as a share of its length: 6 % unmeasured, 3 % from three minutes of material."""
        return _UNMEASURED - (_UNMEASURED - _MEASURED) * min(1.0, self.material_s / ENOUGH_S)


_UNMEASURED, _MEASURED = 0.06, 0.03
ENOUGH_S = 180.0
"""Of a reader's speech, to be measured well."""


class Band(Struct, frozen=True, kw_only=True):
    """A length that is not known yet."""

    likely_s: float
    shortest_s: float
    longest_s: float

    @property
    def text(self) -> str:
        """``2:31–2:39`` in whole seconds; one figure where they are the same."""
        shortest, longest = (radio_time(float(int(s + 0.5))) for s in (self.shortest_s, self.longest_s))
        return shortest if shortest == longest else f"{shortest}–{longest}"
