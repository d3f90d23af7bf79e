"""An upright bass, plucked: round, with a little wood at the front of the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import attack, harmonics, noise, released, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_RELEASE_S = 0.05


def bass(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One note, mono."""
    t = times(seconds + 6 * _RELEASE_S)
    ring = 1.1 * (82.0 / hz) ** 0.3
    n = np.arange(1, 15)
    levels = np.array([0.74, 0.82, 0.55, 0.30, 0.22, 0.14, 0.11, 0.08, 0.06, 0.045, 0.03, 0.02, 0.014, 0.01])
    levels = levels * np.exp(-n * hz * (1.15 - velocity) / 700.0)
    # The finger pulls the string: it comes down to its pitch.
    phase = 2 * np.pi * hz * (t + 0.006 * 0.035 * (1.0 - np.exp(-t / 0.035)))
    tone = harmonics(phase, levels, np.exp(-0.35 * t / ring)) * np.exp(-t / ring)
    wood = np.convolve(noise(t.size, seed), np.hanning(61) / 30, "same") * np.exp(-t / 0.012) * 0.12 * velocity
    return released((0.8 * tone + wood) * attack(t, 0.008) * (0.3 + 0.7 * velocity), t, seconds, _RELEASE_S)
