"""Noise, hum or a tone where words should be: what holds its level and its colour for half a second is no speech."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.voice.gate.heard import Moments

WINDOW: Final = 25
"""Moments: half a second. Held vowels and long hisses last a third."""
STEADY_DB: Final = 2.0
"""Wandering of level and colour together, as standard deviations: tone, hum and white noise 0 to 0.4, pink noise 1.5 to 2.6,
the steadiest half second of speech 2.5 and more."""
DOUBTFUL_DB: Final = 2.9
NOISY: Final = "there may be a noise where words should be"
"""The doubt about what is nearly steady."""
LOUD: Final = 0.003
"""−25 dB under the loud syllables; softer noise is a room."""


def steadiest(moments: Moments) -> float:
    """Wandering in dB of the steadiest loud half second; infinite where there is none."""
    if moments.power.size < WINDOW:
        return float("inf")
    power = np.maximum(moments.power, 1e-9)
    level = 10 * np.log10(power)
    colour = 10 * np.log10(moments.slope / power + 1e-4)
    wandering = np.sqrt(_variance(level) + _variance(colour))
    # Loud throughout: no moment in the window is soft.
    soft = np.concatenate([[0], np.cumsum(moments.power < LOUD)])
    wandering[soft[WINDOW:] > soft[:-WINDOW]] = np.inf
    return float(wandering.min())


def _variance(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Of each window."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    squares = np.concatenate([[0.0], np.cumsum(np.square(values), dtype=np.float64)])
    mean = (sums[WINDOW:] - sums[:-WINDOW]) / WINDOW
    variance: NDArray[np.float64] = (squares[WINDOW:] - squares[:-WINDOW]) / WINDOW - np.square(mean)
    return np.maximum(variance, 0.0)
