"""A small drum kit played with brushes, and a shaker. What is called ``hz`` elsewhere has no meaning here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import attack, bell, high_pass, low_pass, noise, released, shaped, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array


def kick(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """A felt beater on a small bass drum."""
    t = times(0.4)
    phase = 2 * np.pi * (52.0 * t + 34.0 * 0.028 * (1.0 - np.exp(-t / 0.028)))
    felt = np.convolve(noise(t.size, seed), np.hanning(45) / 22, "same") * np.exp(-t / 0.006) * 0.25
    return released((np.sin(phase) * np.exp(-t / 0.11) + felt) * attack(t, 0.004) * velocity, t, 0.25, 0.04)


def tap(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """A brush struck on the snare drum, wires loose."""
    t = times(0.32)
    wires = shaped(noise(t.size, seed), lambda f: high_pass(f, 1100.0, 1.5) * low_pass(f, 6200.0, 1.5))
    skin = 0.25 * np.sin(2 * np.pi * 186.0 * t) * np.exp(-t / 0.045)
    fall = 0.7 * np.exp(-t / 0.028) + 0.3 * np.exp(-t / 0.09)
    return released((wires * fall + skin) * attack(t, 0.004) * velocity, t, 0.25, 0.03)


def sweep(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """A brush drawn round the snare drum for ``seconds``."""
    t = times(seconds)
    wires = shaped(
        noise(t.size, seed), lambda f: high_pass(f, 1500.0, 1.5) * low_pass(f, 5200.0, 1.5) * bell(f, 2600.0, 1.0, 4.0)
    )
    swing: Array = np.sin(np.pi * (t / seconds) ** 1.4) ** 2
    return wires * swing * velocity


def shaker(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One throw of a shaker: the seeds gather, then hit."""
    t = times(0.12)
    seeds = shaped(noise(t.size, seed), lambda f: high_pass(f, 4200.0, 2.0) * low_pass(f, 9500.0, 1.5))
    throw = 0.35 * np.exp(-(((t - 0.016) / 0.010) ** 2)) + np.exp(-(((t - 0.046) / 0.013) ** 2))
    return seeds * throw * velocity
