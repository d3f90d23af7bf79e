"""A sound held against the same words spoken by a voice that is known: how alike, and which moment answers to which.

Cepstra of both, freed of each recording's own colour, warped onto each other. How alike two sounds are says little in itself:
another voice, another room, and the right words cost more than wrong ones did before. So the cost is put in relation to what the
same two voices cost where the words cannot fit: the reference backwards, and begun a third and two thirds of the way through.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.dtw import Warp, warp
from segment.dsp.mfcc import HOP_S, hop_frames, mfcc
from segment.voice.energy import levels, sounding
from segment.voice.engines.recipe import Said

F32 = NDArray[np.float32]

LEVEL_WEIGHT: Final = 0.6
"""Of the 0th cepstrum, against the others."""
CHANGE_WEIGHT: Final = 2.0
"""Of the slopes of the cepstra, which find the borders of sounds."""
PENALTY: Final = 0.1
"""For a step in one of the two alone, against the spread of the features; more of it smears, less makes pauses wander."""
REACH_S: Final = 1.0
"""How far the path may stray from an even pace, or a fifth of the sound where that is more."""
COARSE: Final = 2
"""Words are told apart on every second frame as well as on all; it takes a quarter of the time."""


class Traits(Struct, frozen=True, kw_only=True, eq=False):
    """What the sounding stretch of a sound is like, moment by moment."""

    rows: F32
    """(moments, traits), one each :data:`segment.dsp.mfcc.HOP_S`."""
    start: int
    """Frame of the sound at which the first moment stands."""
    hop: int
    """Frames from one moment to the next."""

    def moment(self, frame: int) -> int:
        """The moment nearest a frame of the sound."""
        return min(max(round((frame - self.start) / self.hop), 0), len(self.rows) - 1)


class Comparison(Struct, frozen=True, kw_only=True, eq=False):
    """A sound beside its reference, on every second moment of both."""

    path: Warp
    """Rows are moments of the reference, columns of the sound."""
    costs: F32
    """(points of the path,), unlikeness in relation to words that do not fit: 1 is as bad as those."""
    step_s: float
    """Seconds from one moment to the next."""

    distance: float
    """Mean distance of the traits along the path, per trait and in units of their spread: the cost as such."""

    @property
    def unlikeness(self) -> float:
        """0 for the same sound; up to 0.8 the same words in another voice; about 1 other words."""
        return float(self.costs.mean())


def traits(samples: F32, rate: int) -> Traits | None:
    """Of mono samples (frames,) at ``rate`` Hz, lead and tail left out; None where nothing sounds."""
    level, block = levels(samples, rate)
    loud = np.flatnonzero(sounding(level))
    if not loud.size:
        return None
    start, end = int(loud[0]) * block, min(int(loud[-1] + 1) * block, samples.size)
    cepstra = mfcc(samples[start:end], rate)
    # The mean is the colour of microphone and room; one scale for all leaves the broad shapes their weight.
    cepstra -= cepstra.mean(axis=0)
    cepstra /= max(float(cepstra.std()), 1e-6)
    cepstra[:, 0] *= np.float32(LEVEL_WEIGHT)
    wide = np.pad(cepstra, ((2, 2), (0, 0)), mode="edge")
    slopes = 0.2 * (wide[4:] - wide[:-4]) + 0.1 * (wide[3:-1] - wide[1:-3])
    rows = np.concatenate([cepstra, CHANGE_WEIGHT * slopes], axis=1, dtype=np.float32)
    return Traits(rows=rows, start=start, hop=hop_frames(rate))


def compared(sound: Traits, reference: Traits) -> Comparison:
    """The sound held against the reference, coarsely."""
    heard, known = np.ascontiguousarray(sound.rows[::COARSE]), np.ascontiguousarray(reference.rows[::COARSE])
    path = side_by_side(known, heard, COARSE)
    third = len(known) // 3
    unfit = [known[::-1], np.roll(known, third, axis=0), np.roll(known, 2 * third, axis=0)]
    usual = float(np.mean([side_by_side(np.ascontiguousarray(rows), heard, COARSE).costs.mean() for rows in unfit]))
    return Comparison(
        path=path,
        costs=path.costs / np.float32(max(usual, 1e-6)),
        step_s=COARSE * HOP_S,
        distance=float(path.costs.mean()) / float(np.sqrt(known.shape[1])),
    )


def side_by_side(known: F32, heard: F32, coarse: int = 1) -> Warp:
    """Features of a reference warped onto those of a sound, ``coarse`` moments at a step."""
    reach = max(round(REACH_S / HOP_S / coarse), len(heard) // 5)
    return warp(known, heard, reach=reach, penalty=PENALTY * float(np.sqrt(known.shape[1])))


def likeness(samples: F32, rate: int, reference: Said) -> float:
    """How surely mono samples (frames,) are the words of ``reference``: 1 the same sound, 0 no more than other words would be."""
    sound, known = traits(samples, rate), traits(reference.samples, reference.rate)
    if sound is None or known is None:
        return 0.0
    return max(1.0 - compared(sound, known).unlikeness, 0.0)
