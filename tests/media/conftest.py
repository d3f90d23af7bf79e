"""Made-up sound: something between speech and music, with pauses, at any length."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import numpy as np
import pytest
from numpy.typing import NDArray

from segment.media.pcm import ReadPCM
from segment.model.sound import Sound

PCM = NDArray[np.int16]
Run = Callable[..., subprocess.CompletedProcess[str]]


def made_up(frames: int, rate: int = 44100, seed: int = 1) -> PCM:
    """Syllables of filtered noise over a slow chord, left and right not the same, dithered; int16 (frames, 2)."""
    random = np.random.default_rng(seed)
    time = np.arange(frames) / rate
    noise = random.normal(size=frames + 8)
    dull = np.convolve(noise, np.ones(9) / 3, mode="valid")
    syllables = np.maximum(0, np.sin(2 * np.pi * 3.7 * time)) * (np.sin(2 * np.pi * 0.31 * time) > -0.5)
    chord = sum(np.sin(2 * np.pi * f * time + f) for f in (220.0, 277.2, 329.6, 1318.5)) / 4
    voice = 0.16 * dull * syllables
    left = voice + 0.1 * chord
    right = voice + 0.08 * np.roll(chord, 90)
    dither = (random.random((frames, 2)) - random.random((frames, 2))) / 32768
    return np.rint(np.clip(np.stack([left, right], axis=1) + dither, -1, 0.9999) * 32767).astype(np.int16)


def reader(pcm: PCM) -> ReadPCM:
    """What reads stretches of ``pcm``."""

    def read(start: int, stop: int) -> PCM:
        assert 0 <= start <= stop <= len(pcm), "only what is there may be asked for"
        return pcm[start:stop]

    return read


@pytest.fixture
def quantised() -> Sound:
    """Half a second of stereo, quantised to 16 bits, read-only."""
    samples = (made_up(22050) / np.float32(32768)).astype(np.float32)
    samples.setflags(write=False)
    return Sound(samples=samples, rate=44100, fingerprint="made up")


@pytest.fixture
def full_disk() -> Callable[[], AbstractContextManager[None]]:
    """While the context it makes lasts, no file may grow over 4096 bytes, as on a disk that is nearly full.

    It must end within the test: pytest itself writes when a test is over.
    """
    resource = pytest.importorskip("resource")

    @contextmanager
    def full() -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return full
