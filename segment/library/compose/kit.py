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


def cymbal(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """A small crash cymbal touched with the brush: a wash, and a few of the plate's many tones."""
    t = times(2.6)
    wash = shaped(noise(t.size, seed), lambda f: high_pass(f, 2600.0, 1.5) * low_pass(f, 7800.0, 1.5))
    tones = sum(np.sin(2 * np.pi * tone * t + i) for i, tone in enumerate(_PLATE_HZ)) / len(_PLATE_HZ)
    fall = 0.6 * np.exp(-t / 0.16) + 0.4 * np.exp(-t / 0.75)
    return released((wash + 0.12 * tones) * fall * attack(t, 0.012) * velocity, t, 2.2, 0.15)


_PLATE_HZ = (1730.0, 2210.0, 2635.0, 3020.0, 3390.0, 4105.0, 4870.0, 5610.0)


def shaker(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One throw of a shaker: the seeds gather, then hit."""
    t = times(0.12)
    seeds = shaped(noise(t.size, seed), lambda f: high_pass(f, 4200.0, 2.0) * low_pass(f, 9500.0, 1.5))
    throw = 0.35 * np.exp(-(((t - 0.016) / 0.010) ** 2)) + np.exp(-(((t - 0.046) / 0.013) ** 2))
    return seeds * throw * velocity
