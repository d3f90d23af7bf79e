"""How much LAME lowers the level, so that a master can be raised by as much before encoding."""

from __future__ import annotations

import math

_SCALE = {192: 0.97, 224: 0.98}
"""What LAME multiplies its input by, so that decoded peaks clip less; above these rates nothing, below them 0.95."""

_FREE_FROM = 256  # kbit/s


def loss_db(kbps: int) -> float:
    """Decibels (≥ 0) by which a constant bit rate of ``kbps`` kbit/s comes out lower than it went in (LAME 3.100 and 4.0)."""
    return 0.0 if kbps >= _FREE_FROM else -20 * math.log10(_SCALE.get(kbps, 0.95))
