"""A recording held against its script: what was found, and which reading of each sentence is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.model.take import Edit
from segment.model.utterance import Utterance
from segment.voice.take import recognised
from segment.voice.take.choosing import choices
from segment.voice.take.ear import RATE, missing
from segment.voice.take.readings import readings
from segment.voice.take.tokens import sentences_of, tokens_of

F32 = NDArray[np.float32]


HEARS: Final = 1
"""Raised whenever the same recording would be understood in another way."""
RECOGNISER, VOICE = "pocketsphinx", "voice"


def manner(language: str) -> str:
    """Who listens: pocketsphinx to English, where it is installed; else the embedded voice of the language is the measure."""
    return RECOGNISER if language.casefold().partition("-")[0] == "en" and not missing() else VOICE


def edited(
    utterances: Sequence[Utterance], samples: F32, rate: int, ends: Sequence[float] = (), *, language: str = "en"
) -> Edit:
    """Mono ``samples`` (frames,) at ``rate`` Hz held against the lines.

    ``ends``: seconds at which one file ends and the next begins.
    """
    sentences = sentences_of(utterances)
    tokens = tokens_of(sentences)
    heard = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    ear = recognised.ear_for(sentences, tokens)
    spots = recognised.spots(heard, ear, tokens, ends)
    spans = (*((spot.start_s, spot.end_s) for spot in spots), *((end, end) for end in ends))
    borders = sorted(at for span in spans for at in span)
    found = choices(sentences, readings(spots, tokens, sentences))
    timed = tuple(recognised.timed(choice, heard, ear, borders) for choice in found)
    there = sum(word is not None for c in timed if c.reading for word in c.reading.words)
    return Edit(
        choices=timed,
        seconds=samples.size / rate,
        found=there / max(sum(bool(word.say) for s in sentences for word in s.words), 1),
        manner="pocketsphinx",
        heard=spans,
    )
