"""Surround sound in two channels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.media import sound
from segment.media.downmix import stereo


@pytest.mark.parametrize("name", ["six.wav", "six.flac"])
def test_surround_sound_is_heard_in_two_channels(tmp_path: Path, name: str) -> None:
    """Of 5.1, left and right stay, the centre is 3 dB down on both sides, the surrounds on their own, the LFE is left out."""
    samples = np.zeros((600, 6))
    for channel in range(6):
        samples[channel * 100 : (channel + 1) * 100, channel] = 0.5
    soundfile.write(tmp_path / name, samples, 48_000, subtype="PCM_24")
    read = sound.read(tmp_path / name)
    assert read.samples.shape == (600, 2)
    heard = read.samples[50::100]
    down = 0.5 * 2**-0.5
    assert heard == pytest.approx(np.array([(0.5, 0), (0, 0.5), (down, down), (0, 0), (down, 0), (0, down)]), abs=1e-4)


@pytest.mark.parametrize("channels", [1, 2])
def test_mono_and_stereo_stay_as_they_are(channels: int) -> None:
    """The very same array comes back."""
    samples = np.ones((10, channels), np.float32)
    assert stereo(samples) is samples


@pytest.mark.tools
def test_another_program_mixes_down_alike(tmp_path: Path, tool: object) -> None:
    """ffmpeg's own coefficients for 5.1, freed of its normalisation, give the same two channels."""
    rng = np.random.default_rng(4)
    samples = (0.05 * rng.standard_normal((4800, 6))).astype(np.float32)
    samples[:, 3] = 0.0
    soundfile.write(tmp_path / "six.wav", samples, 48_000, subtype="FLOAT")
    pan = "pan=stereo|c0=FL+0.70711*FC+0.70711*BL|c1=FR+0.70711*FC+0.70711*BR"
    tool("ffmpeg", "-v", "error", "-i", tmp_path / "six.wav", "-af", pan, "-c:a", "pcm_f32le", tmp_path / "two.wav")  # type: ignore[operator]
    theirs = soundfile.read(tmp_path / "two.wav", dtype="float32")[0]
    assert np.abs(theirs - sound.read(tmp_path / "six.wav").samples).max() < 1e-4
