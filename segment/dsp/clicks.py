"""Clicks of a converter, a cable or a cut: a few samples that stand far out of all that is near them.

A voice has sharp moments too, each pulse of the glottis is one; but those come in rows, and a burst of a consonant is followed
by its breath. A click stands alone, the more so when what the voice leads one to expect is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.filling import filled
from segment.dsp.predictor import predictor, unexpected
from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Place = tuple[int, int]
"""First frame and one past the last."""

LONGEST_S: Final = 0.002
_POOL_S: Final = 0.001
_AROUND_S: Final = 0.025
"""So far to each side nothing of the like may stand."""
_BESIDE_S: Final = 0.002
"""What lies nearer belongs to the click."""
_SUSPECT: Final = 1.8
"""Times the sharpest moment that is near: worth a closer look."""
_STANDS_OUT: Final = 6.0
"""Times the least expected moment that is near (16 dB)."""
_BELONGS: Final = 1.3
"""Times that moment: still of the click."""
_SHARPEST: Final = 0.002
"""Of full scale: what is less sharp is not heard."""
_TAIL_S: Final = 0.012
_RISES: Final = 2.0
"""Times as much as before it that may sound in the moment after it."""
_EDGED: Final = 0.3
"""Of what it spoils, how sharp it is: a single pulse of a creaking voice is rounder."""
_HEARD: Final = 0.03
"""Of the most that it spoils."""
_EDGE: Final = 2
"""Samples on each side that a click may have touched."""
_ORDER_PER_KHZ: Final = 1.0
_PIECE_S: Final = 20.0


def clicks(samples: F32, rate: int) -> tuple[Place, ...]:
    """The clicks in mono ``samples`` (frames,), in order, not overlapping."""
    found: list[Place] = []
    for top in _suspects(samples, rate):
        place = _alone(samples, top, rate)
        if place and (not found or place[0] >= found[-1][1]):
            found.append(place)
    return tuple(found)


def _suspects(samples: F32, rate: int) -> Iterator[int]:
    """Frames that are sharper than what is near them."""
    pool = max(round(_POOL_S * rate), 1)
    around, beside = round(_AROUND_S / _POOL_S), round(_BESIDE_S / _POOL_S)
    piece, context = round(_PIECE_S / _POOL_S) * pool, (around + beside) * pool
    for at in range(0, samples.size, piece):
        low = max(at - context, 0)
        sharp = _sharpness(samples[low : at + piece + context])
        whole = sharp.size // pool
        if whole < 2 * around:
            continue
        tops = sharp[: whole * pool].reshape(whole, pool).max(axis=1)
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(tops, around), around - beside + 1).max(axis=1)
        # Of each pool: the sharpest of those before it, and of those after it, its own neighbours left out.
        near = np.maximum(windows[:whole], windows[around + beside : around + beside + whole])
        for a, b in runs((tops > _SUSPECT * near) & (tops > _SHARPEST)).tolist():
            middle = (a + int(tops[a:b].argmax())) * pool
            top = low + middle + int(sharp[middle : middle + pool].argmax())
            if at <= top < at + piece:
                yield top


def _sharpness(part: F32) -> F32:
    """How far each sample lies off the line through its neighbours: (frames,)."""
    out = np.zeros_like(part)
    out[1:-1] = np.abs(part[1:-1] - np.float32(0.5) * (part[:-2] + part[2:]))
    return out


def _alone(samples: F32, top: int, rate: int) -> Place | None:
    """The click about the frame ``top``; None where it is the voice's own."""
    order = round(_ORDER_PER_KHZ * rate / 1000) + 4
    reach, beside = round(_AROUND_S * rate), round(_BESIDE_S * rate)
    low = max(top - reach - order, 0)
    part = samples[low : top + reach].astype(np.float64)
    centre = top - low
    if part.size < 4 * order or not part.any():
        return None
    # The click itself must not teach the predictor what to expect.
    taught = part.copy()
    taught[max(centre - beside // 2, 0) : centre + beside // 2] = 0.0
    surprise = np.abs(unexpected(part, predictor(taught, order)))
    near = max(surprise[: max(centre - beside, 0)].max(initial=0.0), surprise[centre + beside :].max(initial=0.0))
    core = surprise[max(centre - beside, 0) : centre + beside]
    if core.max() <= _STANDS_OUT * max(near, 1e-6):
        return None
    over = np.flatnonzero(core > _BELONGS * near) + max(centre - beside, 0)
    if _goes_on(surprise, int(over[0]), int(over[-1]) + 1, rate):
        return None
    first, stop = max(low + int(over[0]) - _EDGE, 0), min(low + int(over[-1]) + 1 + _EDGE, samples.size)
    return _trimmed(samples, first, stop, top, _BELONGS * near, rate)


def _goes_on(surprise: F64, first: int, stop: int, rate: int) -> bool:
    """Whether more sounds after it than before: then it is the burst of a consonant."""
    beside, window = round(_BESIDE_S / 4 * rate), round(_TAIL_S * rate)
    after = surprise[stop + beside : stop + beside + window]
    before = surprise[max(first - beside - window, 0) : max(first - beside, 0)]
    return bool(after.size and before.size and np.mean(after**2) > _RISES**2 * np.mean(before**2))


def _trimmed(samples: F32, first: int, stop: int, top: int, near: float, rate: int) -> Place | None:
    """Less what the predictor had not expected only because of what was before it."""
    spoilt = np.abs(samples[first:stop] - filled(samples, first, stop))
    sharp = _sharpness(samples[top - 1 : top + 2])[1]
    if sharp < _EDGED * spoilt.max():
        return None
    ends = first + int(np.flatnonzero(spoilt > max(near, _HEARD * spoilt.max()))[-1]) + 1 + _EDGE
    return (first, min(ends, stop)) if ends - first <= LONGEST_S * rate + 2 * _EDGE else None
