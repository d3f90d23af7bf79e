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


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize(("encoding", "subtype"), [(wav.S16, "PCM_16"), (wav.S24, "PCM_24"), (wav.F32, "FLOAT")])
@pytest.mark.parametrize("largest", [wav.LARGEST, 1000], ids=["RIFF", "RF64"])
def test_every_encoding_comes_back_to_the_bit(encoding, subtype: str, channels: int, largest: int, tmp_path: Path) -> None:
    """16 and 24 bits and float, mono and stereo, as RIFF or as RF64: libsndfile reads back exactly what was written."""
    pcm = made_up(9_001)
    sound = {"PCM_16": pcm, "PCM_24": pcm.astype(np.int32) * 250, "FLOAT": (pcm / np.float32(30000)).astype(np.float32)}[subtype]
    path = tmp_path / "a.wav"
    form = {"encoding": encoding, "channels": channels, "largest": largest}
    # Even: libsndfile does not step over an odd chunk that it does not know in an RF64 file.
    wav.write(path, lambda a, b: sound[a:b], 9_001, 48000, chunks=((b"test", b"even"),), **form)
    assert path.stat().st_size % 2 == 0
    info = soundfile.info(path)
    assert (info.subtype, info.channels, info.frames) == (subtype, channels, 9_001)
    assert info.format == ("WAV" if largest > 1000 else "RF64")
    read = soundfile.read(path, dtype={"PCM_16": "int16", "PCM_24": "int32", "FLOAT": "float32"}[subtype], always_2d=True)[0]
    assert np.array_equal(read >> 8 if subtype == "PCM_24" else read, sound[:, :channels])


@pytest.mark.tools
def test_over_four_gigabytes_it_is_rf64(tmp_path: Path, tool: Run) -> None:
    """Five hours at 48 kHz and 24 bits in a sparse file: libsndfile and ffprobe see all of its length."""
    frames = 5 * 3600 * 48000
    path = tmp_path / "long.wav"
    start = wav.head(frames, 48000, encoding=wav.S24)
    with path.open("wb") as file:
        file.write(start)
        file.truncate(len(start) + frames * 6)
    assert path.stat().st_size > 1 << 32
    assert (soundfile.info(path).format, soundfile.info(path).frames) == ("RF64", frames)
    seen = tool("ffprobe", "-v", "error", "-show_entries", "stream=duration_ts", "-of", "csv=p=0", str(path)).stdout
    assert seen.strip() == str(frames)


def test_a_chunk_is_amended_in_place(tmp_path: Path) -> None:
    """What was not known before the sound was written is put over its place, and nothing else changes."""
    pcm = made_up(100)
    path = tmp_path / "a.wav"
    wav.write(path, reader(pcm), 100, 48000, chunks=((b"odd ", b"123"), (b"test", b"0123456789")))
    before = path.read_bytes()
    wav.amend(path, b"test", 4, b"xyz")
    assert path.read_bytes() == before.replace(b"0123456789", b"0123xyz789")
    with pytest.raises(MediaError, match="no bext chunk"):
        wav.amend(path, b"bext", 0, b"1")
    with pytest.raises(MediaError, match="no test chunk"):
        wav.amend(path, b"test", 8, b"123")


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
