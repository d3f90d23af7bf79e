"""Where a voice is heard: short-time level, and the stretch from the first sound to the last."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HOP_S = 0.005
QUIET = 0.005
"""Relative to the loudest hop (−46 dB): softer than any f or th, louder than an engine's own silence."""
FLOOR = 2e-4
"""Absolute (−74 dBFS): nothing below is sound."""


def levels(samples: NDArray[np.float32], rate: int) -> tuple[NDArray[np.float32], int]:
    """RMS of each whole 5 ms hop (a shorter last one counts too), and the hop's length in frames."""
    hop = max(round(HOP_S * rate), 1)
    padded = np.zeros(-(-samples.size // hop) * hop, np.float32)
    padded[: samples.size] = samples
    blocks = padded.reshape(-1, hop)
    return np.sqrt(np.einsum("ij,ij->i", blocks, blocks) / np.float32(hop)), hop


def sounding(level: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which hops hold sound."""
    loudest = float(level.max(initial=0.0))
    return level > max(QUIET * loudest, FLOOR)
