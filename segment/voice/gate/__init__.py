"""The check every synthetic line passes: is it there, as long as it should be, whole, unclipped, and does it say these words?

``check`` costs about a millisecond and runs on every sentence. It finds a sentence good, bad, or doubtful; a doubtful one, and
one that came without word times, is held against a reference with ``unlike``. One file here for each thing that can be wrong.
"""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.gate.heard import Heard, Measured, Moments, measured, moments
from segment.voice.gate.length import doubtful_tail, goes_on, wrong_length
from segment.voice.gate.letters import out_of_place
from segment.voice.gate.marked import wrongly_marked
from segment.voice.gate.reference import Reference, unlike
from segment.voice.gate.silences import longest_natural_s, longest_written_s, silent_inside
from segment.voice.gate.soundness import CUT_RATIO, LOUD_CUT_RATIO, breaks_off, unsound
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
    fault = unsound(said.samples, sound) or wrong_length(words, profile, sound)
    if fault:
        return fault
    course = moments(said.samples, sound)
    hiss = noise(course)
    if hiss and hiss != NOISY:
        return hiss
    judged = _unmarked(said, words, profile, sound) if said.marks is None else _marked(said, words, profile, sound, course)
    return replace(judged, doubt=hiss, local=True) if hiss and isinstance(judged, Heard) else judged


def _marked(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured, course: Moments) -> Heard | str:
    """A sentence whose engine knows when each word starts."""
    marks = said.marks or ()
    fault = (
        breaks_off(said.samples, sound, CUT_RATIO)
        or goes_on(words, profile, sound, marks)
        or silent_inside(profile, sound, longest_written_s(words))
        or wrongly_marked(words, sound, marks)
    )
    if fault:
        return fault
    doubt = doubtful_tail(words, profile, sound, marks)
    if not doubt and marks and estimable(words):
        doubt = out_of_place(course, words, marks, profile)
    return Heard(start=sound.start, end=sound.end, doubt=doubt)


def _unmarked(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, sound: Measured) -> Heard | str:
    """A sentence without word times: it is held against a reference in any case, so what people do as well is a doubt only."""
    fault = breaks_off(said.samples, sound, LOUD_CUT_RATIO) or silent_inside(
        profile, sound, longest_natural_s(words, profile, sound)
    )
    if fault:
        return fault
    if silence := silent_inside(profile, sound, longest_written_s(words)):
        return Heard(start=sound.start, end=sound.end, doubt=silence, local=True)
    return Heard(start=sound.start, end=sound.end, doubt=breaks_off(said.samples, sound, CUT_RATIO))
