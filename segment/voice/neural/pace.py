"""Words a minute as heard, and how much faster than its own pace a voice must speak for them."""

from __future__ import annotations

import math

from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Mistake

SLOWEST, FASTEST = 0.5, 2.0
"""Times its own pace: beyond, these voices slur or stutter, and kokoro-onnx refuses."""

_WORDS_A_SENTENCE = 10.0
"""In copy written for the ear."""


def factor(profile: VoiceProfile, pace: float) -> float:
    """How many times its own ``pace`` the voice must have, so that words and sentence pauses together come to ``profile.rate``.

    ``pace`` is in words a minute without the pauses between sentences.
    """
    word_s = 60.0 / profile.rate - profile.pauses.sentence / _WORDS_A_SENTENCE
    return FASTEST if word_s <= 0 else min(max(60.0 / word_s / pace, SLOWEST), FASTEST)


def mistakes(profile: VoiceProfile, pace: float) -> list[Mistake]:
    """A rate the voice cannot reach, and a pitch other than its own."""
    found = []
    pause_s = profile.pauses.sentence / _WORDS_A_SENTENCE
    low, high = (60.0 / (60.0 / (times * pace) + pause_s) for times in (SLOWEST, FASTEST))
    if not low <= profile.rate <= high:
        allowed = f"{math.ceil(low)} to {math.floor(high)} words a minute with a voice whose own pace is {pace:g}"
        found.append(Mistake(key="rate", found=f"{profile.rate:g}", allowed=allowed))
    if profile.pitch != 50:
        found.append(Mistake(key="pitch", found=f"{profile.pitch:g}", allowed="50: the pitch of this voice cannot be changed"))
    return found
