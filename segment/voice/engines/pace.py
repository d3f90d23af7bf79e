"""The rate an engine must be given, so that speech and our own pauses together come to the profile's words a minute."""

from __future__ import annotations

from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Mistake

_WORDS_A_SENTENCE = 10.0
"""In copy written for the ear."""


def speaking_rate(profile: VoiceProfile) -> float:
    """Words a minute inside a sentence; somewhat more than the profile's, for its pauses between sentences are silent."""
    word_s = 60.0 / profile.rate - profile.pauses.sentence / _WORDS_A_SENTENCE
    # A pause longer than the time for ten words leaves nothing to speak in: then twice the rate is as near as one can come.
    return 60.0 / max(word_s, 30.0 / profile.rate)


def rate_mistakes(profile: VoiceProfile, slowest: float, fastest: float) -> tuple[Mistake, ...]:
    """A rate that the engine cannot speak at; both ends in words a minute as the profile counts them."""
    if slowest <= profile.rate <= fastest:
        return ()
    return (Mistake(key="rate", found=f"{profile.rate:g}", allowed=f"{slowest:g} to {fastest:g} words a minute"),)


def pitch_mistakes(profile: VoiceProfile, *, reaches: bool, why: str) -> tuple[Mistake, ...]:
    """A pitch out of range, or one other than the middle that would not be heard; ``why`` says what it is that has no pitch."""
    if not 0 <= profile.pitch <= 100:
        return (Mistake(key="pitch", found=f"{profile.pitch:g}", allowed="0 to 100"),)
    if profile.pitch != 50.0 and not reaches:
        return (Mistake(key="pitch", found=f"{profile.pitch:g}", allowed=f"50, {why}"),)
    return ()
