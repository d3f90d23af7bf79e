"""Noise, hum or a tone where words should be: what holds its level and its colour for half a second is no speech."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.voice.gate.heard import Moments

F32 = NDArray[np.float32]

WINDOW, SHORT = 25, 15
"""Moments: half a second, and what is left of that in a short sentence. Held vowels and long hisses last a third of a second."""
STEADY_DB: Final = 2.0
"""Wandering of level and colour together in half a second, as standard deviations: tone, hum and white noise 0 to 0.4, pink
noise 1.5 to 2.6, the steadiest speech 2.5 and more."""
STEADY_SHORT_DB: Final = 0.45
"""The same for the short window: pink noise cannot be told from speech there."""
DOUBTFUL_DB: Final = 2.9
NOISY: Final = "there is a noise where words should be"
"""The doubt about what is nearly steady."""
LOUD: Final = 0.003
"""−25 dB under the loud syllables; softer noise is a room."""


def noise(moments: Moments) -> str:
    """What is wrong, as the end of a sentence about the line; empty when nothing is."""
    power = np.maximum(moments.power, 1e-9)
    level = 10 * np.log10(power)
    colour = 10 * np.log10(moments.slope / power + 1e-4)
    soft = moments.power < LOUD
    steadiest = _wandering(level, colour, soft, WINDOW)
    if steadiest < STEADY_DB or _wandering(level, colour, soft, SHORT) < STEADY_SHORT_DB:
        return "there is a steady noise where words should be"
    return NOISY if steadiest < DOUBTFUL_DB else ""


def _wandering(level: F32, colour: F32, soft: NDArray[np.bool_], window: int) -> float:
    """Of the steadiest window that is loud throughout, in dB; infinite where there is none."""
    if level.size < window:
        return float("inf")
    spread = np.sqrt(_variance(level, window) + _variance(colour, window))
    count = np.concatenate([[0], np.cumsum(soft)])
    spread[count[window:] > count[:-window]] = np.inf
    return float(spread.min())


def _variance(values: F32, window: int) -> NDArray[np.float64]:
    """Of each window."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    squares = np.concatenate([[0.0], np.cumsum(np.square(values), dtype=np.float64)])
    mean = (sums[window:] - sums[:-window]) / window
    variance: NDArray[np.float64] = (squares[window:] - squares[:-window]) / window - np.square(mean)
    return np.maximum(variance, 0.0)
