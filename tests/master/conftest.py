"""A spool in memory, and programmes to master."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

RATE = 44100


class MemorySpool:
    """Keeps blocks in memory; counts the frames that were read back."""

    def __init__(self) -> None:
        self._blocks: list[NDArray[np.float32]] = []
        self.frames_read = 0

    def append(self, block: NDArray[np.float32], /) -> None:
        self._blocks.append(np.broadcast_to(block, (len(block), 2)))

    def read(self, start: int, stop: int, /) -> NDArray[np.float32]:
        self.frames_read += stop - start
        if len(self._blocks) > 1:
            self._blocks = [np.concatenate(self._blocks)]
        return self._blocks[0][start:stop].copy()


@pytest.fixture
def spool() -> MemorySpool:
    """An empty spool."""
    return MemorySpool()


@pytest.fixture(scope="session")
def cut() -> Callable[..., Iterator[NDArray[np.float32]]]:
    """``cut(sound, frames)``: the sound as blocks."""

    def blocks(sound: NDArray[np.float32], frames: int = 30_000) -> Iterator[NDArray[np.float32]]:
        return (sound[at : at + frames] for at in range(0, len(sound), frames))

    return blocks


@pytest.fixture(scope="session")
def talk() -> NDArray[np.float32]:
    """24 s at 44.1 kHz like a voice between two beds: syllables, a dozen plosives 5 dB too high, stereo chords at both ends."""
    rng = np.random.default_rng(12)
    frames = 24 * RATE
    t = np.arange(frames) / RATE
    syllables = np.repeat(rng.uniform(0.05, 1, 24 * 5) ** 2, RATE // 5)
    pitch = 2 * np.pi * np.cumsum(np.repeat(rng.uniform(90, 150, 24), RATE)) / RATE
    voice = sum(np.cos(n * pitch + 0.1 * n * n) / n**0.8 for n in range(1, 30)) * syllables
    voice[(t < 4) | (t > 20)] = 0
    chord = np.stack([sum(np.sin(2 * np.pi * hz * t + ear) for hz in (220, 277, 330, 1760)) for ear in (0, 1)], axis=1)
    bed = chord * np.interp(t, [0, 4, 5, 19, 20, 24], [1, 1, 0.1, 0.1, 1, 1])[:, None]
    sound = voice[:, None] * 0.04 + bed * 0.03
    plosive = 0.4 * np.hanning(200) * np.sin(2 * np.pi * 700 * t[:200])
    for at in rng.integers(5 * RATE, 20 * RATE, 12):
        sound[at : at + 200] += plosive[:, None]
    return sound.astype(np.float32)
