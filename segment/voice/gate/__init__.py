"""The check every synthetic line passes: is it there, as long as it should be, whole, unclipped, and does it say these words?

``check`` costs about a millisecond and runs on every sentence. It finds a sentence good, bad, or doubtful; a doubtful one, and
one that came without word times, is held against a reference with ``unlike``. One file here for each thing that can be wrong.
"""

from __future__ import annotations

import numpy as np

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.gate.heard import Heard, Measured, measured, moments
from segment.voice.gate.length import doubtful_tail, goes_on, wrong_length
from segment.voice.gate.letters import out_of_place
from segment.voice.gate.marked import wrongly_marked
from segment.voice.gate.reference import Reference, unlike
from segment.voice.gate.silences import silent_inside
from segment.voice.gate.soundness import unsound
from segment.voice.gate.steadiness import NOISY, noise
from segment.voice.syllables import estimable

__all__ = ["Heard", "Reference", "check", "unlike"]


def check(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile) -> Heard | str:
    """The stretch that sounds, with a doubt where there is one; or what is wrong, as the end of a sentence about the line."""
    if said.samples.size == 0:
        return "nothing came from the engine"
    if not np.isfinite(said.samples).all():
        return "the engine sent samples that are not numbers"
    sound = measured(said.samples, said.rate)
    if sound is None:
        return "it is silent"
    marks = said.marks or ()
    wrong = (
        unsound(said.samples, sound)
        or wrong_length(words, profile, sound)
        or goes_on(words, profile, sound, marks)
        or silent_inside(words, profile, sound)
        or ("" if said.marks is None else wrongly_marked(words, sound, marks))
    )
    return wrong or _closer(said, words, profile, sound)


def _closer(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured) -> Heard | str:
    """The checks that ask for the colour of the sound as well as its level."""
    course = moments(said.samples, sound)
    doubt = noise(course)
    if doubt and doubt != NOISY:
        return doubt
    if said.marks and not doubt:
        doubt = doubtful_tail(words, profile, sound, said.marks)
        if not doubt and estimable(words):
            doubt = out_of_place(course, words, said.marks, profile)
    return Heard(start=sound.start, end=sound.end, doubt=doubt)
