"""What limiting does to loudness: the stretches it changes are filtered again, and nothing else."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp import limiter
from segment.dsp.power import KPower
from segment.dsp.runs import runs
from segment.master.spool import SpoolLike

F32 = NDArray[np.float32]

_MEMORY: Final = 10
"""Hops after which the K-weighting has forgotten what was before: its slowest part falls by 200 dB in 100 ms."""
_STRETCH: Final = 500
"""Hops read back at once, at most."""


def powers_after(powers: F32, gains: F32, *, hop: int, frames: int, rate: int, spool: SpoolLike) -> F32:
    """K-weighted mean power per hop with the limiter's gains at the hop boundaries, from those without: (hops,)."""
    changed = limiter.active(gains)
    for run_start, run_end in runs(changed).tolist():
        changed[run_start : run_end + _MEMORY] = True  # the filter rings on
    after = powers.copy()
    for run_start, run_end in runs(changed[: len(powers)]).tolist():
        meter = KPower(rate)
        before = max(0, run_start - _MEMORY)
        for first in range(before, run_end, _STRETCH):
            end = min(first + _STRETCH, run_end)
            samples = spool.read(first * hop, min(end * hop, frames))
            limiter.apply(samples, first * hop, gains, hop)
            energy = meter.energy(samples, hop)
            wanted = max(first, run_start)
            after[wanted:end] = energy[wanted - first :] / hop
    return after
