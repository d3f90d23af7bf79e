"""WAV from a pipe, whose header does not know its length."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import MediaError
from segment.media import private, sound, streamed


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    """A WAV file of half a second."""
    path = tmp_path / "x.wav"
    soundfile.write(path, np.sin(np.arange(8000) * 0.1) * 0.3, 16000, subtype="PCM_16")
    return path


@pytest.mark.parametrize("size", [0, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FFF0000, 0xFFFFFFFF - 36])
def test_an_unknown_length_is_what_is_there(wav: Path, size: int) -> None:
    """Whatever stands for "unknown", all samples are read, and nothing else of the file changes."""
    whole = wav.read_bytes()
    at = whole.index(b"data") + 4
    wav.write_bytes(whole[:4] + struct.pack("<I", size) + whole[8:at] + struct.pack("<I", size) + whole[at + 4 :])
    streamed.mend(wav)
    assert wav.read_bytes() == whole
    assert sound.read(wav).frames == 8000


def test_other_files_stay_as_they_are(wav: Path, tmp_path: Path) -> None:
    """A header that is right, one that is cut off, and what is no WAV are not touched; a file cut off is still refused."""
    whole = wav.read_bytes()
    for content in (whole, whole[:2000], b"RIFF", b"RIFF\0\0\0\0WAVEfmt ", b"fLaC", b"", b"<html>"):
        path = tmp_path / "y"
        path.write_bytes(content)
        streamed.mend(path)
        assert path.read_bytes() == content
    wav.write_bytes(whole[:2000])
    with pytest.raises(MediaError, match="breaks off"):
        sound.read(wav)


@pytest.mark.parametrize("suffix", ["wav", "flac", "mp3"])
def test_a_sound_longer_than_allowed_is_refused_before_it_fills_the_memory(tmp_path: Path, suffix: str) -> None:
    """A limit in seconds holds for every kind of file."""
    path = tmp_path / f"long.{suffix}"
    soundfile.write(path, np.zeros(16000 * 20), 16000)
    assert sound.read(path, longest_s=21).rate == 16000
    with pytest.raises(MediaError, match="longer than :10"):
        sound.read(path, longest_s=10)


def test_a_private_folder_is_private_and_goes_away() -> None:
    """Nobody else may look into it, and it is removed with its content, also after a failure."""
    seen: list[Path] = []

    def fails() -> None:
        with private.private_folder() as folder:
            seen.append(folder)
            assert folder.stat().st_mode & 0o077 == 0
            private.fill(folder / "a", b"b")
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fails()
    assert not seen[0].exists()
