"""How far under its limit a programme is kept before encoding, so that what a player decodes stays within it."""

from __future__ import annotations

from typing import Final

LOSSLESS_DB: Final = 0.05
"""For rounding to 16 bits, dither, and the difference between one true-peak meter and the next."""
LOSSY_DB: Final = 1.0
"""For a codec that moves the wave's peaks."""


def headroom(encoder_loss_db: float) -> float:
    """Headroom in dB for an encoder that takes ``encoder_loss_db`` from the level; those that take nothing keep the wave."""
    return LOSSY_DB if encoder_loss_db > 0 else LOSSLESS_DB
