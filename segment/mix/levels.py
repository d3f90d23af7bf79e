"""Levels of the voices, and what was achieved for each line, measured from the finished envelopes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import integrated
from segment.mix.assets import gain_to
from segment.mix.energy import Energy
from segment.model.timeline import LineLevel, Played, Voiced
from segment.units import SILENCE_DB

F64 = NDArray[np.float64]

_LEFT_ALONE_LU = 1.0
"""A line this near to its role's loudness keeps its own level: a reader means it when he drops his voice."""
_UNHEARD = 10 ** (-70.0 / 10)
"""A bed below −70 LUFS, the absolute gate of BS.1770-4, is the end of a decay and no bed."""
_ROUNDS = 3
"""Gain of the role and corrections of its lines settle in two; one to spare."""


def voice_gains(lines: Mapping[str, tuple[str, Energy]], lufs: float) -> dict[str, float]:
    """Gain in dB for each line, from its role and its energy.

    One gain for a role brings its lines together to ``lufs`` (gated). A line further than 1 LU from that is brought to 1 LU.
    """
    gains: dict[str, float] = {}
    for role in dict.fromkeys(role for role, _ in lines.values()):
        own = {key: energy for key, (of, energy) in lines.items() if of == role}
        corrections = dict.fromkeys(own, 0.0)
        role_gain = 0.0
        for _ in range(_ROUNDS):
            together = [energy.powers * 10 ** (corrections[key] / 10) for key, energy in own.items()]
            role_gain = gain_to(lufs, integrated(np.concatenate(together)))
            for key, energy in own.items():
                if energy.gated_lufs > SILENCE_DB:
                    off = energy.gated_lufs + role_gain - lufs
                    corrections[key] = min(max(off, -_LEFT_ALONE_LU), _LEFT_ALONE_LU) - off
        gains |= {key: round(role_gain + correction, 3) for key, correction in corrections.items()}
    return gains


class Bus:
    """Energy of one side of the mix over the programme, in steps of 10 ms."""

    def __init__(self, frames: int, rate: int) -> None:
        self._frames = frames
        self._hop = max(round(rate / 100), 1)
        self._rate = rate
        self.edges: F64 = np.arange(-(-frames // self._hop) + 1, dtype=np.float64) * self._hop
        self.energies: F64 = np.zeros(len(self.edges) - 1)

    def empty(self) -> Bus:
        """A bus of the same length with nothing on it."""
        return Bus(self._frames, self._rate)

    def add(self, energy: Energy, start: int, end: int, offset: int, gains_db: tuple[F64, F64]) -> None:
        """A sound from ``start`` to ``end``, heard from its own frame ``offset`` (at the programme's rate) on.

        ``gains_db``: corners of its gain, frames and dB.
        """
        first, last = start // self._hop, min(-(-end // self._hop), len(self.energies))
        if last <= first:
            return
        at = np.clip(self.edges[first : last + 1], start, end)
        heard = np.diff(energy.up_to((at - start + offset) / self._rate))
        db = np.interp((at[:-1] + at[1:]) / 2, *gains_db)
        self.energies[first:last] += heard * np.where(db <= SILENCE_DB, 0.0, 10 ** (db / 10))

    def mean(self, start: int, end: int) -> float:
        """Mean power from frame ``start`` to ``end``."""
        if end <= start:
            return 0.0
        low = max(int(start // self._hop) - 1, 0)
        high = min(int(end // self._hop) + 2, len(self.energies))
        sums = np.concatenate(([0.0], np.cumsum(self.energies[low:high])))
        before, after = np.interp([start, end], self.edges[low : high + 1], sums)
        return float(after - before) * self._rate / (end - start)

    def over(self, spans: Sequence[tuple[int, int]]) -> float:
        """Mean power over several stretches, ``(start, end)`` in frames."""
        length = sum(end - start for start, end in spans)
        return sum(self.mean(start, end) * (end - start) for start, end in spans) / length if length > 0 else 0.0


def voice_bus(voiced: Sequence[Voiced], energies: Mapping[str, Energy], frames: int, rate: int) -> Bus:
    """All lines at their gains; ``energies`` by line id."""
    bus = Bus(frames, rate)
    for line in voiced:
        bus.add(energies[line.id], line.start, line.end, 0, (np.zeros(1), np.full(1, line.gain_db)))
    return bus


def bed_bus(played: Sequence[Played], energies: Mapping[str, Energy], frames: int, rate: int) -> Bus:
    """All beds under their envelopes; ``energies`` by asset. Stings and clips are not beds."""
    bus = Bus(frames, rate)
    for piece in played:
        if piece.kind == "bed":
            corners = (np.array([p.at for p in piece.envelope], np.float64), np.array([p.db for p in piece.envelope]))
            bus.add(energies[piece.asset], piece.start, piece.end, piece.offset, corners)
    return bus


def line_levels(
    voiced: Sequence[Voiced],
    spans: Mapping[str, Sequence[tuple[int, int]]],
    voices: Bus,
    beds: Bus,
    energies: Mapping[str, Energy],
) -> tuple[LineLevel, ...]:
    """What was achieved; ``spans``: the phrases of each line in programme frames."""
    return tuple(
        LineLevel(
            id=line.id,
            speech_over_bed_db=over(voices.over(spans[line.id]), beds.over(spans[line.id])),
            loudness_lufs=round(max(energies[line.id].gated_lufs + line.gain_db, SILENCE_DB), 2),
        )
        for line in voiced
    )


def over(voice: float, bed: float) -> float | None:
    """Mean power over mean power in dB, to the hundredth below; None without a voice, or without a bed that can be heard."""
    if bed <= _UNHEARD or voice <= 0:
        return None
    return math.floor(1000 * math.log10(voice / bed)) / 100
