"""How much LAME lowers the level, so that a master can be raised by as much before encoding."""

from __future__ import annotations

import math


def loss_db(kbps: int) -> float:
    """Decibels (≥ 0) by which a constant bit rate of ``kbps`` kbit/s comes out lower than it went in.

    LAME scales its input down at low rates to keep the decoded peaks from clipping: by 0.95 up to 160 kbit/s, by 0.97 up
    to 192, above that not at all.
    """
    if kbps <= 160:
        return -20 * math.log10(0.95)
    return -20 * math.log10(0.97) if kbps <= 192 else 0.0
