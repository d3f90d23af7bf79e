"""Noise, hum or a tone where words should be: what holds its level and its colour for half a second is no speech."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.voice.gate.heard import Moments
from segment.voice.gate.limits import Alone

WINDOW, SHORT = 25, 15
"""Moments: half a second, and what is left of that in a short sentence. Held vowels and long hisses last a third of a second."""
LOUD: Final = 0.003
"""−25 dB under the loud syllables; softer noise is a room."""


def wandering(moments: Moments) -> tuple[float, float]:
    """Of level and colour together, in dB: of the steadiest half second that is loud throughout, and of the steadiest 0.3 s.

    Infinite where there is none.
    """
    power = np.maximum(moments.power, np.float32(1e-9))
    level = 10 * np.log10(power)
    colour = 10 * np.log10(moments.slope / power + np.float32(1e-4))
    soft = np.concatenate([[0], np.cumsum(moments.power < LOUD)])
    sums = np.cumsum(
        np.pad(np.stack([level, colour, np.square(level) + np.square(colour)]), ((0, 0), (1, 0))), axis=1, dtype=np.float64
    )
    return _steadiest(sums, soft, WINDOW), _steadiest(sums, soft, SHORT)


def noise(wandered: tuple[float, float], bounds: Alone) -> str:
    """What is wrong, as the end of a sentence about the line; empty when nothing is."""
    long, short = wandered
    return "there is a steady noise where words should be" if long < bounds.steady_db or short < bounds.steady_short_db else ""


def _steadiest(sums: NDArray[np.float64], soft: NDArray[np.intp], window: int) -> float:
    if sums.shape[1] <= window:
        return float("inf")
    level, colour, squares = (sums[:, window:] - sums[:, :-window]) / window
    spread = squares - np.square(level) - np.square(colour)
    spread[soft[window:] > soft[:-window]] = np.inf
    return float(np.sqrt(max(float(spread.min()), 0.0)))
