"""How far under its limit a programme is kept before encoding, so that what a player decodes stays within it."""

from __future__ import annotations

from typing import Final

LOSSLESS_DB: Final = 0.05
"""For rounding to 16 bits, dither, and the difference between one true-peak meter and the next."""
LOSSY_DB: Final = 0.5
"""For a codec that moves the wave's peaks. Measured with LAME over speech, music and both, limited by up to 5 dB: at 128 kbit/s
and more the decoded true peak lay at most 0.35 dB above the limiter's ceiling (less what LAME takes from the level)."""


def headroom(encoder_loss_db: float) -> float:
    """Headroom in dB for an encoder of which only the level it takes is known; one that takes nothing is held to be lossless."""
    return LOSSY_DB if encoder_loss_db > 0 else LOSSLESS_DB
