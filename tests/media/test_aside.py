"""Sounds laid aside: out of memory, and still what they were."""

from __future__ import annotations

import errno
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from segment.errors import Cause, MediaError
from segment.media import nameless
from segment.media.aside import Aside
from segment.model.sound import Sound

RATE = 22050


def noise(frames: int, channels: int = 1) -> Sound:
    """Noise that is another for each length."""
    samples = np.random.default_rng(frames).standard_normal((frames, channels)).astype(np.float32)
    return Sound(samples=samples, rate=RATE, fingerprint=f"{frames}")


@pytest.mark.parametrize("channels", [1, 2])
def test_a_sound_comes_back_as_it_was(tmp_path: Path, channels: int) -> None:
    """Its samples, shape and name are the same, also after the memory was given back, and nobody can write into them."""
    with Aside(tmp_path) as aside:
        for frames in (1, 63, 64, 65, RATE, 3 * RATE):
            sound = noise(frames, channels)
            laid = aside.lay(sound)
            aside.rest()
            assert laid == sound
            assert np.array_equal(laid.samples, sound.samples)
            assert not laid.samples.flags.writeable


def test_silence_of_no_length_needs_no_room(tmp_path: Path) -> None:
    """A line of which nothing is said is handed back."""
    with Aside(tmp_path) as aside:
        assert aside.lay(noise(0)).frames == 0


def test_more_than_a_stretch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sounds go on in the next stretch of the file, and one that is longer than a stretch has its own."""
    monkeypatch.setattr("segment.media.aside._STRETCH", 1 << 16)
    sounds = [noise(frames) for frames in (9000, 9001, 50_000, 7, 16_384, 1)]
    with Aside(tmp_path) as aside:
        laid = [aside.lay(sound) for sound in sounds]
        assert all(np.array_equal(a.samples, b.samples) for a, b in zip(laid, sounds, strict=True))


def test_several_threads_at_once(tmp_path: Path) -> None:
    """Lines that pass their chains side by side do not get into each other's room."""
    sounds = [noise(1000 + at) for at in range(200)]
    with Aside(tmp_path) as aside, ThreadPoolExecutor(8) as pool:
        laid = list(pool.map(aside.lay, sounds))
        assert all(np.array_equal(a.samples, b.samples) for a, b in zip(laid, sounds, strict=True))


def test_nothing_lies_in_the_folder(tmp_path: Path) -> None:
    """The file has no name, and arrays outlive the closing of it."""
    with Aside(tmp_path) as aside:
        laid = aside.lay(noise(RATE))
        assert list(tmp_path.iterdir()) == []
    assert np.array_equal(laid.samples, noise(RATE).samples)


def test_a_full_disk_is_an_error_and_not_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's refusal is told as one."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Aside(tmp_path) as aside:
        monkeypatch.setattr(nameless, "write_at", full)
        with pytest.raises(MediaError) as caught:
            aside.lay(noise(RATE))
    assert caught.value.cause is Cause.MACHINE


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It cannot be opened where there is no folder."""
    with pytest.raises(MediaError):
        Aside(tmp_path / "none")


@pytest.mark.parametrize("channels", [1, 2])
def test_a_sound_that_comes_in_blocks_is_one_sound(tmp_path: Path, channels: int) -> None:
    """Blocks of any length lie one behind the other, also after the memory was given back, beside sounds that came whole."""
    blocks = [noise(frames, channels).samples for frames in (1, 4000, 77)]
    with Aside(tmp_path) as aside:
        before = aside.lay(noise(50))
        laid = aside.lay_blocks(iter(blocks), RATE, "it", "it.wav")
        aside.rest()
        assert np.array_equal(laid.samples, np.concatenate(blocks))
        assert np.array_equal(aside.lay(noise(60)).samples, noise(60).samples)
        assert np.array_equal(before.samples, noise(50).samples)
        with pytest.raises(MediaError, match=r"it\.wav cannot be read as sound"):
            aside.lay_blocks(iter(()), RATE, "it", "it.wav")
