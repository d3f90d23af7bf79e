"""What every instrument is made of: time, decay, harmonics, noise, and filters drawn as curves.

All arrays are float64; mono is (frames,), stereo is (frames, 2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RATE = 44_100
"""Hz; what the pieces are rendered at."""


def times(seconds: float) -> Array:
    """Sample times from 0 up to ``seconds``."""
    return np.arange(int(seconds * RATE), dtype=np.float64) / RATE


def attack(t: Array, seconds: float) -> Array:
    """A rise from nothing: half a cosine over ``seconds``, then 1. ``t`` ascends."""
    rise = np.ones_like(t)
    stop = int(np.searchsorted(t, seconds))
    rise[:stop] = 0.5 - 0.5 * np.cos(np.pi * np.maximum(t[:stop], 0.0) / seconds)
    return rise


def released(sound: Array, t: Array, held: float, seconds: float) -> Array:
    """``sound`` damped from ``held`` on, with time constant ``seconds``, and nothing left at its last sample."""
    damped = sound.copy()
    key_up = int(np.searchsorted(t, held))
    damped[key_up:] *= np.exp(-(t[key_up:] - held) / seconds)
    return damped * attack(t, min(0.02, t[-1] / 2))[::-1]


def harmonics(phase: Array, levels: Array, damping: Array) -> Array:
    """Harmonics 1, 2, 3 … of ``phase`` (radians) at ``levels``, each damped by ``damping`` once more than the one below it.

    With v(n) = dⁿ⁻¹ sin(nx), v(n+1) = 2 d cos(x) v(n) - d² v(n-1): three products a harmonic instead of a sine.
    """
    along, back = 2.0 * damping * np.cos(phase), damping * damping
    before, current, scratch = np.zeros_like(phase), np.sin(phase), np.empty_like(phase)
    total: Array = levels[0] * current
    for level in levels[1:]:
        np.multiply(along, current, out=scratch)
        before *= back
        scratch -= before
        before, current, scratch = current, scratch, before
        np.multiply(current, level, out=scratch)
        total += scratch
    return total


def noise(frames: int, seed: int) -> Array:
    """White noise in −1…1. From the generator's raw bits, which no numpy release may change."""
    raw = np.random.PCG64(seed).random_raw(frames)
    return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-52 - 1.0


def shaped(sound: Array, curve: Callable[[Array], Array]) -> Array:
    """``sound`` with the gain ``curve(Hz)`` at each frequency and no shift of phase; its length stays."""
    frames = sound.shape[0]
    padded = fft_size(frames + RATE // 10)
    spectrum = np.fft.rfft(sound, padded, axis=0)
    bins = np.arange(padded // 2 + 1, dtype=np.float64)
    gain = curve(bins * RATE / padded)
    filtered: Array = np.fft.irfft(spectrum * (gain if sound.ndim == 1 else gain[:, None]), padded, axis=0)
    return filtered[:frames]


def fft_size(frames: int) -> int:
    """The smallest of 4, 5 and 6 times a power of two that holds ``frames``: sizes with short transforms."""
    power = 1 << max(0, (frames - 1).bit_length() - 3)
    return next(power * n for n in (4, 5, 6, 8) if power * n >= frames)


def low_pass(f: Array, corner: float, order: float = 2.0) -> Array:
    """Gain 1 below ``corner`` Hz, 0.7 at it, falling 6·order dB an octave above."""
    return 1.0 / np.sqrt(1.0 + (f / corner) ** (2 * order))


def high_pass(f: Array, corner: float, order: float = 2.0) -> Array:
    """The mirror image of ``low_pass``; nothing at 0 Hz."""
    return low_pass(corner * corner / np.maximum(f, 1e-3), corner, order)


def bell(f: Array, centre: float, octaves: float, db: float) -> Array:
    """A rise or dip of ``db`` around ``centre`` Hz, ``octaves`` wide."""
    distance = np.log2(np.maximum(f, 1e-3) / centre) / octaves
    gain: Array = 10.0 ** (db / 20.0 * np.exp(-distance * distance * 2.77))
    return gain
