"""A sentence that was missed is found beside its neighbours, and only when it is there."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from segment.dsp.resample import resample
from segment.model.take import Choice, Edit
from segment.voice.take import recognised
from segment.voice.take.beside import recovered
from segment.voice.take.ear import RATE as HEARD_HZ
from segment.voice.take.ear import Ear
from segment.voice.take.editing import edited
from segment.voice.take.readings import Spot
from segment.voice.take.tokens import sentences_of, tokens_of
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines
from tests.voice.take.recordings import Recording

OTHER = "My uncle's tractor refuses to cross that bridge."


class _Missed:
    """An edit of the straight recording in which one sentence was not heard."""

    def __init__(self, straight: Recording, text: str, at: int) -> None:
        texts = [text if n == at else other for n, other in enumerate(TEXTS)]
        script = sentences_of(lines(texts))
        self.samples = resample(straight.samples.reshape(-1, 1), RATE, HEARD_HZ)[:, 0]
        self.edit: Edit = edited(lines(TEXTS), straight.samples, RATE, by="pocketsphinx")
        self.choices: list[Choice] = list(self.edit.choices)
        self.choices[at] = Choice(sentence=script[at], readings=(), used=-1)
        gone = self.edit.choices[at].reading
        assert gone is not None
        self.spots = [
            Spot(position=-1 if gone.start_s - 0.2 <= a < gone.end_s else 0, start_s=a, end_s=b, confidence=0.5)
            for a, b in self.edit.heard
        ]
        self.ear: Ear = recognised.ear_for(script, tokens_of(script))
        self.start_s = gone.start_s


@pytest.mark.parametrize("at", [0, 2, 5])
def test_a_missed_sentence_is_found_beside_its_neighbour(straight: Recording, listener: str, at: int) -> None:
    """At the beginning, in the middle and at the end, where it was read, with a time for each word."""
    if listener != "pocketsphinx":
        pytest.skip("only who understands words looks again")
    missed = _Missed(straight, TEXTS[at], at)
    reading = recovered(missed.choices, missed.spots, missed.samples, missed.ear)[at].reading
    assert reading is not None
    assert reading.start_s == pytest.approx(missed.start_s, abs=0.15)
    assert all(reading.words)
    assert reading.confidence > 0.5


def test_other_words_in_its_place_are_not_it(straight: Recording, listener: str) -> None:
    """A sentence that was not read is not found in somebody else's words, nor in silence."""
    if listener != "pocketsphinx":
        pytest.skip("only who understands words looks again")
    missed = _Missed(straight, OTHER, 2)
    assert recovered(missed.choices, missed.spots, missed.samples, missed.ear)[2].reading is None
    quiet = (1e-4 * np.random.default_rng(1).normal(size=missed.samples.size)).astype(np.float32)
    again = [replace(choice) for choice in missed.choices]
    again[2] = replace(again[2], sentence=sentences_of(lines(TEXTS))[2])
    assert recovered(again, missed.spots, quiet, missed.ear)[2].reading is None
