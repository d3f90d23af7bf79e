"""The room of a recording with nobody speaking in it, as long as one wants it: what goes where a pause must be longer."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.runs import runs
from segment.voice.take.stretches import HOP_S, frame_of, levels_db, threshold_db

F32 = NDArray[np.float32]

LONGEST_S: Final = 2.0
SHORTEST_S: Final = 0.08
OVERLAP_S: Final = 0.03
AWAY_S: Final = 0.05
"""Kept from speech on both sides, where it still rings."""
USUAL_DB: Final = 3.0
"""How far over the quietest the room may be: more is a breath, a chair or a page."""


def room_tone(samples: F32, rate: int) -> F32:
    """The longest quiet stretch of mono samples (frames,); empty where there is none, and then silence must do."""
    level = levels_db(samples, rate)
    if not level.size:
        return np.zeros(0, np.float32)
    floor = float(np.percentile(level, 10))
    away = round(AWAY_S / HOP_S)
    found = [(a + away, b - away) for a, b in runs(level < min(floor + USUAL_DB, threshold_db(level))).tolist()]
    if not found or (best := max(found, key=lambda run: run[1] - run[0]))[1] - best[0] < SHORTEST_S / HOP_S:
        return np.zeros(0, np.float32)
    start = frame_of(best[0], rate)
    return samples[start : min(frame_of(best[1], rate), start + round(LONGEST_S * rate))].copy()


def of_length(tone: F32, frames: int, rate: int) -> F32:
    """The room for so many frames: laid end to end, each end crossfaded into the next beginning."""
    if frames <= 0 or not tone.size:
        return np.zeros(max(frames, 0), np.float32)
    out = tone
    overlap = min(round(OVERLAP_S * rate), tone.size // 3)
    while out.size < frames:
        out = crossfaded(out, tone, overlap)
    return out[:frames]


def crossfaded(first: F32, second: F32, overlap: int) -> F32:
    """One after the other, the last ``overlap`` frames of the first under the first of the second, with equal power."""
    overlap = min(overlap, first.size, second.size)
    if overlap <= 0:
        return np.concatenate((first, second))
    angle = (np.arange(overlap, dtype=np.float32) + np.float32(0.5)) * np.float32(np.pi / 2 / overlap)
    joined = first[first.size - overlap :] * np.cos(angle) + second[:overlap] * np.sin(angle)
    return np.concatenate((first[: first.size - overlap], joined, second[overlap:]))
