"""Sentences that a synthetic voice says in a person's recording: laid behind it in its room, at its level and in its tone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.model.sound import Spoken
from segment.model.take import Choice, Edit, Heard, Piece, Reading
from segment.voice.listening import listen
from segment.voice.take.matching import matched
from segment.voice.take.taking import Recording
from segment.voice.take.tone import of_length, room_tone

F32 = NDArray[np.float32]

APART_S: Final = 0.6
"""Of the room, before each and behind the last."""
USUAL_DBFS: Final = -20.0


def with_stand_ins(made: Recording, edit: Edit, said: Mapping[int, Spoken]) -> tuple[Recording, Edit]:
    """The recording with ``said`` behind it, by the index of the sentence, and the edit in which they are heard."""
    tone = room_tone(made.samples, made.rate)
    whole = listen(made.samples, made.rate)
    blocks = [made.samples]
    at = made.samples.size
    gap = round(APART_S * made.rate)
    choices = list(edit.choices)
    spans = list(edit.heard)
    for index, spoken in sorted(said.items()):
        voice = resample(spoken.sound.samples, spoken.sound.rate, made.rate)[:, 0]
        own = listen(voice, made.rate)
        level = (own.speech_dbfs if own else USUAL_DBFS, whole.speech_dbfs if whole else USUAL_DBFS)
        voice = matched(voice, made.rate, made.samples, *level).samples
        block = of_length(tone, voice.size + 2 * gap, made.rate).copy()
        block[gap : gap + voice.size] += voice
        blocks.append(block)
        choices[index] = _with_reading(choices[index], spoken, (at + gap) / made.rate)
        reading = choices[index].readings[-1]
        spans.append((reading.start_s, reading.end_s))
        at += block.size
    return (
        replace(made, samples=np.concatenate(blocks)),
        replace(edit, choices=tuple(choices), heard=tuple(spans)),
    )


def _with_reading(choice: Choice, spoken: Spoken, at_s: float) -> Choice:
    rate = spoken.sound.rate
    heard = [
        Heard(start_s=at_s + word.start / rate, end_s=at_s + word.end / rate, confidence=1.0) if word.end > word.start else None
        for word in spoken.words
    ]
    piece = Piece(first=0, stop=len(choice.sentence.words), start_s=at_s, end_s=at_s + spoken.sound.seconds)
    reading = Reading(pieces=(piece,), words=tuple(heard), confidence=1.0, complete=True)
    return replace(choice, readings=(*choice.readings, reading), used=len(choice.readings))
