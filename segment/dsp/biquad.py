"""Second-order sections and the designs that make them (R. Bristow-Johnson, *Audio EQ Cookbook*, bilinear transform).

A section is only a set of coefficients; :mod:`segment.dsp.cascade` runs a row of them over sound.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from typing import NamedTuple

BUTTERWORTH_Q = math.sqrt(0.5)
"""Q of a second-order Butterworth filter: maximally flat, −3 dB at the corner."""


class Section(NamedTuple):
    """``(b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²)``."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float


def high_pass(hz: float, rate: float, q: float = BUTTERWORTH_Q) -> Section:
    """12 dB an octave below ``hz``."""
    cos, alpha = _corner(hz, rate, q)
    return _normal((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha)


def low_pass(hz: float, rate: float, q: float = BUTTERWORTH_Q) -> Section:
    """12 dB an octave above ``hz``."""
    cos, alpha = _corner(hz, rate, q)
    return _normal((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha)


def band_pass(hz: float, rate: float, q: float) -> Section:
    """0 dB at ``hz``, falling on both sides; the bandwidth is ``hz / q``."""
    cos, alpha = _corner(hz, rate, q)
    return _normal(alpha, 0.0, -alpha, 1 + alpha, -2 * cos, 1 - alpha)


def notch(hz: float, rate: float, q: float) -> Section:
    """Nothing at ``hz``, everything else; the bandwidth is ``hz / q``."""
    cos, alpha = _corner(hz, rate, q)
    return _normal(1.0, -2 * cos, 1.0, 1 + alpha, -2 * cos, 1 - alpha)


def peaking(hz: float, rate: float, gain_db: float, q: float) -> Section:
    """``gain_db`` at ``hz``, 0 dB far from it."""
    cos, alpha = _corner(hz, rate, q)
    a = 10 ** (gain_db / 40)
    return _normal(1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a)


def low_shelf(hz: float, rate: float, gain_db: float, q: float = BUTTERWORTH_Q) -> Section:
    """``gain_db`` below ``hz``, 0 dB above; half of it (in dB) at ``hz``."""
    cos, alpha = _corner(hz, rate, q)
    a = 10 ** (gain_db / 40)
    bend = 2 * math.sqrt(a) * alpha
    return _normal(
        a * ((a + 1) - (a - 1) * cos + bend),
        2 * a * ((a - 1) - (a + 1) * cos),
        a * ((a + 1) - (a - 1) * cos - bend),
        (a + 1) + (a - 1) * cos + bend,
        -2 * ((a - 1) + (a + 1) * cos),
        (a + 1) + (a - 1) * cos - bend,
    )


def high_shelf(hz: float, rate: float, gain_db: float, q: float = BUTTERWORTH_Q) -> Section:
    """``gain_db`` above ``hz``, 0 dB below; half of it (in dB) at ``hz``."""
    cos, alpha = _corner(hz, rate, q)
    a = 10 ** (gain_db / 40)
    bend = 2 * math.sqrt(a) * alpha
    return _normal(
        a * ((a + 1) + (a - 1) * cos + bend),
        -2 * a * ((a - 1) + (a + 1) * cos),
        a * ((a + 1) + (a - 1) * cos - bend),
        (a + 1) - (a - 1) * cos + bend,
        2 * ((a - 1) - (a + 1) * cos),
        (a + 1) - (a - 1) * cos - bend,
    )


def response_db(sections: Sequence[Section], hz: float, rate: float) -> float:
    """Gain of a row of sections at ``hz``, in dB."""
    z = cmath.exp(-2j * math.pi * hz / rate)
    gain = 1.0
    for b0, b1, b2, a1, a2 in sections:
        gain *= abs((b0 + b1 * z + b2 * z * z) / (1 + a1 * z + a2 * z * z))
    return 20 * math.log10(max(gain, 1e-30))


def _corner(hz: float, rate: float, q: float) -> tuple[float, float]:
    """Cosine of the corner's angle, and the cookbook's alpha. Raises ValueError outside 0 … rate/2."""
    if not 0 < hz < rate / 2:
        raise ValueError(f"a corner of {hz:g} Hz does not fit a sample rate of {rate:g} Hz")
    angle = 2 * math.pi * hz / rate
    return math.cos(angle), math.sin(angle) / (2 * q)


def _normal(b0: float, b1: float, b2: float, a0: float, a1: float, a2: float) -> Section:
    return Section(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0)
