"""A gentle expander: what lies little over the room between words is taken down a few decibels, and never more.

Its gain opens before a word begins, and closes slowly, so that the ends of words and breaths stay what they are.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.hops import followed, levels, powers, ridden
from segment.units import SILENCE_DB

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

HOP_S: Final = 0.005
CLOSES_S: Final = 0.15
OPENS_S: Final = 0.005
AHEAD_S: Final = 0.03
"""Before a word the gain is open."""
_PIECE_S: Final = 20.0


def expanded(samples: F32, rate: int, *, below_db: float, deepest_db: float) -> None:
    """Mono ``samples`` (frames,), in place: a dB below ``below_db`` (mean square, dBFS) becomes two, but no more than
    ``deepest_db`` are added."""
    hop = max(round(HOP_S * rate), 1)
    line = samples.reshape(-1, 1)
    level = levels(powers(line, hop), 1.0, hop / rate)
    wanted = -np.clip(below_db - level, 0.0, deepest_db)
    gains = followed(_ahead(wanted, round(AHEAD_S / HOP_S)), hop / rate, CLOSES_S, OPENS_S)
    step = round(_PIECE_S / HOP_S)
    for at in range(0, gains.size - 1, step):
        part = line[at * hop : (at + step) * hop]
        if len(part):
            part[:] = ridden(part, gains[at : at + step + 1], hop)


def _ahead(wanted: F64, hops: int) -> F64:
    """The highest gain of each moment and of those that follow it."""
    padded = np.concatenate((wanted, np.full(hops, SILENCE_DB)))
    highest: F64 = np.lib.stride_tricks.sliding_window_view(padded, hops + 1).max(axis=1)
    return highest
