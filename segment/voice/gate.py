"""The check every synthetic line passes: is it there, as long as it should be, whole, loud enough and unclipped?"""

from __future__ import annotations

import re

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.runs import runs
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.energy import levels, sounding
from segment.voice.engines.recipe import Said
from segment.voice.syllables import estimable, expected_s, syllables

SHORTEST, LONGEST = 0.5, 1.6
"""Spoken length against the estimate."""
SLACK_S = 0.25
"""Added to both sides, for the few syllables of short lines."""
QUIETEST_RMS = 0.004
"""RMS of the stretches that sound (−48 dBFS)."""
CLIPPED_RUN = 3
"""Neighbouring samples at full scale that make a clip."""
CUT_RATIO = 0.02
"""Level in the last 10 ms against the whole (−34 dB): speech that is let finish dies away."""
HOLE_S, PAUSE_S = 0.23, 0.8
"""The longest silence inside a sentence at 160 words a minute: without punctuation in it (a stop consonant), and with."""
MARKED = 0.6
"""Share of the words that must have a mark, from four words on."""
LAST_WORD_S = 0.9
"""What may follow the last mark, beside the length of its word."""
LAST_MARK = 0.48
"""Where the last mark falls at the earliest, as a share of the whole, when the words tell nothing about their length."""

_PAUSED = re.compile(r"[.,;:!?…—–()\"“”«»/&+*=%]|(?<!\w)-|-(?!\w)")

Flags = NDArray[np.bool_]


class Heard(Struct, frozen=True, kw_only=True):
    """The stretch of a sentence that sounds, in frames."""

    start: int
    end: int


def check(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile) -> Heard | str:
    """The stretch that sounds when all is well; else what is wrong, as the end of a sentence about the line."""
    samples = said.samples
    if samples.size == 0:
        return "nothing came from the engine"
    if not np.isfinite(samples).all():
        return "the engine sent samples that are not numbers"
    level, hop = levels(samples, said.rate)
    loud = sounding(level)
    if not loud.any() or float(np.sqrt(np.mean(np.square(level[loud])))) < QUIETEST_RMS:
        return "it is silent"
    if _longest_run(np.abs(samples) >= 0.9999) >= CLIPPED_RUN:
        return "it is clipped"
    first, last = int(loud.argmax()), int(loud.size - loud[::-1].argmax())
    start, end = first * hop, min(last * hop, samples.size)
    return (
        _length(words, profile, (end - start) / said.rate)
        or _ending(said, words, profile, end)
        or _hole(words, profile, loud[first:last], hop / said.rate)
        or _marks(said, words, loud, hop)
        or Heard(start=start, end=end)
    )


def _length(words: tuple[SayWord, ...], profile: VoiceProfile, seconds: float) -> str:
    if not estimable(words):
        return ""
    expected = expected_s(words, profile)
    if seconds < SHORTEST * expected - SLACK_S:
        return f"it lasts {seconds:.1f} s where about {expected:.1f} s were expected"
    if seconds > LONGEST * expected + SLACK_S:
        return f"it lasts {seconds:.1f} s where only about {expected:.1f} s were expected"
    return ""


def _ending(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, end: int) -> str:
    """Broken off in a word, or going on long after the last."""
    tail = said.samples[-max(round(0.01 * said.rate), 1) :]
    whole = float(np.sqrt(np.mean(np.square(said.samples))))
    if float(np.sqrt(np.mean(np.square(tail)))) > CUT_RATIO * whole:
        return "it breaks off"
    if not said.marks:
        return ""
    last, at = said.marks[-1]
    if estimable(words):
        after = (end - at) / said.rate > 2 * expected_s(words[last:], profile) + LAST_WORD_S
    else:
        after = len(said.marks) >= 4 and at < LAST_MARK * end
    return "it goes on after the last word" if after else ""


def _hole(words: tuple[SayWord, ...], profile: VoiceProfile, loud: Flags, hop_s: float) -> str:
    """Silence where nothing is written that asks for one."""
    longest = _longest_run(~loud) * hop_s
    text = " ".join(word.say for word in words if word.say).strip('.?!…"”’»')
    allowed = PAUSE_S if _PAUSED.search(text) else HOLE_S
    return f"it is silent for {longest:.1f} s inside" if longest > allowed * 160.0 / profile.rate else ""


def _marks(said: Said, words: tuple[SayWord, ...], loud: Flags, hop: int) -> str:
    if said.marks is None:
        return ""
    spoken = [index for index, word in enumerate(words) if word.say]
    if len(spoken) >= 4 and len(said.marks) < MARKED * len(spoken):
        return f"only {len(said.marks)} of its {len(spoken)} words have a time"
    times = [frame for _, frame in said.marks]
    if times and times[-1] >= said.samples.size:
        return "it breaks off"
    for (index, start), stop in zip(said.marks, [*times[1:], said.samples.size], strict=True):
        if syllables(words[index : index + 1]) >= 1 and not loud[start // hop : -(-stop // hop)].any():
            return f"it is silent where “{words[index].display}” should be"
    return ""


def _longest_run(flags: Flags) -> int:
    return int(np.diff(runs(flags)).max(initial=0))
