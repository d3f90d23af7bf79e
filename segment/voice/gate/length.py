"""Does it last as long as its words should, from the first sound to the last and from the last mark to the end?"""

from __future__ import annotations

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.gate.heard import Measured
from segment.voice.gate.limits import Alone
from segment.voice.syllables import estimable, expected_s

LAST_WORD_S = 0.9
"""What may follow the last mark, beside the length of its word."""
LAST_MARK = 0.48
"""Where the last mark falls at the earliest, as a share of the whole, when the words tell nothing about their length."""
LATE, LATE_S = 1.2, 0.3
"""More after the last mark than this many times the length of its word and this many seconds is doubtful."""
EARLY, EARLY_MERGED, EARLY_SHORT = 0.53, 0.8, 1.1
"""So is less than this share of its length; than more of it where words at the end have no mark of their own, and in a sentence
that is shorter than SHORT_S as a whole, where a closer look costs little."""
SHORT_S = 1.2


def wrong_length(words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured, bounds: Alone) -> str:
    """What is wrong with the length of the whole; empty when nothing is."""
    if not estimable(words):
        return ""
    seconds, expected = (sound.end - sound.start) / sound.rate, expected_s(words, profile)
    if seconds < bounds.shortest * expected - bounds.slack_s:
        return f"it lasts {seconds:.1f} s where about {expected:.1f} s were expected"
    if seconds > bounds.longest * expected + bounds.slack_s:
        return f"it lasts {seconds:.1f} s where only about {expected:.1f} s were expected"
    return ""


def goes_on(words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured, marks: tuple[tuple[int, int], ...]) -> str:
    """What is wrong with it after the last mark; empty when nothing is."""
    if not marks:
        return ""
    last, at = marks[-1]
    if estimable(words):
        after = (sound.end - at) / sound.rate > 2 * expected_s(words[last:], profile) + LAST_WORD_S
    else:
        after = len(marks) >= 4 and at < LAST_MARK * sound.end
    return "it goes on after the last word" if after else ""


def doubtful_tail(words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured, marks: tuple[tuple[int, int], ...]) -> str:
    """What may be wrong with the last word's length; empty when nothing seems to be."""
    if not marks or not estimable(words):
        return ""
    last, at = marks[-1]
    seconds, expected = (sound.end - at) / sound.rate, expected_s(words[last:], profile)
    if seconds > LATE * expected + LATE_S * 160 / profile.rate:
        return "it seems to go on after the last word"
    merged = sum(1 for word in words[last:] if word.say) > 1
    short = (sound.end - sound.start) / sound.rate < SHORT_S
    if seconds < (EARLY_SHORT if short else EARLY_MERGED if merged else EARLY) * expected:
        return "its last word seems to be cut off"
    return ""
