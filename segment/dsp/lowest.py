"""What lies below a voice, in phase with the whole: pops of breath on a microphone, and how far they are eased.

The part is made at a kilohertz, by a filter of ±25 ms that delays nothing, and brought back to the sound's own rate: taken off
whole it leaves the rest, and taken off nowhere the very same samples.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.hops import gated, powers
from segment.dsp.resample import resample
from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

RATE: Final = 1000
CORNER_HZ: Final = 90.0
HOP_S: Final = 0.010
_REACH_S: Final = 0.025
_KAISER: Final = 4.0
_OVER_VOICE_DB: Final = -6.0
"""A pop is so loud against the voice, however low that lies."""
_OVER_USUAL_DB: Final = 12.0
"""And so far over what the voice has down there."""
_SPEECH_DB: Final = -12.0
"""Against the voice: what counts as speech when its usual low end is looked for."""
_USUAL: Final = 75
_EDGE_DB: Final = -12.0
"""A pop lasts while it is so near to its top."""
LONGEST_S: Final = 0.3
"""What lasts longer is a step on the stand, or rumble, and no pop."""
_AFTER_DB: Final = 3.0
"""Over the usual is where a pop is brought to."""


class Pop(Struct, frozen=True, kw_only=True):
    """A burst of breath."""

    first: int
    """Hop of :data:`HOP_S` in which it begins."""
    stop: int
    """One past its last."""
    over_db: float
    """How far it stands over the usual low end of the voice."""


def low_part(samples: F32, rate: int) -> F32:
    """What lies below 90 Hz of mono ``samples`` (frames,), at :data:`RATE`."""
    reach = round(_REACH_S * RATE)
    at = np.arange(-reach, reach + 1)
    taps = np.sinc(2 * CORNER_HZ / RATE * at) * np.kaiser(len(at), _KAISER)
    low = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    return np.convolve(low, (taps / taps.sum()).astype(np.float32), mode="same")[: low.size].astype(np.float32)


def pops(samples: F32, rate: int) -> tuple[Pop, ...]:
    """The pops in mono ``samples`` (frames,), in order."""
    low = low_part(samples, rate)
    hop = max(round(HOP_S * rate), 1)
    voice = 10 * np.log10(powers(samples.reshape(-1, 1), hop) + 1e-12)
    level = 10 * np.log10(np.convolve(powers(low.reshape(-1, 1), round(HOP_S * RATE)), np.full(3, 1 / 3), mode="same") + 1e-12)
    # Not every rate divides into hops: each low hop is held against the whole one that lies over its middle.
    over = np.minimum(((np.arange(level.size) + 0.5) * HOP_S * rate / hop).astype(np.intp), voice.size - 1)
    speech = 10 * np.log10(gated(10 ** (voice / 10), hop / rate) + 1e-12)
    spoken = voice[over] > speech + _SPEECH_DB
    if not spoken.any():
        return ()
    usual = float(np.percentile(level[spoken], _USUAL))
    least = max(speech + _OVER_VOICE_DB, usual + _OVER_USUAL_DB)
    found: list[Pop] = []
    for a, b in runs(level > least).tolist():
        top = float(level[a:b].max())
        first, stop = _around(level, a, b, max(top + _EDGE_DB, usual + _AFTER_DB))
        if (stop - first) * HOP_S <= LONGEST_S and (not found or first >= found[-1].stop):
            found.append(Pop(first=first, stop=stop, over_db=round(top - usual - _AFTER_DB, 1)))
    return tuple(found)


def _around(level: F64, first: int, stop: int, floor: float) -> tuple[int, int]:
    before = np.flatnonzero(level[:first] <= floor)
    after = np.flatnonzero(level[stop:] <= floor)
    return (int(before[-1]) + 1 if before.size else 0), stop + (int(after[0]) if after.size else level.size - stop)


def eased(samples: F32, rate: int, found: tuple[Pop, ...], deepest_db: float) -> None:
    """Brings the pops of mono ``samples`` (frames,) to the voice's usual low end, at most by ``deepest_db``, in place."""
    hop = HOP_S * rate
    around = round(0.1 / HOP_S)
    for pop in found:
        first, stop = round(max(pop.first - around, 0) * hop), min(round((pop.stop + around) * hop), samples.size)
        low = resample(low_part(samples[first:stop], rate).reshape(-1, 1), RATE, rate)[:, 0]
        size = min(low.size, stop - first)
        corners = np.array([pop.first - 1, pop.first, pop.stop, pop.stop + 2]) * hop - first
        kept = 10 ** (-min(pop.over_db, deepest_db) / 20)
        gain = np.interp(np.arange(size), corners, [1.0, kept, kept, 1.0]).astype(np.float32)
        samples[first : first + size] -= low[:size] * (1 - gain)
