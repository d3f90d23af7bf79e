"""A recording full of flubs held against its script, by each way of listening."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from segment.errors import VoiceError
from segment.model.take import Edit
from segment.voice.take.editing import edited, manner
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines
from tests.voice.take.recordings import Recording
from tests.voice.take.scoring import score


def test_the_last_good_reading_is_kept_and_nothing_else(flubbed: Recording, edit: Edit) -> None:
    """Repeated, broken-off and restarted readings are left out, chatter too, and no word of the good ones is lost."""
    found = score(edit, flubbed)
    assert found.flubs >= 4
    assert (found.removed, found.lost) == (found.flubs, 0), found.missed
    assert found.asides_removed >= found.asides - (edit.manner == "voice"), found.missed


def test_every_word_has_a_time(flubbed: Recording, edit: Edit) -> None:
    """Each word of the script is found near where it is said."""
    errors = np.array(score(edit, flubbed).errors_ms)
    assert len(errors) == sum(len(text.split()) for text in TEXTS)
    assert np.median(errors) < 60
    assert edit.found == 1.0


def test_a_straight_reading_has_no_retakes(straight: Recording, listener: str) -> None:
    """Nothing is left out of a clean reading, and each sentence has one reading."""
    found = edited(lines(TEXTS), straight.samples, RATE, by=listener)
    assert [len(choice.readings) for choice in found.choices] == [1] * len(TEXTS)
    assert score(found, straight).lost == 0


def test_the_script_is_the_edit_list(flubbed: Recording, listener: str) -> None:
    """Sentences in another order take their audio along; one that was taken out is not looked for and not heard."""
    order = (4, 0, 3)
    found = edited(lines([TEXTS[n] for n in order]), flubbed.samples, RATE, by=listener)
    kept = {mark.sentence: mark for mark in flubbed.marks if mark.kind == "kept"}
    for choice, n in zip(found.choices, order, strict=True):
        assert choice.reading is not None
        assert choice.reading.start_s == pytest.approx(kept[n].start_s, abs=0.15)


def test_another_recording_is_told_from_this_one(flubbed: Recording, listener: str) -> None:
    """Of a script that nobody read, little is found."""
    other = (
        "Seventeen penguins ordered a cheaper kind of lemonade.",
        "My uncle's tractor refuses to cross that bridge in winter.",
    )
    assert edited(lines(other), flubbed.samples, RATE, by=listener).found < 0.35


def test_other_languages_are_held_against_their_own_voice() -> None:
    """pocketsphinx hears English only; a language that nobody reads is an error with its name."""
    assert manner("fr-CA") == "voice"
    with pytest.raises(VoiceError, match="'tlh'"):
        edited(lines(["nuqneH"]), np.zeros(RATE, np.float32), RATE, language="tlh", by="voice")


def test_the_acoustic_model_is_loaded_only_to_listen() -> None:
    """Whatever reads, writes and mixes knows of pocketsphinx without importing it."""
    code = "import sys, segment.project.recorded; sys.exit('pocketsphinx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
