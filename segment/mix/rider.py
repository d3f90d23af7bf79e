"""A hand on the fader of a recording: passages that are too loud or too soft are brought to the rest, in the pauses between them.

A recording stands for all lines of a role, and one gain cannot bring each of them to its place. Nothing is done to what lies
within a loudness unit of the rest: a reader means it when he drops his voice.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import integrated
from segment.mix.curve import Curve, line
from segment.mix.energy import Energy
from segment.units import SILENCE_DB

F64 = NDArray[np.float64]

LEFT_ALONE_LU = 1.0
PAUSE_S = 0.35
"""Passages are divided where the voice rests as long as this, and the fader moves there."""
SHORTEST_S = 1.2
"""Of a passage: shorter ones are a word or two, and their loudness says nothing."""
MOST_DB = 9.0
"""A passage further off was spoken that way, or is not speech; more would only raise the room."""
_ROUNDS = 3


def ride(energy: Energy) -> Curve | None:
    """The gain over a recording, in its own seconds and dB; None where no passage asks for any."""
    passages = [*_passages(energy)]
    if len(passages) < 2:
        return None
    parts = [energy.within(*passage) for passage in passages]
    loudness = np.array([integrated(part) for part in parts])
    gains = np.zeros(len(passages))
    for _ in range(_ROUNDS):
        together = integrated(np.concatenate([part * 10 ** (gain / 10) for part, gain in zip(parts, gains, strict=True)]))
        if together <= SILENCE_DB:
            return None
        off = loudness - together
        wanted = np.clip(off, -LEFT_ALONE_LU, LEFT_ALONE_LU) - off
        gains = np.where(loudness > SILENCE_DB, np.clip(wanted, -MOST_DB, MOST_DB), 0.0)
    if not np.abs(gains).max() > 0.05:
        return None
    corners: list[tuple[float, float]] = []
    for (first, last), gain in zip(passages, gains.tolist(), strict=True):
        corners += [(first, gain), (last, gain)]
    return line(*corners)


def _passages(energy: Energy) -> Iterator[tuple[float, float]]:
    """From the first sound to the last of each passage, in seconds."""
    held: tuple[float, float] | None = None
    for first, last in energy.speech:
        if held is None:
            held = (first, last)
        elif first - held[1] >= PAUSE_S and held[1] - held[0] >= SHORTEST_S:
            yield held
            held = (first, last)
        else:
            held = (held[0], last)
    if held is not None:
        yield held
