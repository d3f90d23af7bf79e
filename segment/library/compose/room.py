"""The room: a short wooden hall, as an impulse response made from shaped noise, different at each ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import RATE, attack, fft_size, high_pass, low_pass, noise, shaped, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_LENGTH_S = 1.9
_BEFORE_LATE_S = 0.026
_BANDS = ((120.0, 700.0, 1.25), (700.0, 2500.0, 1.05), (2500.0, 6500.0, 0.65))
"""(from Hz, to Hz, seconds to fall by 60 dB)."""
_WALLS = (((0.0113, 0.50), (0.0197, 0.38), (0.0311, 0.26)), ((0.0131, 0.48), (0.0223, 0.36), (0.0287, 0.28)))
"""First reflections at the left and right ear: (seconds, level)."""


def reverberated(sound: Array) -> Array:
    """The room's answer alone to a stereo ``sound``, for as long as the sound lasts."""
    answer = impulse_response()
    size = fft_size(sound.shape[0] + answer.shape[0])
    wet = np.fft.irfft(np.fft.rfft(sound, size, axis=0) * np.fft.rfft(answer, size, axis=0), size, axis=0)
    return wet[: sound.shape[0]]


def impulse_response() -> Array:
    """(frames, 2), energy 1 at each ear."""
    t = times(_LENGTH_S)
    late = np.maximum(t - _BEFORE_LATE_S, 0.0)
    ears = []
    for ear, walls in enumerate(_WALLS):
        answer = np.zeros_like(t)
        for band, (low, high, fall) in enumerate(_BANDS):
            answer += _grain(t.size, low, high, 900 + 10 * ear + band) * np.exp(-6.91 * late / fall) * attack(late, 0.012)
        answer /= np.sqrt(np.sum(answer**2))
        for seconds, level in walls:
            answer[int(seconds * RATE)] += level * 0.5
        ears.append(shaped(answer, lambda f: high_pass(f, 160.0, 1.0) * low_pass(f, 5200.0, 1.0)))
    both = np.stack(ears, axis=1)
    even: Array = both / np.sqrt(np.sum(both**2, axis=0))
    return even


def _grain(frames: int, low: float, high: float, seed: int) -> Array:
    """Noise between two frequencies."""
    return shaped(noise(frames, seed), lambda f: high_pass(f, low, 1.5) * low_pass(f, high, 1.5))
