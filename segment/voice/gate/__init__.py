"""The check every synthetic line passes: is it there, as long as it should be, whole, unclipped, and does it say these words?

``check`` costs less than a millisecond and runs on every sentence. It finds a sentence good, bad, or doubtful. A doubtful one,
one that came without word times, and every one of a voice other than the embedded one is held against a reference, with
``unlike``. How strict both are is in :mod:`.limits`. One file here for each thing that can be wrong.
"""

from __future__ import annotations

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.gate.heard import Heard, Measured, Moments, finite, measured, moments
from segment.voice.gate.length import doubtful_tail, goes_on, wrong_length
from segment.voice.gate.letters import out_of_place
from segment.voice.gate.limits import KIN, STRANGER, Alone, Limits
from segment.voice.gate.marked import wrongly_marked
from segment.voice.gate.reference import Reference, Verdict, unlike
from segment.voice.gate.silences import silence_s, silent_inside
from segment.voice.gate.soundness import breaks_off, clipping, ending, unsound
from segment.voice.gate.steadiness import noise, wandering
from segment.voice.syllables import estimable

__all__ = ["KIN", "STRANGER", "Heard", "Limits", "Reference", "Verdict", "check", "unlike"]


def check(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, limits: Limits) -> Heard | str:
    """The stretch that sounds, with a doubt where there is one; or what is wrong, as the end of a sentence about the line."""
    if said.samples.size == 0:
        return "nothing came from the engine"
    if not finite(said.samples):
        return "the engine sent samples that are not numbers"
    sound = measured(said.samples, said.rate)
    if sound is None:
        return "it is silent"
    if fault := unsound(said.samples, sound, limits.stop):
        return fault
    course = moments(said.samples, sound)
    fault, doubt, local = _alone(said, words, profile, limits, sound, course)
    if not fault and said.marks is not None:
        fault = goes_on(words, profile, sound, said.marks) or wrongly_marked(words, sound, said.marks)
    if fault:
        return fault
    doubt = doubt or (clipping(said.samples, limits.doubt) if limits.doubt.clipped < limits.stop.clipped else "")
    # What is held against the reference in any case needs no further doubts.
    if not doubt and said.marks and not limits.every and estimable(words):
        doubt = doubtful_tail(words, profile, sound, said.marks) or out_of_place(course, words, said.marks, profile)
    return Heard(start=sound.start, end=sound.end, doubt=doubt, local=local)


def _alone(
    said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, limits: Limits, sound: Measured, course: Moments
) -> tuple[str, str, bool]:
    """A fault, a doubt, and whether the doubt is about a stretch inside."""
    wandered, silent, end = wandering(course), silence_s(sound), ending(said.samples, sound)

    def beyond(bounds: Alone) -> tuple[str, bool]:
        if found := wrong_length(words, profile, sound, bounds) or breaks_off(end, bounds):
            return found, False
        found = noise(wandered, bounds) or silent_inside(silent, words, profile, bounds)
        return found, bool(found)

    fault, _ = beyond(limits.stop)
    return (fault, "", False) if fault else ("", *beyond(limits.doubt))
