"""Recordings that are not what they should be: each is used, or refused in a sentence with a number."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.errors import VoiceError
from segment.model.finding import Finding
from segment.model.sound import Sound
from segment.model.voice import VoiceProfile
from segment.voice.take.editing import edited
from segment.voice.take.taking import lines as cut_lines
from segment.voice.take.taking import recording
from segment.voice.takes import HEARD_HZ
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import EMBEDDED, OTHER_EMBEDDED, RATE, lines
from tests.voice.take.recordings import noisy, straight

F32 = NDArray[np.float32]
UTTERANCES = lines(TEXTS)
FRENCH = (
    "Le gardien du phare compte tous les navires qui ne viennent pas.",
    "Personne ne lui a dit que la guerre est finie.",
    "La musique appartient au vent, presque toujours.",
)
ELSEWHERE = (
    "Seventeen penguins ordered a cheaper kind of lemonade.",
    "My uncle's tractor refuses to cross that bridge in winter.",
    "We were three hours late for everything that year.",
)


def notes(samples: F32, rate: int = RATE) -> dict[str, Finding]:
    """What is told of a recording, (frames,) or (frames, channels); or VoiceError."""
    sound = Sound(samples=samples.reshape(len(samples), -1), rate=rate, fingerprint="x")
    made = recording("critic", [("friday.wav", sound)], UTTERANCES)
    edit = edited(UTTERANCES, made.heard, HEARD_HZ, by="voice")
    return {note.code: note for note in cut_lines(made, edit, UTTERANCES)[1]}


@pytest.fixture(scope="module")
def good() -> F32:
    """The script, read."""
    return noisy(straight(TEXTS, EMBEDDED), 45).samples


def test_another_script_is_refused() -> None:
    """With the share that was found."""
    with pytest.raises(VoiceError, match=r"Only \d+ % of the script was found"):
        notes(noisy(straight(ELSEWHERE, EMBEDDED), 45).samples)


def test_another_language_is_refused() -> None:
    """With the share that was found, whatever some of it sounds like."""
    read = straight(FRENCH, VoiceProfile(voice="fr", language="fr", rate=165.0))
    with pytest.raises(VoiceError, match=r"Only \d+ % of the script was found"):
        notes(noisy(read, 45).samples)


def test_music_is_refused() -> None:
    """Chords and drums have no sentence of a script in them."""
    t = np.arange(20 * RATE) / RATE
    chords = sum(np.sin(2 * np.pi * hz * (1 + (t // 2) % 3 / 6) * t) for hz in (220, 277, 330)) * (
        0.6 + 0.4 * np.sin(2 * np.pi * t / 2)
    )
    drums = np.random.default_rng(1).normal(size=t.size) * np.exp(-(t % 0.5) * 20)
    with pytest.raises(VoiceError, match=r"% of the script was found|only a steady noise"):
        notes((0.1 * chords + 0.2 * drums).astype(np.float32))


def test_a_telephone_and_a_clipped_recording_are_used_and_told(good: F32) -> None:
    """With their rate, and how many samples are clipped; all of the script is found in both."""
    low = notes(resample(good.reshape(-1, 1), RATE, 8000)[:, 0], 8000)
    assert "8000 Hz" in low["TK005"].message
    assert "100 %" in low["TK010"].message
    loud = notes(np.clip(good * 20, -1, 1).astype(np.float32))
    assert int(loud["TK003"].message.split()[0]) > 100
    assert "100 %" in loud["TK010"].message


def test_surround_is_one_voice(good: F32) -> None:
    """Of six channels the one with the voice is used, and told."""
    six = np.zeros((good.size, 6), np.float32)
    six[:, 2] = good
    told = notes(six)
    assert "channel 3 of 6" in told["TK001"].message
    assert "100 %" in told["TK010"].message


def test_somebody_else_between_the_lines_is_told_in_seconds(good: F32) -> None:
    """A second voice that says what is in no script is not heard, and its length is told."""
    other = noisy(straight(ELSEWHERE, OTHER_EMBEDDED), 45).samples
    told = notes(np.concatenate((other, good)))
    assert "100 %" in told["TK010"].message
    assert float(told["TK010"].message.partition(" s of talk")[0].rpartition(" ")[2]) > 4
