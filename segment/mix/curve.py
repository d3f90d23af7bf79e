"""Gain curves: straight lines in dB between corners, level before the first and after the last.

Positions are programme frames as float64, so that curves can be added and compared before they are rounded to frames once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from segment.model.timeline import Point
from segment.units import SILENCE_DB

F64 = NDArray[np.float64]

OFF_DB = -200.0
"""Silence while curves are added: low enough that no clear gain lifts it above :data:`segment.units.SILENCE_DB`."""
_STRAIGHT_DB = 1e-6
"""A corner this close to the line between its neighbours is no corner."""
_STEPS = 8
"""Straight pieces that stand for one smooth fade."""
_SHARES = (0.0, 1 / 64, 1 / 32, 1 / 16, *(i / _STEPS for i in range(1, _STEPS)), 15 / 16, 31 / 32, 63 / 64, 1.0)
"""Corners of a crossfade: closer at its ends, where a sound goes from nothing to something."""


class Curve(NamedTuple):
    """A gain curve; ``at`` ascends strictly and is never empty."""

    at: F64
    db: F64

    def value(self, at: F64) -> F64:
        """The gain in dB at each of ``at``."""
        return np.interp(at, self.at, self.db)


def line(*corners: tuple[float, float]) -> Curve:
    """A curve through ``(frame, dB)`` corners in ascending order."""
    return Curve(np.array([c[0] for c in corners], np.float64), np.array([c[1] for c in corners], np.float64))


FLAT = line((0.0, 0.0))


def swell(start: float, frames: float) -> Curve:
    """From nothing to full over ``frames``, as a raised cosine in amplitude: what an even push of a fader sounds like."""
    return _fade(start, frames, [math.sin(math.pi / 2 * i / _STEPS) ** 2 for i in range(_STEPS + 1)])


def sink(start: float, frames: float) -> Curve:
    """The mirror image of :func:`swell`."""
    return _fade(start, frames, [math.cos(math.pi / 2 * i / _STEPS) ** 2 for i in range(_STEPS + 1)])


def power_in(start: float, frames: float, alike: float = 0.0) -> Curve:
    """The rising half of a crossfade that keeps the power of two sounds whose correlation is ``alike``.

    Of two that have nothing in common (0) the powers add up; of the same sound twice (1) the amplitudes.
    """
    return _fade(start, frames, [_crossed(math.sin, share, alike) for share in _SHARES], _SHARES)


def power_out(start: float, frames: float, alike: float = 0.0) -> Curve:
    """The falling half."""
    return _fade(start, frames, [_crossed(math.cos, share, alike) for share in _SHARES], _SHARES)


def _crossed(half: Callable[[float], float], share: float, alike: float) -> float:
    angle = math.pi / 2 * share
    return max(half(angle), 0.0) / math.sqrt(1.0 + alike * math.sin(2 * angle))


def _fade(start: float, frames: float, amplitudes: list[float], shares: Sequence[float] = ()) -> Curve:
    steps = len(amplitudes) - 1
    shares = shares or [i / steps for i in range(steps + 1)]
    db = [OFF_DB if a < 1e-9 else 20 * math.log10(a) for a in amplitudes]
    return line(*((start + max(frames, 1.0) * share, db[i]) for i, share in enumerate(shares)))


def _distinct(at: F64) -> F64:
    """In order, each once. (numpy's own ``unique`` loads masked arrays the first time, for which a mix waits.)"""
    ordered = np.sort(at)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def total(*curves: Curve) -> Curve:
    """The curves one after another in the signal's way: their sum in dB."""
    at = _distinct(np.concatenate([c.at for c in curves]))
    return Curve(at, np.sum([c.value(at) for c in curves], axis=0))


def lowest(one: Curve, other: Curve) -> Curve:
    """At every frame the lower of two curves; where they cross there is a corner."""
    at = _distinct(np.concatenate((one.at, other.at)))
    apart = one.value(at) - other.value(at)
    crossing = np.flatnonzero(apart[:-1] * apart[1:] < 0)
    if len(crossing):
        share = apart[crossing] / (apart[crossing] - apart[crossing + 1])
        at = _distinct(np.concatenate((at, at[crossing] + share * (at[crossing + 1] - at[crossing]))))
    return Curve(at, np.minimum(one.value(at), other.value(at)))


def points(curve: Curve, start: int, end: int, clear_db: float) -> tuple[Point, ...]:
    """The part of a curve from ``start`` to ``end`` as corners at whole frames, ``clear_db`` added, silence where it is off."""
    inside = curve.at[(curve.at > start) & (curve.at < end)]
    at = _distinct(np.concatenate(([start], np.rint(inside), [max(end, start + 1)])))
    db = np.maximum(curve.value(at) + clear_db, SILENCE_DB)
    keep = [0]
    for i in range(1, len(at) - 1):
        last = keep[-1]
        straight = db[last] + (db[i + 1] - db[last]) * (at[i] - at[last]) / (at[i + 1] - at[last])
        if abs(straight - db[i]) > _STRAIGHT_DB:
            keep.append(i)
    keep.append(len(at) - 1)
    if np.ptp(db[keep]) <= _STRAIGHT_DB:
        keep = keep[:1]
    return tuple(Point(at=int(at[i]), db=round(float(db[i]), 4)) for i in keep)
