"""A compressor for speech: what stands over a line's own level comes down by a ratio.

The threshold is relative, so it means the same in every line however loud that was recorded. Levels are plain power: whoever
wants a plosive's thump or a room's rumble to count for nothing puts a high-pass before it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.hops import followed, gated, levels, powers, ridden

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

HOP_S: Final = 0.005
KNEE_DB: Final = 6.0
"""Width of the bend around the threshold."""


def compressed(samples: F32, rate: int, *, over_db: float, ratio: float, attack_s: float, release_s: float) -> F32:
    """A whole line, compressed: float32 (frames, 1 or 2) in and out, one gain for both channels, never above 1.

    ``over_db``: the threshold, over the mean power of the whole line (gated). Silence comes back as it is.
    """
    hop = max(1, round(rate * HOP_S))
    hop_s = hop / rate
    heard = powers(samples, hop)
    voice = gated(heard, hop_s)
    if voice <= 0:
        return samples
    wanted = reduction(levels(heard, voice, hop_s) - over_db, ratio)
    return ridden(samples, followed(wanted, hop_s, attack_s, release_s), hop)


def reduction(over_db: F64, ratio: float) -> F64:
    """Gain in dB for levels so far over the threshold: 0 below it, ``1/ratio − 1`` of it above, a parabola in the knee."""
    bent = np.clip(over_db + KNEE_DB / 2, 0.0, KNEE_DB)
    above = np.maximum(over_db - KNEE_DB / 2, 0.0)
    gain: F64 = (1.0 / ratio - 1.0) * (bent * bent / (2 * KNEE_DB) + above)
    return gain
