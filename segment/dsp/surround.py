"""The meter for any number of channels a file may have, from one to 7.1 (ITU-R BS.1770-4, Annex 1, table 3 and Annex 3).

Channels lie in the order of WAVEFORMATEXTENSIBLE: left, right, centre, low frequency, left and right surround … The low-frequency
channel does not count, those at the side count 1.41 times. Each channel keeps two numbers per 10 ms.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import MOMENTARY, SHORT_TERM, integrated, loudest, loudness_range
from segment.dsp.meter import Meter
from segment.model.loudness import Loudness, as_one_channel

F32 = NDArray[np.float32]

_SIDE: Final = 1.41
WEIGHTS: Final = {
    1: (1.0,),
    2: (1.0, 1.0),
    3: (1.0, 1.0, 1.0),
    4: (1.0, 1.0, _SIDE, _SIDE),
    5: (1.0, 1.0, 1.0, _SIDE, _SIDE),
    6: (1.0, 1.0, 1.0, 0.0, _SIDE, _SIDE),
    8: (1.0, 1.0, 1.0, 0.0, 1.0, 1.0, _SIDE, _SIDE),
}
"""Of each channel, by their number; the two behind in 7.1 count once, the two beside 1.41 times."""


class FileMeter:
    """Takes blocks of float32 (frames, channels), a channel meaning itself alone; gives a :class:`Loudness` at the end."""

    def __init__(self, rate: int, channels: int) -> None:
        """``channels`` must be a key of ``WEIGHTS``."""
        self._weights = WEIGHTS[channels]
        self._meters = [Meter(rate) for _ in range(channels if channels > 2 else 1)]

    @property
    def frames(self) -> int:
        """Frames taken so far."""
        return self._meters[0].frames

    def add(self, block: F32) -> None:
        """The next block."""
        if len(self._meters) == 1:
            self._meters[0].add(block)
            return
        for channel, meter in enumerate(self._meters):
            meter.add(np.ascontiguousarray(block[:, channel : channel + 1]))

    def result(self) -> Loudness:
        """The figures of the whole file."""
        if len(self._weights) == 1:
            return as_one_channel(self._meters[0].result())
        if len(self._weights) == 2:
            return self._meters[0].result()
        each = [meter.result() for meter in self._meters]
        # One channel given to a meter counts on both sides, hence the half.
        powers = sum(
            (weight / 2 * meter.hop_powers.astype(np.float64) for weight, meter in zip(self._weights, self._meters, strict=True)),
            np.zeros(len(self._meters[0].hop_powers)),
        )
        return Loudness(
            integrated_lufs=integrated(powers),
            true_peak_dbtp=max(one.true_peak_dbtp for one in each),
            lra_lu=loudness_range(powers),
            short_term_max_lufs=loudest(powers, SHORT_TERM),
            momentary_max_lufs=loudest(powers, MOMENTARY),
            sample_peak_dbfs=max(one.sample_peak_dbfs for one in each),
        )
