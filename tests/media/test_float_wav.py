"""Float WAV."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import Cause, MediaError
from segment.media import float_wav


@pytest.mark.parametrize("channels", [1, 2])
def test_another_reader_gets_the_same_samples(tmp_path: Path, channels: int) -> None:
    """libsndfile reads back every bit, also what is over full scale, and one channel on both sides where two are asked for."""
    blocks = [np.full((1000, 1), 1.7, np.float32), np.full((500, channels), -0.123456789, np.float32)]
    path = tmp_path / "stem.wav"
    float_wav.write(path, blocks, 1500, 44_100, channels)
    read, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert (rate, soundfile.info(path).subtype, read.shape) == (44_100, "FLOAT", (1500, channels))
    assert np.array_equal(read, np.concatenate([np.broadcast_to(block, (len(block), channels)) for block in blocks]))
    assert path.stat().st_size == 58 + 1500 * channels * 4


def test_what_the_format_cannot_hold_is_refused_before_it_is_written(tmp_path: Path) -> None:
    """Over 4 GB nothing is written, and the failure says so."""
    with pytest.raises(MediaError, match="4 GB") as caught:
        float_wav.write(tmp_path / "long.wav", [], 1 << 30, 48_000, 2)
    assert caught.value.cause is Cause.MATERIAL
    assert not (tmp_path / "long.wav").exists()


@pytest.mark.parametrize("channels", [1, 2])
def test_what_was_written_is_read_back_to_the_bit(tmp_path: Path, channels: int) -> None:
    """Ours come back as they were, read-only; a file that was cut off, and any other WAV, are refused with a sentence."""
    samples = np.random.default_rng(3).standard_normal((321, channels)).astype(np.float32)
    path = tmp_path / "line.wav"
    float_wav.write(path, [samples], 321, 22_050, channels)
    read, rate = float_wav.read(path)
    assert (rate, np.array_equal(read, samples), read.flags.writeable) == (22_050, True, False)
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(MediaError, match="breaks off"):
        float_wav.read(path)
    soundfile.write(path, samples, 22_050, subtype="PCM_16")
    with pytest.raises(MediaError, match="no float WAV of ours"):
        float_wav.read(path)
