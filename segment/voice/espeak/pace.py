"""Words a minute as heard, and the rate espeak-ng must be given for them.

espeak-ng's own figure leaves out pauses and is not the same in each language. Measured on radio scripts and reviews (1,200 words,
5.6 characters a word with its space, rates 100–300): the speech of a word lasts K / rate seconds, K within 1 % from 100 to 240
and within 3 % to 300. Copy in shorter or longer words comes out faster or slower in words a minute, as it does with people.
"""

from __future__ import annotations

from segment.model.voice import VoiceProfile
from segment.voice.espeak.catalogue import Base

SLOWEST, FASTEST = 100.0, 300.0
"""Words a minute a profile may ask for; espeak-ng's own limits are close beyond."""

_K = {"en-us": 52.6, "en": 51.7, "en-rp": 51.7, "fr": 45.0}
_K_ELSEWHERE = 50.0

_WORDS_A_SENTENCE = 10.0
"""In copy written for the ear."""


def espeak_rate(profile: VoiceProfile, base: Base) -> int:
    """The rate parameter for a profile, so that words and sentence pauses together come to ``profile.rate``."""
    word_s = 60.0 / profile.rate - profile.pauses.sentence / _WORDS_A_SENTENCE
    fastest = 450
    return fastest if word_s <= 0 else min(max(round(_K.get(base.table, _K_ELSEWHERE) / word_s), 80), fastest)
