"""16-bit stereo WAV."""

from __future__ import annotations

import struct
import wave
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import Cause, MediaError
from segment.media import wav
from tests.media.conftest import Run, made_up, reader

FullDisk = Callable[[], AbstractContextManager[None]]


def test_the_standard_library_reads_it_back_exactly(tmp_path: Path) -> None:
    """Python's own wave module finds the rate, the form and every sample."""
    pcm = made_up(150_001, 48000)
    wav.write(tmp_path / "a.wav", reader(pcm), len(pcm), 48000)
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getparams()[:4] == (2, 2, 48000, 150_001)
        assert file.readframes(150_001) == pcm.tobytes()


def test_chunks_stand_before_the_sound(tmp_path: Path) -> None:
    """Further chunks come between format and data, odd ones padded, and sizes still add up."""
    pcm = made_up(10)
    path = tmp_path / "a.wav"
    wav.write(path, reader(pcm), 10, 44100, chunks=((b"test", b"odd"), (b"more", b"even")))
    data = path.read_bytes()
    assert struct.unpack("<4sI4s", data[:12]) == (b"RIFF", len(data) - 8, b"WAVE")
    assert data[36:60] == b"test\3\0\0\0odd\0more\4\0\0\0even"
    assert data[60:68] == b"data" + struct.pack("<I", 40)
    assert np.array_equal(soundfile.read(path, dtype="int16")[0], pcm)


def test_over_four_gigabytes_is_refused_before_a_byte_is_written(tmp_path: Path) -> None:
    """A programme that a WAV cannot hold is said so at once."""
    with pytest.raises(MediaError, match="4 GB") as caught:
        wav.write(tmp_path / "a.wav", reader(made_up(1)), 1 << 30, 48000)
    assert caught.value.cause is Cause.MATERIAL
    assert not (tmp_path / "a.wav").exists()


def test_a_full_disk_is_the_machines_fault(full_disk: FullDisk, tmp_path: Path) -> None:
    """No room on the disk is a sentence."""
    with pytest.raises(MediaError, match="the disk is full") as caught, full_disk():
        wav.write(tmp_path / "a.wav", reader(made_up(5000)), 5000, 48000)
    assert caught.value.cause is Cause.MACHINE


@pytest.mark.tools
def test_outside_readers_agree(tmp_path: Path, tool: Run) -> None:
    """sndfile-info and ffprobe see the rate, the channels and the length, and have nothing to complain about."""
    wav.write(tmp_path / "a.wav", reader(made_up(48000)), 48000, 48000)
    seen = tool("sndfile-info", tmp_path / "a.wav").stdout
    assert "Frames      : 48000" in seen
    assert "should be" not in seen
    form = tool(
        "ffprobe", "-v", "warning", "-show_entries", "stream=codec_name,sample_rate,channels,duration_ts", tmp_path / "a.wav"
    )
    assert form.stderr == ""
    assert set(form.stdout.split()) >= {"codec_name=pcm_s16le", "sample_rate=48000", "channels=2", "duration_ts=48000"}
