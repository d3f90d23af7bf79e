"""A soft bowed pad behind everything: two desks, one a little flat on the left, one a little sharp on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.signal import attack, harmonics, released, times

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

_RELEASE_S = 0.3
_APART_CENTS = 5.0


def left_strings(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One note of the left desk, mono."""
    return _desk(hz * 2 ** (-_APART_CENTS / 1200), seconds, velocity, 0.13 * seed)


def right_strings(hz: float, seconds: float, velocity: float, seed: int) -> Array:
    """One note of the right desk, mono."""
    return _desk(hz * 2 ** (_APART_CENTS / 1200), seconds, velocity, 0.13 * seed + 0.5)


def _desk(hz: float, seconds: float, velocity: float, turn: float) -> Array:
    t = times(seconds + 4 * _RELEASE_S)
    n = np.arange(1, max(2, int(min(9, 3600 / hz))) + 1)
    levels = 1.0 / n**1.5 * np.exp(-n * hz / 1500.0)
    vibrato = 0.0009 * hz / 5.1 * np.sin(2 * np.pi * (5.1 * t + turn)) * attack(t, 0.9)
    phase = 2 * np.pi * (hz * t + vibrato + turn)
    breath = 1.0 - 0.12 * np.cos(2 * np.pi * (0.31 * t + turn))
    tone = harmonics(phase, levels, np.ones_like(t)) * breath * attack(t, 0.55) * velocity
    return released(tone, t, seconds, _RELEASE_S)
