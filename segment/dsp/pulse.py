"""The beat of a piece of music, and how many beats make a bar: from how notes' beginnings and harmonies repeat.

The beat is the period at whose multiples the onsets agree best with themselves (a comb over their autocorrelation), with a
preference for what people tap to; the bar is the number of beats after which the whole spectrum is most like itself.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from segment.dsp.semitones import HOP_S

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

FASTEST_S: Final = 0.27
SLOWEST_S: Final = 1.2
"""Of a beat: 50 to 220 a minute."""
_TAPPED_S: Final = 0.5
_SPREAD: Final = 0.9
"""Octaves around what people tap to."""
_STEP_S: Final = 0.0005
_TEETH: Final = 8
_FINE_TEETH: Final = 48
_SURE: Final = 0.18
"""Agreement of the onsets with themselves from which on there is a beat; noise and free playing stay below 0.1."""
_BARS: Final = (4, 3, 2)
_FOUR_FIRST: Final = 0.02
"""So much more alike another bar must be than one of four."""


class Pulse(NamedTuple):
    """A steady beat."""

    beat_s: float
    first_s: float
    """A beat, the first of the piece."""
    beats_in_bar: int
    """1 where no bar stands out."""

    @property
    def bar_s(self) -> float:
        """Length of a bar."""
        return self.beat_s * self.beats_in_bar


def likeness(rows: F32 | F64) -> F64:
    """Mean agreement of (n,) or (n, bands) with itself at each lag, 1 at lag 0: (n,). Means are taken off first."""
    wide = rows.reshape(len(rows), -1).astype(np.float64)
    wide = wide - wide.mean(axis=0)
    size = 1 << (2 * len(wide) - 1).bit_length()
    spectrum = np.fft.rfft(wide, size, axis=0)
    sums = np.fft.irfft((np.abs(spectrum) ** 2).sum(axis=1), size)[: len(wide)]
    overlap = np.maximum(len(wide) - np.arange(len(wide)), 1)
    if sums[0] <= 0:
        return np.zeros(len(wide))
    alike: F64 = sums / overlap / (sums[0] / len(wide))
    return alike


def pulse(onset: F64, own: F64, alike: F64) -> Pulse | None:
    """The beat of a piece; None where there is none to rely on.

    ``onset``: strength of onsets per hop; ``own``: its :func:`likeness`; ``alike``: that of the semitones.
    """
    longest = (len(own) - 1) * HOP_S * 0.75
    if longest < 4 * SLOWEST_S:
        return None
    periods = np.arange(FASTEST_S, SLOWEST_S, _STEP_S)
    scores = _comb(own, periods, _TEETH, longest)
    tapped = np.exp(-0.5 * (np.log2(periods / _TAPPED_S) / _SPREAD) ** 2)
    best = int((scores * tapped).argmax())
    if scores[best] < _SURE:
        return None
    near = np.arange(periods[best] * 0.985, periods[best] * 1.015, _STEP_S / 10)
    beat = float(near[_comb(own, near, _FINE_TEETH, longest).argmax()])
    return Pulse(beat, _first(onset, beat), _bar(alike, beat, longest))


def _comb(own: F64, periods: F64, teeth: int, longest_s: float) -> F64:
    """Mean agreement at the multiples of each period that lie within ``longest_s``."""
    at = periods[:, None] * np.arange(1, teeth + 1)
    values = np.interp(at / HOP_S, np.arange(len(own)), own)
    inside = at <= longest_s
    mean: F64 = (values * inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1)
    return mean


def _first(onset: F64, beat_s: float) -> float:
    """The earliest beat: the phase at which most begins."""
    phases = np.arange(0.0, beat_s, HOP_S / 2)
    beats = phases[:, None] + beat_s * np.arange(int(len(onset) * HOP_S / beat_s))
    strength = np.interp(beats / HOP_S, np.arange(len(onset)), onset).sum(axis=1)
    return float(phases[int(strength.argmax())])


def _bar(alike: F64, beat_s: float, longest_s: float) -> int:
    scores = {}
    for beats in _BARS:
        at = beat_s * beats * np.arange(1, 9)
        at = at[at <= longest_s]
        scores[beats] = float(np.interp(at / HOP_S, np.arange(len(alike)), alike).mean()) if len(at) else 0.0
    single = float(np.interp(beat_s * np.array([1, 5, 7]) / HOP_S, np.arange(len(alike)), alike).mean())
    best = max(_BARS, key=lambda beats: scores[beats] + (_FOUR_FIRST if beats == 4 else 0.0))
    return best if scores[best] > single + _FOUR_FIRST else 1
