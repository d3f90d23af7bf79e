"""A de-esser: where the sound above a corner stands too far over the voice, that part of it, and no other, comes down.

The sound is parted by a linear-phase filter of ±1 ms, so that the parts add up to the sound again to the last digit where
nothing is done, and nothing is delayed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from segment.dsp.hops import followed, gated, levels, powers, ridden
from segment.dsp.products import times
from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

HOP_S: Final = 0.0025
ATTACK_S: Final = 0.0015
"""A level looks 5 ms ahead, so the gain is down when the s begins."""
RELEASE_S: Final = 0.025
_REACH_S: Final = 0.001
_KAISER: Final = 5.0
"""54 dB between the parts, over a transition of 1.6 kHz."""
_BLOCK: Final = 32
"""Samples filtered by one row of the product."""
_BLOCKS: Final = 512
"""Rows at once: they stay in the processor's cache."""
_LETTING_GO: Final = 7.0
"""Release times after which nothing is left: a thousandth of the gain."""


def deessed(samples: F32, rate: int, *, hz: float, over_db: float, deepest_db: float, voice: float | None = None) -> F32:
    """A whole line with its sibilance held: float32 (frames, 1 or 2) in and out, one gain for both channels.

    What lies above ``hz`` may have ``over_db`` more power than ``voice`` (mean power; the line's own, gated, when None), and is
    taken down by what it has more, at most by ``deepest_db``. Where nothing stands out the samples are the very same; so are all
    where ``rate`` holds nothing above.
    """
    hop = max(1, round(rate * HOP_S))
    hop_s = hop / rate
    voice = gated(powers(samples, hop), hop_s) if voice is None else voice
    if voice <= 0 or hz >= rate / 2:
        return samples
    upper = upper_part(samples, hz, rate)
    over = levels(powers(upper, hop), voice, hop_s) - over_db
    wanted = -np.clip(over, 0.0, deepest_db)
    held = samples.copy()
    for start, end in _stretches(wanted < 0, hop_s):
        gains = followed(wanted[start:end], hop_s, ATTACK_S, RELEASE_S)
        if end < len(wanted):
            gains[-1] = 0.0
        first, last = start * hop, min((end - 1) * hop, len(samples))
        held[first:last] -= upper[first:last]
        held[first:last] += ridden(upper[first:last], gains, hop)
    return held


def sibilance_db(samples: F32, rate: int, *, hz: float, voice: float) -> F64:
    """How far what lies above ``hz`` stands over a ``voice``'s power: float32 (frames, 1 or 2) → (hops + 1,), dB."""
    hop = max(1, round(rate * HOP_S))
    return levels(powers(upper_part(samples, hz, rate), hop), voice, hop / rate)


def _stretches(sibilant: NDArray[np.bool_], hop_s: float) -> Iterator[tuple[int, int]]:
    """Boundaries, the first and one past the last, between which the gain is at work, the time to let go of it with them."""
    letting_go = math.ceil(_LETTING_GO * RELEASE_S / hop_s)
    found = runs(sibilant)
    if not len(found):
        return
    apart = np.flatnonzero(found[1:, 0] - found[:-1, 1] > letting_go + 1)
    starts = np.concatenate((found[:1, 0], found[apart + 1, 0]))
    ends = np.concatenate((found[apart, 1], found[-1:, 1]))
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield max(start - 1, 0), min(end + letting_go, len(sibilant))


def upper_part(samples: F32, hz: float, rate: int) -> F32:
    """What lies above ``hz``, in phase with the whole: float32 (frames, channels) in and out."""
    product = _product(hz, rate)
    taps = len(product) - _BLOCK + 1
    frames, channels = samples.shape
    blocks = -(-frames // _BLOCK)
    padded = np.zeros(blocks * _BLOCK + taps - 1, np.float32)
    out = np.empty((blocks * _BLOCK, channels), np.float32)
    item = padded.itemsize
    rows = as_strided(padded, (blocks, len(product)), (_BLOCK * item, item), writeable=False)
    for channel in range(channels):
        padded[taps // 2 : taps // 2 + frames] = samples[:, channel]
        for at in range(0, blocks, _BLOCKS):
            made = times(np.ascontiguousarray(rows[at : at + _BLOCKS]), product)
            out[at * _BLOCK : at * _BLOCK + made.size, channel] = made.reshape(-1)
    return out[:frames]


@lru_cache(maxsize=16)
def _product(hz: float, rate: int) -> F32:
    """A high-pass as a matrix, (block + taps − 1, block): a windowed sinc, exactly nothing at 0 Hz."""
    reach = max(1, round(_REACH_S * rate))
    at = np.arange(-reach, reach + 1)
    low = np.sinc(2 * hz / rate * at) * np.kaiser(len(at), _KAISER)
    taps = -low / low.sum()
    taps[reach] += 1.0
    matrix = np.zeros((_BLOCK + len(taps) - 1, _BLOCK))
    for column in range(_BLOCK):
        matrix[column : column + len(taps), column] = taps  # symmetric: no need to turn it round
    return matrix.astype(np.float32)
