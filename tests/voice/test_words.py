"""When each written word is heard."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.gate import Heard
from segment.voice.words import word_times

Profiles = Callable[[str], VoiceProfile]
Words = Callable[..., tuple[SayWord, ...]]

RATE = 22050


def hum(seconds: float) -> np.ndarray:
    """A tone."""
    return (0.3 * np.sin(np.arange(round(seconds * RATE)) * 0.05)).astype(np.float32)


def test_merged_words_share_their_mark() -> None:
    """Words the engine gave one mark divide its time by their syllables, in order."""
    words = tuple(SayWord(display=w, say=w) for w in ("at", "a", "marina"))
    said = Said(samples=hum(1.0), rate=RATE, marks=((0, 0),))
    times = word_times(said, words, Heard(start=0, end=RATE))
    assert times == [(0, 4410), (4410, 8820), (8820, 22050)]


def test_a_comma_belongs_to_no_word() -> None:
    """The silence between two words is in neither of them."""
    words = tuple(SayWord(display=w, say=w) for w in ("well,", "no"))
    said = Said(
        samples=np.concatenate([hum(0.4), np.zeros(RATE // 5, np.float32), hum(0.4)]), rate=RATE, marks=((0, 0), (1, 8820))
    )
    (_, first_end), (second_start, _) = word_times(said, words, Heard(start=0, end=RATE))
    assert abs(first_end - 0.4 * RATE) <= 120
    assert abs(second_start - 0.6 * RATE) <= 120


def test_unsaid_words_have_a_place_and_no_length() -> None:
    """A dash stands at the end of the word before it; without marks at all, words share the whole."""
    words = (SayWord(display="Go", say="Go"), SayWord(display="—", say=""), SayWord(display="on", say="on"))
    said = Said(samples=hum(1.0), rate=RATE, marks=None)
    times = word_times(said, words, Heard(start=0, end=RATE))
    assert times == [(0, 11025), (11025, 11025), (11025, 22050)]


def test_every_word_of_real_speech_has_its_time(copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """In real lines every word has a time inside the line, in order, between 30 ms and 1.5 s long."""
    for text in copy:
        said = worker.say(words(text), profile("critic"))
        times = word_times(said, words(text), Heard(start=0, end=said.samples.size))
        starts_and_ends = [t for pair in times for t in pair]
        assert starts_and_ends == sorted(starts_and_ends)
        assert starts_and_ends[0] >= 0
        assert starts_and_ends[-1] <= said.samples.size
        assert all(0.03 * RATE <= end - start <= 1.5 * RATE for start, end in times), text
