"""K-weighted power of sound, hop by hop: what every loudness figure is made of (ITU-R BS.1770-4, Annex 1).

The filter runs on mid and side instead of left and right: the sum over channels is the same, ``L² + R² = 2 (M² + S²)``, and
where a programme is mono the side costs nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segment.dsp.cascade import Cascade
from segment.dsp.kweight import k_weighting

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

_PIECE_S = 1.0
"""Filtered at once: the arrays of a second stay in the processor's cache."""


class KPower:
    """Streaming K-weighted energy. One channel means the same on both sides of a stereo programme."""

    def __init__(self, rate: int) -> None:
        sections = k_weighting(rate)
        self._mid = Cascade(sections)
        self._side = Cascade(sections)

    def energy(self, samples: F32, hop: int) -> F64:
        """Sum of squares over both channels in each whole hop of the next piece, and in the rest of it if there is one.

        ``samples``: float32 (frames, 1 or 2); returns (ceil(frames / hop),).
        """
        mid, side = mid_side(samples)
        total = hop_energy(self._mid.process(mid), hop)
        if side is None and self._side.rings():
            side = np.zeros_like(mid)
        if side is not None:
            total += hop_energy(self._side.process(side), hop)
        return 2.0 * total


def k_power(samples: F32, rate: int, hop_s: float = 0.01) -> F64:
    """K-weighted mean power per hop, channels summed, of float32 (frames, 1 or 2); one channel counts on both.

    Returns (ceil(frames / hop),); the last hop is the mean over the frames that are there. Give it to
    :func:`segment.dsp.gating.lufs` for LUFS (BS.1770-4, equations 1 and 2).
    """
    hop = max(1, round(rate * hop_s))
    meter = KPower(rate)
    piece = max(1, round(_PIECE_S * rate / hop)) * hop
    parts = [meter.energy(samples[at : at + piece], hop) for at in range(0, len(samples), piece)]
    if not parts:
        return np.zeros(0)
    power: F64 = np.concatenate(parts) / hop
    rest = len(samples) % hop
    if rest:
        power[-1] *= hop / rest
    return power


def mid_side(samples: F32) -> tuple[F32, F32 | None]:
    """Mid and side, (frames, 1) each; the side is None where both channels are the same throughout."""
    if samples.shape[1] == 1:
        return samples, None
    left, right = samples[:, :1], samples[:, 1:]
    side = left - right
    if not side.any():
        return np.ascontiguousarray(left), None
    side *= np.float32(0.5)
    mid = left + right
    mid *= np.float32(0.5)
    return mid, side


def hop_energy(signal: F32, hop: int) -> F64:
    """Sum of squares per hop of float32 (frames, 1), C-contiguous: (ceil(frames / hop),). The last hop may be short."""
    line = signal.reshape(-1)
    whole = len(line) // hop
    out = np.zeros(-(-len(line) // hop))
    rows = line[: whole * hop].reshape(whole, hop)
    out[:whole] = np.einsum("ij,ij->i", rows, rows)
    rest = line[whole * hop :]
    if len(rest):
        out[whole] = float(rest @ rest)
    return out
