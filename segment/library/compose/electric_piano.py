"""An electric piano: a struck tine swings in front of a pickup, whose bent field makes the tone.

The pickup is off-centre, so a hard blow barks (even harmonics) and mellows as the swing dies away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import RATE, attack, released, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_RELEASE_S = 0.09
_OFFSET, _WIDTH = 0.32, 0.85
"""Pickup: distance of the tine's rest from the field's middle, and the field's width, in swings."""


def electric_piano(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One note, mono; ``seconds`` is how long the key is held."""
    t = times(seconds + 6 * _RELEASE_S)
    ring = 2.4 * (220.0 / hz) ** 0.5
    swing = (0.18 + 0.72 * velocity) * np.exp(-t / ring) * np.sin(2 * np.pi * hz * t)
    tine = 0.034 * velocity * np.exp(-t / 0.11) * np.sin(2 * np.pi * 7.11 * hz * t)
    if hz * 7.11 > 7000:
        tine *= 0.3
    where = (swing * attack(t, 0.004) + tine * attack(t, 0.002) - _OFFSET) / _WIDTH
    field = 1.0 / (1.0 + where * where)
    return released(np.gradient(field) * (RATE / (2 * np.pi * hz)), t, seconds, _RELEASE_S)
