"""The check every synthetic line passes: planted faults are found, good lines are not accused."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.energy import levels, sounding
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.gate import Heard, check

Profiles = Callable[[str], VoiceProfile]
Words = Callable[..., tuple[SayWord, ...]]

Samples = NDArray[np.float32]


def sound_of(samples: Samples) -> tuple[int, int]:
    """First and last sounding frame."""
    level, hop = levels(samples, 22050)
    loud = np.flatnonzero(sounding(level))
    return int(loud[0]) * hop, int(loud[-1] + 1) * hop


def cut(share: float) -> Callable[[Samples], Samples]:
    """Breaks off after a share of the speech."""

    def spoil(samples: Samples) -> Samples:
        start, end = sound_of(samples)
        return samples[: start + int((end - start) * share)]

    return spoil


def hole(samples: Samples) -> Samples:
    """Silence from 30 to 70 % of the speech."""
    start, end = sound_of(samples)
    spoilt = samples.copy()
    spoilt[start + (end - start) * 3 // 10 : start + (end - start) * 7 // 10] = 0
    return spoilt


FAULTS: dict[str, Callable[[Samples], Samples]] = {
    "cut in half": cut(0.5),
    "cut short": cut(0.8),
    "silent": np.zeros_like,
    "nearly silent": lambda s: s * np.float32(0.002),
    "clipped": lambda s: np.clip(s * (4 / np.abs(s).max()), -1, 1),
    "empty": lambda s: s[:0],
    "doubled": lambda s: np.concatenate([s, s]),
    "with a hole": hole,
    "not numbers": lambda s: s * np.float32("nan"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_faults_are_found(fault: str, copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """Each kind of damage is found in each of twelve lines."""
    missed = []
    for text in copy[2:14]:
        said = worker.say(words(text), profile("critic"))
        spoilt = replace(said, samples=np.ascontiguousarray(FAULTS[fault](said.samples), np.float32))
        if isinstance(check(spoilt, words(text), profile("critic")), Heard):
            missed.append(text)
    assert missed == []


@pytest.mark.parametrize("name", ["host", "critic", "host-gb", "critic-gb"])
def test_good_lines_pass(name: str, copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """No line of a good voice is accused, slow or fast."""
    accused = {}
    for index, text in enumerate(copy):
        voice = replace(profile(name), rate=(120.0, 160.0, 200.0)[index % 3])
        heard = check(worker.say(words(text), voice), words(text), voice)
        if isinstance(heard, str):
            accused[text] = heard
    assert accused == {}


def test_missing_word_times_are_found(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """A line in which most words have no time is refused, with the count."""
    text = words("She barely moves and then she laughs.")
    said = worker.say(text, profile("critic"))
    assert said.marks is not None
    assert check(replace(said, marks=said.marks[:2]), text, profile("critic")) == "only 2 of its 7 words have a time"
