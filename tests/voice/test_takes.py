"""A person's recording in the place of a role's lines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segment.errors import Cause, VoiceError
from segment.media import sound as sound_files
from segment.model.sound import Sound
from segment.voice.take.taking import recording as laid
from segment.voice.takes import HEARD_HZ, prepared

Samples = NDArray[np.float32]
RATE = 44100


def speech(seconds: float, level: float = 0.3, rate: int = RATE, seed: int = 1) -> Samples:
    """Syllables of a buzzing tone, four a second, a pause every two seconds; shape (frames,)."""
    t = np.arange(round(seconds * rate)) / rate
    buzz = sum(np.sin(2 * np.pi * 140 * k * t) / k for k in range(1, 12))
    syllables = np.clip(np.sin(2 * np.pi * 4 * t), 0, None) * (t % 2 < 1.7)
    noise = np.random.default_rng(seed).normal(size=t.size) * 1e-4
    return (level * buzz * syllables / 2 + noise).astype(np.float32)


def room(seconds: float, rate: int = RATE) -> Samples:
    """A quiet room."""
    return (np.random.default_rng(2).normal(size=round(seconds * rate)) * 1e-4).astype(np.float32)


def recording(*channels: Samples, rate: int = RATE) -> Sound:
    """A sound of these channels."""
    return Sound(samples=np.stack(channels, axis=1).astype(np.float32), rate=rate, fingerprint="x")


def codes(sound: Sound) -> dict[str, str]:
    """Notes of a take by code."""
    return {note.code: note.message for note in prepared(sound, "take.wav").notes}


def test_the_tempo_and_the_level_stay() -> None:
    """Speech itself comes through at its level and length: only near and below 70 Hz is anything taken away."""
    original = speech(10)
    spoken = prepared(recording(np.concatenate([room(1), original, room(1)])), "take.wav")
    kept = spoken.samples
    assert np.sqrt(np.mean(kept**2) * kept.size) == pytest.approx(np.sqrt(np.mean(original**2) * original.size), rel=0.03)


def test_rumble_and_offset_are_removed() -> None:
    """A constant offset and a 30 Hz rumble are at least 12 dB down, and no thump is left at the head."""
    t = np.arange(12 * RATE) / RATE
    dirt = (0.2 + 0.1 * np.sin(2 * np.pi * 30 * t)).astype(np.float32)
    clean = np.concatenate([room(1), speech(10), room(1)])
    spoken = prepared(recording(clean + dirt), "take.wav")
    spectrum = np.abs(np.fft.rfft(spoken.samples)) * 2 / spoken.samples.size
    hz = np.fft.rfftfreq(spoken.samples.size, 1 / RATE)
    assert spectrum[np.argmin(abs(hz - 30))] < 0.1 * 10 ** (-12 / 20)
    assert abs(float(spoken.samples.mean())) < 1e-4
    assert np.abs(spoken.samples[: round(0.1 * RATE)]).max() < 0.05


def test_one_dead_channel_is_left_out() -> None:
    """With one microphone unplugged the live channel is used alone at its level, with a note."""
    voice = speech(10)
    spoken = prepared(recording(room(10), voice), "take.wav")
    assert [n.code for n in spoken.notes] == ["TK001"]
    assert "channel 2 of 2" in spoken.notes[0].message
    alone = prepared(recording(voice), "take.wav")
    assert np.array_equal(spoken.samples, alone.samples)


def test_channels_out_of_phase_do_not_cancel() -> None:
    """A channel with reversed polarity does not silence the other."""
    voice = speech(10)
    spoken = prepared(recording(voice, -voice), "take.wav")
    assert float(np.abs(spoken.samples).max()) > 0.2
    assert "out of phase" in spoken.notes[0].message


def test_unequal_channels_are_noted() -> None:
    """Channels 10 dB apart are summed, with the difference in the note."""
    assert "differ by 10 dB" in codes(recording(speech(10), speech(10) * np.float32(0.316)))["TK001"]


def test_what_a_producer_must_know_is_noted() -> None:
    """Low level, clipping, noise and telephone rate each have a note with a number."""
    assert "-" in codes(recording(speech(10, level=0.01)))["TK002"]
    assert "samples are clipped" in codes(recording(np.clip(speech(10) * 8, -1, 1)))["TK003"]
    noisy = speech(10) + np.random.default_rng(3).normal(size=10 * RATE).astype(np.float32) * np.float32(0.04)
    assert "dB over the noise" in codes(recording(noisy))["TK004"]
    assert "8000 Hz" in codes(recording(speech(10, rate=8000), rate=8000))["TK005"]
    assert codes(recording(speech(10))) == {}


@pytest.mark.parametrize(
    ("samples", "message"),
    [
        (np.zeros((0, 1), np.float32), "holds no sound at all"),
        (np.zeros((RATE, 2), np.float32), "is silent"),
        (np.full((RATE, 1), 0.5, np.float32), "is silent"),
        (np.full((3, 1), 0.1, np.float32), "is silent"),
        (np.random.default_rng(3).normal(size=(RATE * 4, 1)).astype(np.float32) * 0.01, "only a steady noise"),
        (np.full((RATE, 1), np.nan, np.float32), "damaged"),
        (np.concatenate([room(2), speech(0.4), room(2)]).reshape(-1, 1), r"only 0\.\d s of speech"),
    ],
)
def test_a_recording_without_speech_is_refused(samples: Samples, message: str) -> None:
    """Empty, silent, constant, hissing, damaged and far too short recordings are a sentence that names the file."""
    with pytest.raises(VoiceError, match=message) as caught:
        prepared(Sound(samples=samples, rate=RATE, fingerprint="x"), "take.wav")
    assert caught.value.cause is Cause.MATERIAL
    assert caught.value.where is not None
    assert caught.value.where.file == "take.wav"


def test_a_take_for_a_role_without_lines_is_refused() -> None:
    """A recording of a role that never speaks is a usage error that names both."""
    with pytest.raises(VoiceError, match=r"take\.wav is a recording of GUEST") as caught:
        laid("guest", [("take.wav", recording(speech(3)))], ())
    assert caught.value.cause is Cause.USAGE


def test_real_recordings_keep_their_speech(samples: Path) -> None:
    """Real studio and volunteer recordings are heard to within a second of their ends and are not called noisy or silent."""
    for path in sorted((samples / "speech").glob("l*/*.wav")):
        original = sound_files.read(path)
        found = prepared(original, path.name)
        assert original.seconds - 0.8 <= (found.heard.end - found.heard.start) / HEARD_HZ <= original.seconds
        assert [note for note in found.notes if note.level != "info"] == [], path.name
