"""A piece of music as the mix knows it: its length, its power, its beat, and where it is like itself.

All that takes time is worked out only when a piece must be looped or cut.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import sliding
from segment.dsp.pulse import Pulse, likeness, pulse
from segment.dsp.semitones import HOP_S, onsets, semitones
from segment.units import frames, rescale

if TYPE_CHECKING:
    from segment.model.sound import Sound

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

_ALIKE_S = 2.0
"""Music is compared over this, half of it before a join and half behind it."""
_FAR_DB = 24.0
"""Two bands further apart than this are simply different."""


class Join(NamedTuple):
    """A jump in music; frames of the music at the programme's rate."""

    at: int
    """Where it leaves."""
    back: int
    """How far back it goes; on where negative."""
    alike: float
    """Correlation of the two sides, 0–1: the same sound, or another."""


class Music:
    """One piece at the programme's rate. Places are hops of :data:`segment.dsp.semitones.HOP_S`."""

    def __init__(self, sound: Sound, rate: int) -> None:
        self._sound = sound
        self.rate = rate
        """Of the programme, Hz."""
        self.frames = rescale(sound.frames, sound.rate, rate)
        """Its length in programme frames."""
        self.loop: tuple[Join | None, ...] = ()
        """The jump back that is heard least, once it has been looked for; None where there is none."""

    @cached_property
    def mono(self) -> F32:
        """Its samples in one channel, at its own rate."""
        mono: F32 = self._sound.samples.mean(axis=1, dtype=np.float32)
        return mono

    @property
    def own_rate(self) -> int:
        """Of its file, Hz."""
        return self._sound.rate

    @cached_property
    def levels(self) -> F32:
        """The level of each semitone, hop by hop, dB."""
        return semitones(self.mono, self._sound.rate)

    @cached_property
    def onset(self) -> F64:
        """How strongly notes begin, hop by hop."""
        return onsets(self.levels)

    @cached_property
    def alike(self) -> F64:
        """How much its semitones agree with themselves at each lag in hops."""
        return likeness(self.levels)

    @cached_property
    def onset_alike(self) -> F64:
        """How much its onsets agree with themselves at each lag in hops: sharp in time where there is a beat."""
        return likeness(self.onset)

    @cached_property
    def pulse(self) -> Pulse | None:
        """Its beat; None where there is none to rely on."""
        return pulse(self.onset, self.onset_alike, self.alike)

    def apart(self, lag: int) -> F64:
        """Mean difference in dB between the music around each hop and that around the hop ``lag`` later: (hops − lag,)."""
        levels = self.levels
        if lag >= len(levels):
            return np.zeros(0)
        difference = np.minimum(np.abs(levels[lag:] - levels[: len(levels) - lag]), np.float32(_FAR_DB)).mean(axis=1)
        window = round(_ALIKE_S / HOP_S)
        if len(difference) <= window:
            return np.full(len(difference), float(difference.mean())) if len(difference) else np.zeros(0)
        inner = sliding(difference.astype(np.float64), window, 1)
        return np.pad(inner, (window // 2, len(difference) - len(inner) - window // 2), mode="edge")

    def hop(self, frame: float) -> int:
        """The hop nearest to a programme frame."""
        return round(frame / self.rate / HOP_S)

    def at(self, hop: float) -> int:
        """The programme frame of a hop."""
        return frames(hop * HOP_S, self.rate)
