"""Silence where nothing is written that asks for one."""

from __future__ import annotations

import re

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.gate.heard import Measured
from segment.voice.gate.soundness import longest

HOLE_S, PAUSE_S = 0.23, 0.8
"""The longest silence inside a sentence at 160 words a minute: without punctuation in it (a stop consonant), and with."""

_PAUSED = re.compile(r"[.,;:!?…—–()\"“”«»/&+*=%]|(?<!\w)-|-(?!\w)")


def silent_inside(words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured) -> str:
    """What is wrong with the longest silence inside; empty when nothing is."""
    seconds = longest(~sound.loud[sound.first : sound.last]) * sound.hop / sound.rate
    text = " ".join(word.say for word in words if word.say).strip('.?!…"”’»')
    allowed = PAUSE_S if _PAUSED.search(text) else HOLE_S
    return f"it is silent for {seconds:.1f} s inside" if seconds > allowed * 160.0 / profile.rate else ""
