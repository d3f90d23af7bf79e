"""A vibraphone with soft mallets, its fans turning slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import attack, released, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_RELEASE_S = 0.25
_FAN_HZ, _FAN_DEPTH = 4.6, 0.22


def vibraphone(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One bar, mono; ``seconds`` is how long the pedal lets it ring."""
    t = times(seconds + 5 * _RELEASE_S)
    ring = 1.5 * (523.0 / hz) ** 0.5
    bar = np.sin(2 * np.pi * hz * t) * np.exp(-t / ring)
    bar += 0.16 * velocity * np.sin(2 * np.pi * 3.98 * hz * t) * np.exp(-t / (0.22 * ring))
    if hz < 700:
        bar += 0.05 * velocity * np.sin(2 * np.pi * 9.6 * hz * t) * np.exp(-t / (0.06 * ring))
    fans = 1.0 - _FAN_DEPTH * (0.5 - 0.5 * np.cos(2 * np.pi * (_FAN_HZ * t + 0.17 * seed)))
    return released(bar * fans * attack(t, 0.005) * (0.2 + 0.8 * velocity), t, seconds, _RELEASE_S)
