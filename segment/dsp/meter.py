"""The meter: loudness, range and peaks of a programme as it streams by (ITU-R BS.1770-4, EBU Tech 3341 and 3342).

What it keeps grows by two numbers per 10 ms and nothing else. Sound is cut at fixed positions before it is measured, so that
the same programme gives the same figures to the last bit however it arrives.
"""

from __future__ import annotations

from array import array
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp import truepeak
from segment.dsp.gating import HOPS_PER_S, MOMENTARY, SHORT_TERM, integrated, loudest, loudness_range
from segment.dsp.power import KPower
from segment.model.loudness import Loudness
from segment.units import decibels

F32 = NDArray[np.float32]

_CHUNK: Final = 400
"""Hops measured at once: four seconds, long enough that threads measuring two programmes seldom wait for one another."""


def hop_frames(rate: int) -> int:
    """Frames of the 10 ms hop at ``rate`` Hz."""
    return round(rate / HOPS_PER_S)


class Meter:
    """Takes blocks of float32 (frames, 1 or 2), one channel meaning the same on both; gives a :class:`Loudness` at the end."""

    def __init__(self, rate: int) -> None:
        self._power = KPower(rate)
        self._hop = hop_frames(rate)
        self._chunk = self._hop * _CHUNK
        self._waiting: list[F32] = []
        self._waiting_frames = 0
        self._before: F32 = np.zeros((truepeak.REACH, 1), np.float32)
        self._sample_peak = 0.0
        self._true_peak = 0.0
        self._powers = array("f")
        self._bounds = array("f")
        self._frames = 0
        self._finished = False

    @property
    def frames(self) -> int:
        """Frames taken so far."""
        return self._frames

    def add(self, block: F32) -> None:
        """The next block of the programme. Raises ValueError after the first figure was read."""
        if self._finished:
            raise ValueError("this meter has given its result")
        self._frames += len(block)
        for at in range(0, len(block), self._chunk):
            piece = block[at : at + self._chunk]
            self._waiting.append(piece)
            self._waiting_frames += len(piece)
            # A chunk is measured when the samples after it, which its last points depend on, are there too.
            while self._waiting_frames >= self._chunk + truepeak.REACH:
                self._measure()

    def result(self) -> Loudness:
        """The figures of the whole programme; silence reads −120 throughout. Ends the measurement."""
        self._finish()
        powers = self.hop_powers
        return Loudness(
            integrated_lufs=integrated(powers),
            true_peak_dbtp=decibels(self._true_peak),
            lra_lu=loudness_range(powers),
            short_term_max_lufs=loudest(powers, SHORT_TERM),
            momentary_max_lufs=loudest(powers, MOMENTARY),
            sample_peak_dbfs=decibels(self._sample_peak),
        )

    @property
    def hop_powers(self) -> F32:
        """K-weighted mean power of each whole hop, channels summed: (frames // hop,). Ends the measurement.

        A programme under 400 ms keeps its last, partial hop, so that nothing of it is lost.
        """
        self._finish()
        whole = self._frames // self._hop
        powers = np.asarray(self._powers)
        return powers[:whole] if whole >= MOMENTARY else powers

    @property
    def hop_bounds(self) -> F32:
        """Most that each hop's true peak can be, the last hop maybe partial: (ceil(frames / hop),). Ends the measurement."""
        self._finish()
        return np.asarray(self._bounds)

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        silence = -self._waiting_frames % self._hop + truepeak.REACH
        self._waiting.append(np.zeros((silence, 1), np.float32))
        self._waiting_frames += silence
        while self._waiting_frames > truepeak.REACH:
            self._measure()

    def _measure(self) -> None:
        """Measures the next chunk, or the whole hops that are left of it; REACH samples after it stay waiting."""
        around = _joined([self._before, *self._waiting])
        end = min(len(around) - truepeak.REACH, truepeak.REACH + self._chunk)
        self._waiting = [around[end:]]
        self._waiting_frames = len(around) - end
        self._before = around[end - truepeak.REACH : end].copy()
        around = around[: end + truepeak.REACH]
        body = around[truepeak.REACH : end]
        self._powers.frombytes((self._power.energy(body, self._hop) / self._hop).astype(np.float32).tobytes())
        self._sample_peak = max(self._sample_peak, float(body.max()), -float(body.min()))
        bounds = truepeak.bounds(around, self._hop)
        self._bounds.frombytes(bounds.tobytes())
        self._raise_true_peak(around, bounds)

    def _raise_true_peak(self, around: F32, bounds: F32) -> None:
        """Looks between the samples of those hops that could hold a new maximum, the most promising one first."""
        for promising in (bounds == bounds.max(), np.full(len(bounds), True)):
            wanted = np.flatnonzero(promising & (bounds > self._true_peak))
            if len(wanted):
                highest = float(truepeak.hop_peaks(around, self._hop, wanted).max())
                self._true_peak = max(self._true_peak, highest)


def _joined(blocks: list[F32]) -> F32:
    """One array of all; in two channels as soon as one block has two."""
    if any(block.shape[1] == 2 for block in blocks):
        blocks = [np.broadcast_to(block, (len(block), 2)) for block in blocks]
    return np.ascontiguousarray(np.concatenate(blocks))
