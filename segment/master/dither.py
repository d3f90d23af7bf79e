"""Triangular dither for 16 bits, determined by the position in the programme alone.

One LSB peak each way and both channels alike: where a programme is mono it stays mono, which a joint-stereo encoder rewards.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

_TABLE: Final = 1 << 17
_TILE: Final = 1 << 13
"""Frames for which the noise runs on in the table; then it starts somewhere else, so that no period is heard."""
_SEED: Final = 0x5E6
_SPREAD: Final = 2654435761  # Knuth's multiplicative hash: 2³² / golden ratio


def dither(start: int, stop: int) -> NDArray[np.float32]:
    """Noise for the frames start…stop in units of one 16-bit step: (stop − start,), triangular over −1…1."""
    table = _table()
    out = np.empty(stop - start, np.float32)
    at = start
    while at < stop:
        tile, inside = divmod(at, _TILE)
        end = min(stop, (tile + 1) * _TILE)
        origin = ((tile + 1) * _SPREAD % (1 << 32)) * (_TABLE - _TILE) >> 32
        out[at - start : end - start] = table[origin + inside : origin + inside + end - at]
        at = end
    return out


@cache
def _table() -> NDArray[np.float32]:
    # Raw generator words: numpy keeps them the same for ever, which it does not promise of its distributions.
    words = np.random.PCG64(_SEED).random_raw(_TABLE).view(np.uint32).reshape(_TABLE, 2).astype(np.float64)
    return ((words[:, 0] - words[:, 1]) / 2.0**32).astype(np.float32)
