"""Surround sound in two channels (ITU-R BS.775-3, Annex 4): centre and surrounds 3 dB down on both or their own side, no LFE.

Channels stand in the order of WAVE_FORMAT_EXTENSIBLE, which FLAC and libav keep as well.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

_DOWN: Final = 2**-0.5
_LEFT, _RIGHT, _CENTRE, _LFE, _BACK = (1.0, 0.0), (0.0, 1.0), (_DOWN, _DOWN), (0.0, 0.0), (0.5, 0.5)
_SIDES: Final = ((_DOWN, 0.0), (0.0, _DOWN))
_LAYOUTS: Final = {
    3: (_LEFT, _RIGHT, _CENTRE),
    4: (_LEFT, _RIGHT, *_SIDES),
    5: (_LEFT, _RIGHT, _CENTRE, *_SIDES),
    6: (_LEFT, _RIGHT, _CENTRE, _LFE, *_SIDES),
    7: (_LEFT, _RIGHT, _CENTRE, _LFE, _BACK, *_SIDES),
    8: (_LEFT, _RIGHT, _CENTRE, _LFE, *_SIDES, *_SIDES),
}
MOST_CHANNELS: Final = max(_LAYOUTS)


def stereo(samples: F32) -> F32:
    """float32 (frames, 1 to 8) → (frames, 1 or 2): mono and stereo as they are. What comes out may be over full scale."""
    layout = _LAYOUTS.get(samples.shape[1])
    return samples if layout is None else samples @ np.array(layout, np.float32)
