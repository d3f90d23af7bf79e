"""How much LAME lowers the level, so that a master can be raised by as much before encoding."""

from __future__ import annotations

import math


def loss_db(kbps: int) -> float:
    """Decibels (≥ 0) by which a constant bit rate of ``kbps`` kbit/s comes out lower than it went in.

    LAME scales its input down at low rates to keep the decoded peaks from clipping: by 0.95 up to 160 kbit/s and 0.97 at
    192 (its table of average bit rate presets), above that not at all.
    """
    return -20 * math.log10(_scale(kbps))


def _scale(kbps: int) -> float:
    if kbps <= 160:
        return 0.95
    return 0.97 if kbps <= 192 else 1.0
