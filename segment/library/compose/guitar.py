"""A guitar with nylon strings, plucked with the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import attack, harmonics, noise, released, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_RELEASE_S = 0.07
_PLUCKED_AT = 0.21
"""Where on the string, as a part of its length from the bridge: harmonics with a node there are missing."""


def guitar(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One note, mono; ``seconds`` is how long the string may ring."""
    t = times(seconds + 6 * _RELEASE_S)
    ring = 0.95 * (330.0 / hz) ** 0.4
    n = np.arange(1, max(2, int(min(28, 10000 / hz))) + 1)
    finger = np.exp(-n * hz / (1800.0 + 3200.0 * velocity))
    levels = np.abs(np.sin(np.pi * n * _PLUCKED_AT)) / n**1.1 * finger
    levels /= np.sqrt(np.sum(levels**2))
    # The string is sharp by a hair while it swings wide.
    phase = 2 * np.pi * hz * (t + 0.0016 * velocity * 0.05 * (1.0 - np.exp(-t / 0.05)))
    upright = harmonics(phase, levels, np.exp(-0.55 * t / ring)) * np.exp(-t / ring)
    # Its swing along the top lasts longer, a little out of tune with the other.
    along = harmonics(phase * 1.0006, levels, np.exp(-0.8 * t / ring)) * np.exp(-t / (2.4 * ring))
    nail = noise(t.size, seed) * np.exp(-t / 0.004) * 0.08 * velocity
    tone = (0.78 * upright + 0.22 * along + np.convolve(nail, np.ones(5) / 5, "same")) * attack(t, 0.003)
    return released(tone * (0.25 + 0.75 * velocity), t, seconds, _RELEASE_S)
