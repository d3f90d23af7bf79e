"""A recording held against its script: what was found, and which reading of each sentence is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.model.take import Aside, Choice, Edit, Part, Sentence
from segment.model.take_list import TakeList
from segment.model.utterance import Utterance
from segment.voice.take import compared, recognised
from segment.voice.take.beside import recovered
from segment.voice.take.choosing import choices
from segment.voice.take.differences import Looking, looked_at
from segment.voice.take.ear import RATE, missing
from segment.voice.take.obeying import obeyed, spread
from segment.voice.take.readings import Spot, readings
from segment.voice.take.said_between import said_between
from segment.voice.take.spoken_reference import reference
from segment.voice.take.stretches import Quiet
from segment.voice.take.tokens import sentences_of, tokens_of

F32 = NDArray[np.float32]


HEARS: Final = 10
"""Raised whenever the same recording would be understood in another way."""
THERE: Final = 0.3
"""The least confidence of a sentence that was found: what a recording of something else offers for one is less."""
UNSURE: Final = 0.65
"""Where the acoustic model is less sure on the whole, the embedded voice is asked as well."""
APART_S: Final = 1.0
"""Asides with a longer pause between are two."""
SHORTEST_S: Final = 0.3
"""What nobody understood, and is shorter, is a noise."""
RECOGNISER, VOICE = "pocketsphinx", "voice"


def manner(language: str) -> str:
    """Who listens: pocketsphinx to English, where it is installed; else the embedded voice of the language is the measure."""
    return RECOGNISER if language.casefold().partition("-")[0] == "en" and not missing() else VOICE


def edited(
    utterances: Sequence[Utterance], samples: F32, rate: int, ends: Sequence[float] = (), *, language: str = "en", by: str = ""
) -> Edit:
    """Mono ``samples`` (frames,) at ``rate`` Hz held against the lines.

    ``ends``: seconds at which one file ends and the next begins; ``by``: who listens, chosen by the language when empty. Raises
    VoiceError (MISSING) for a language that nobody here reads.
    """
    sentences = sentences_of(utterances)
    heard = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    chosen = by or manner(language)
    found, spots = (_recognised if chosen == RECOGNISER else _compared)(sentences, heard, ends, language)
    if not by and chosen == RECOGNISER and (sure := _sureness(found)) < UNSURE:
        # Accents and voices that the model has not met: then the likeness to a voice that reads the script tells more.
        other, other_spots = _compared(sentences, heard, ends, language)
        if _sureness(other) > sure:
            chosen, found, spots = VOICE, other, other_spots
    there = sum(bool(word.say) for c in found if c.reading and c.reading.confidence >= THERE for word in c.sentence.words)
    return Edit(
        choices=found,
        seconds=samples.size / rate,
        found=there / max(sum(bool(word.say) for s in sentences for word in s.words), 1),
        manner=chosen,
        heard=_spans(spots, ends),
        asides=tuple(_asides(spots)),
    )


def heeded(
    edit: Edit, wanted: TakeList, utterances: Sequence[Utterance], samples: F32, rate: int, parts: Sequence[Part], language: str
) -> Edit:
    """The edit as a person's list wants it; the rest as in :func:`edited`."""
    done = obeyed(edit, wanted, parts)
    if not done.untimed:
        return done.edit
    sentences = sentences_of(utterances)
    heard = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    timed = _timed(done.edit, done.untimed, sentences, heard, language)
    choices = tuple(timed.get(n, choice) for n, choice in enumerate(done.edit.choices))
    return differing(replace(done.edit, choices=choices), utterances, samples, rate, done.untimed)


def differing(edit: Edit, utterances: Sequence[Utterance], samples: F32, rate: int, which: Iterable[int] | None = None) -> Edit:
    """The edit with what was said otherwise in the readings that are heard, of the sentences ``which``, or of all.

    Who listens by likeness to a voice understands no words: of such an edit it is known only which words are not there.
    """
    heard = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    look = Looking(sentences_of(utterances)) if edit.manner == RECOGNISER else None
    chosen = frozenset(range(len(edit.choices)) if which is None else which)
    return replace(
        edit,
        choices=tuple(looked_at(choice, heard, look) if n in chosen else choice for n, choice in enumerate(edit.choices)),
    )


def _timed(edit: Edit, which: Iterable[int], sentences: Sequence[Sentence], samples: F32, language: str) -> dict[int, Choice]:
    borders = sorted(at for span in edit.heard for at in span)
    if edit.manner == RECOGNISER:
        ear = recognised.ear_for(sentences, tokens_of(sentences))
        return {n: spread(recognised.timed(edit.choices[n], samples, ear, borders)) for n in which}
    known = compared.measure(reference(sentences, language), compared.tokens_by_word(sentences))
    return {n: spread(compared.timed(edit.choices[n], n, samples, known, borders)) for n in which}


Found = tuple[tuple[Choice, ...], tuple[Spot, ...]]


def _recognised(sentences: Sequence[Sentence], samples: F32, ends: Sequence[float], language: str) -> Found:
    tokens = tokens_of(sentences)
    ear = recognised.ear_for(sentences, tokens)
    spots = recognised.spots(samples, ear, tokens, ends)
    found = choices(sentences, readings(spots, tokens, sentences, Quiet(samples, RATE)))
    found = recovered(found, spots, samples, ear, ends)
    borders = _borders(spots, ends)
    return tuple(recognised.timed(choice, samples, ear, borders) for choice in found), spots


def _compared(sentences: Sequence[Sentence], samples: F32, ends: Sequence[float], language: str) -> Found:
    tokens = compared.tokens_by_word(sentences)
    whole = (*sentences, *said_between(language))
    known = compared.measure(reference(whole, language), compared.tokens_by_word(whole))
    spots = compared.spots(compared.moments(samples, ends), known, len(tokens))
    found = choices(sentences, readings(spots, tokens, sentences))
    borders = _borders(spots, ends)
    return tuple(compared.timed(choice, n, samples, known, borders) for n, choice in enumerate(found)), spots


def _sureness(found: Sequence[Choice]) -> float:
    """0–1: the mean over all words of the script."""
    words = [word for c in found for word in (c.reading.words if c.reading else (None,) * len(c.sentence.words))]
    return sum(word.confidence for word in words if word) / max(len(words), 1)


def _spans(spots: Sequence[Spot], ends: Sequence[float]) -> tuple[tuple[float, float], ...]:
    return (*((spot.start_s, spot.end_s) for spot in spots), *((end, end) for end in ends))


def _asides(spots: Sequence[Spot]) -> Iterator[Aside]:
    """Runs of words that are in no sentence."""
    run: list[Spot] = []
    for spot in (*spots, None):
        if run and (spot is None or spot.position >= 0 or spot.start_s - run[-1].end_s > APART_S):
            said = " ".join(one.text for one in run if one.text)
            if said or run[-1].end_s - run[0].start_s >= SHORTEST_S:
                yield Aside(start_s=round(run[0].start_s, 3), end_s=round(run[-1].end_s, 3), text=said)
            run = []
        if spot is not None and spot.position < 0:
            run.append(spot)


def _borders(spots: Sequence[Spot], ends: Sequence[float]) -> list[float]:
    return sorted(at for span in _spans(spots, ends) for at in span)
