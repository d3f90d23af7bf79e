"""The filters of a clean-up: what takes out rumble, and what takes out the mains."""

from __future__ import annotations

from typing import Final

from segment.dsp.biquad import Section, high_pass
from segment.dsp.hum import Line, notches
from segment.model.cleaning import Notch

_QS: Final = (0.5412, 1.3066)
"""Of the two halves of a fourth-order Butterworth filter."""


def high_passes(hz: float, rate: int) -> tuple[Section, ...]:
    """24 dB an octave below ``hz``."""
    return tuple(high_pass(hz, rate, q) for q in _QS)


def mains_notches(lines: tuple[Notch, ...], rate: int) -> tuple[Section, ...]:
    """One section for each line that the rate can hold."""
    return notches(tuple(Line(hz=line.hz, dbfs=line.dbfs) for line in lines), rate)
