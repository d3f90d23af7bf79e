"""How much a recording changes from one moment to the next, and how much it does so at the joins of what was cut out of it."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.voice.take.cutting import Cut

F32 = NDArray[np.float32]

HOP_S = 0.005
WINDOW_S = 0.010
FLOOR = 1e-6
"""−60 dB: changes of what nobody hears do not count."""


class Steps(Struct, frozen=True, kw_only=True, eq=False):
    """Changes over each 10 ms, every 5 ms."""

    level: NDArray[np.float64]
    """(moments,) dB."""
    spectrum: NDArray[np.float64]
    """(moments,) mean change over a dozen bands, dB."""
    edge: NDArray[np.float64]
    """(moments,) the sharpest bend of the wave, of full scale."""


def steps(samples: F32, rate: int) -> Steps:
    """Of mono samples (frames,)."""
    hop, size = round(HOP_S * rate), round(WINDOW_S * rate)
    rows = np.lib.stride_tricks.sliding_window_view(samples, size)[::hop]
    power = np.abs(np.fft.rfft(rows * np.hanning(size))) ** 2 / size**2
    bands = np.stack([part.sum(axis=1) for part in np.array_split(power[:, 1:], 12, axis=1)], axis=1)
    apart = round(WINDOW_S / HOP_S)
    db = 10 * np.log10(bands + FLOOR)
    total = 10 * np.log10(power.sum(axis=1) + FLOOR)
    bend = np.abs(np.diff(samples, 2, append=[0, 0]))
    sharp = np.lib.stride_tricks.sliding_window_view(bend, size)[::hop].max(axis=1)
    return Steps(
        level=np.abs(total[apart:] - total[:-apart]),
        spectrum=np.abs(db[apart:] - db[:-apart]).mean(axis=1),
        edge=sharp[:-apart],
    )


def beyond(made: Cut, samples: F32, rate: int, percentile: float) -> list[str]:
    """The joins at which something changes more than the recording itself does at all but so many of its moments."""
    own = steps(samples, rate)
    most = {name: float(np.percentile(getattr(own, name), percentile)) for name in ("level", "spectrum", "edge")}
    lines = {line.id: line.sound.samples[:, 0] for line in made.lines}
    found = []
    for key, join in made.joins:
        middle = round(join.at_s * rate)
        near = lines[key][max(middle - round(0.03 * rate), 0) : middle + round(0.04 * rate)]
        here = steps(near, rate)
        for name, limit in most.items():
            if (top := float(getattr(here, name).max(initial=0.0))) > limit:
                found.append(f"{name} at {join.at_s:.2f} of {key}: {top:.3g}, the recording {limit:.3g}")
    return found
