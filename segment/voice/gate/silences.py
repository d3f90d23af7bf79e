"""Silence where nothing is written that asks for one."""

from __future__ import annotations

import re

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.gate.heard import Measured
from segment.voice.gate.soundness import longest

HOLE_S, PAUSE_S = 0.23, 0.8
"""The longest silence inside a sentence at 160 words a minute: without punctuation in it (a stop consonant), and with."""
PAUSE_SHARE = 0.25
"""Of a sentence without word times: a silence that takes more of it than this is none of a person's."""

_PAUSED = re.compile(r"[.,;:!?…—–()\"“”«»/&+*=%]|(?<!\w)-|-(?!\w)")


def silent_inside(profile: VoiceProfile, sound: Measured, allowed_s: float) -> str:
    """What is wrong with the longest silence inside when it lasts longer than allowed at 160 words a minute; else empty."""
    seconds = longest(~sound.loud[sound.first : sound.last]) * sound.hop / sound.rate
    return f"it is silent for {seconds:.1f} s inside" if seconds > allowed_s * 160.0 / profile.rate else ""


def longest_natural_s(words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured) -> float:
    """The longest silence that a person would make in them, in seconds at 160 words a minute."""
    share = PAUSE_SHARE * (sound.end - sound.start) / sound.rate * profile.rate / 160.0
    return min(max(longest_written_s(words), share), PAUSE_S)


def longest_written_s(words: tuple[SayWord, ...]) -> float:
    """The longest silence that their punctuation asks for, in seconds at 160 words a minute."""
    text = " ".join(word.say for word in words if word.say).strip('.?!…"”’»')
    return PAUSE_S if _PAUSED.search(text) else HOLE_S
