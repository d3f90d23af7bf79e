"""Silence where nothing is written that asks for one."""

from __future__ import annotations

import re

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.gate.heard import Measured
from segment.voice.gate.limits import Alone
from segment.voice.gate.soundness import longest

_PAUSED = re.compile(r"[.,;:!?…—–()\"“”«»/&+*=%]|(?<!\w)-|-(?!\w)")


def silence_s(sound: Measured) -> float:
    """The longest silence inside, in seconds."""
    return longest(~sound.loud[sound.first : sound.last]) * sound.hop / sound.rate


def silent_inside(seconds: float, words: tuple[SayWord, ...], profile: VoiceProfile, bounds: Alone) -> str:
    """What is wrong with the longest silence inside; empty when nothing is."""
    shortest = min(bounds.hole_s, bounds.pause_s) * 160.0 / profile.rate
    if seconds <= shortest:
        return ""
    allowed = bounds.pause_s if _PAUSED.search(_inside(words)) else bounds.hole_s
    return f"it is silent for {seconds:.1f} s inside" if seconds > allowed * 160.0 / profile.rate else ""


def _inside(words: tuple[SayWord, ...]) -> str:
    return " ".join(word.say for word in words if word.say).strip('.?!…"”’»')
