"""How loud a sound is over its time: K-weighted power in steps of 10 ms, and what the mix asks of it.

Measured once for each sound at its own rate; every level, edge and depth of the mix comes from here.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import integrated, lufs, power, sliding
from segment.dsp.power import k_power
from segment.units import SILENCE_DB

if TYPE_CHECKING:
    from segment.model.sound import Samples, Sound

F64 = NDArray[np.float64]

HOP_S = 0.01
_MOMENT = 40
"""Hops of the momentary window, 400 ms."""
_AUDIBLE_LU = -32.0
"""What lies further below the loudness of a voice is not heard as part of it."""
_SPEAKING_LU = -22.0
"""Above this, relative to the voice's loudness, somebody is speaking; below it is a pause."""
_NEAR_S, _PAUSE_S = 2.0, 0.2
"""How far from a place that is only reckoned the pause between two sentences is looked for, and how long it is at least."""
_DIED_AWAY_DB = -24.0
"""Music this far below its loudest 400 ms has died away: talk may begin."""


class Energies:
    """Sounds and parts of them, each measured once. For any number of threads."""

    def __init__(self) -> None:
        self._measured: dict[tuple[str, int, int, int], Energy] = {}

    def of(self, sound: Sound, first: int = 0, last: int | None = None) -> Energy:
        """Of the whole sound, or of it from source frame ``first`` to ``last``."""
        last = sound.frames if last is None else last
        key = (sound.fingerprint, sound.rate, first, last)
        energy = self._measured.get(key)
        if energy is None:
            # Two threads may both measure it: the first to be kept is the one that counts.
            energy = self._measured.setdefault(key, Energy(sound.samples[first:last], sound.rate))
        return energy

    def know(self, sound: Sound, energy: Energy) -> None:
        """Takes the energy of a whole sound as given: it is not measured."""
        self._measured[(sound.fingerprint, sound.rate, 0, sound.frames)] = energy


class Energy:
    """The power of one sound over time. Seconds are the sound's own."""

    def __init__(self, samples: Samples, rate: int) -> None:
        hop = max(round(rate * HOP_S), 1)
        self.hop_s = hop / rate
        self.seconds = len(samples) / rate
        self.powers: F64 = k_power(samples, rate, self.hop_s) if len(samples) else np.zeros(0)
        edges = np.minimum(np.arange(len(self.powers) + 1) * hop, len(samples)) / rate
        self._edges: F64 = edges
        self._sums: F64 = np.concatenate(([0.0], np.cumsum(self.powers * np.diff(edges))))

    @classmethod
    def steady(cls, loudness: float, seconds: float) -> Energy:
        """Of something that is as loud throughout, in LUFS: what stands in for a sound that is laid in later."""
        made = cls(np.zeros((0, 1), np.float32), round(1 / HOP_S))
        made.seconds = seconds
        made.powers = np.full(max(round(seconds / HOP_S), 1), power(loudness))
        made._edges = np.minimum(np.arange(len(made.powers) + 1) * HOP_S, seconds)
        made._sums = np.concatenate(([0.0], np.cumsum(made.powers * np.diff(made._edges))))
        return made

    def up_to(self, seconds: F64) -> F64:
        """Energy (power × seconds) heard before each of ``seconds``; flat outside the sound."""
        return np.interp(seconds, self._edges, self._sums)

    def mean(self, start_s: float, end_s: float) -> float:
        """Mean power from ``start_s`` to ``end_s``; 0 for no time at all."""
        if end_s <= start_s:
            return 0.0
        before, after = self.up_to(np.array([start_s, end_s]))
        return float(after - before) / (end_s - start_s)

    def loudest(self, window_s: float) -> float:
        """Loudness in LUFS of the loudest stretch of ``window_s``, or of the whole sound where it is shorter."""
        window = max(min(round(window_s / self.hop_s), len(self.powers)), 1)
        return lufs(float(sliding(self.powers, window, 1).max(initial=0.0)))

    def within(self, start_s: float, end_s: float) -> F64:
        """Its powers from ``start_s`` to ``end_s``, hop by hop."""
        low, high = np.searchsorted(self._edges, [start_s - self.hop_s / 2, end_s - self.hop_s / 2])
        return self.powers[low:high]

    def ridden(self, at_s: F64, db: F64) -> Energy:
        """The same sound under a gain curve: corners in seconds and dB."""
        made = copy(self)
        vars(made).pop("gated_lufs", None)
        made.powers = self.powers * 10 ** (np.interp(self._edges[:-1] + self.hop_s / 2, at_s, db) / 10)
        made._sums = np.concatenate(([0.0], np.cumsum(made.powers * np.diff(self._edges))))
        return made

    @cached_property
    def speech(self) -> tuple[tuple[float, float], ...]:
        """Where a voice is speaking, from pause to pause, in seconds; holes shorter than a breath do not count."""
        heard = np.flatnonzero(np.diff(self._speaking[0]))
        if not len(heard):
            return (self.voice,)
        breaks = np.flatnonzero(np.diff(heard) - 1 >= round(_PAUSE_S / self.hop_s))
        firsts, lasts = heard[np.concatenate(([0], breaks + 1))], heard[np.concatenate((breaks, [len(heard) - 1]))]
        return tuple((float(self._edges[a]), float(self._edges[b + 1])) for a, b in zip(firsts, lasts, strict=True))

    @cached_property
    def gated_lufs(self) -> float:
        """Gated loudness of the whole sound; −120 for silence."""
        return integrated(self.powers)

    @cached_property
    def voice(self) -> tuple[float, float]:
        """Seconds of a voice's first and last audible moment; the whole sound where there is none."""
        return self._span(self._threshold(_AUDIBLE_LU))

    @cached_property
    def died_away_s(self) -> float:
        """Where the ending of a piece of music has died away."""
        window = max(min(_MOMENT, len(self.powers)), 1)
        loudest = float(sliding(self.powers, window, 1).max(initial=0.0))
        return self._span(loudest * 10 ** (_DIED_AWAY_DB / 10))[1]

    def spoken(self, shares: F64) -> F64:
        """The moments, in seconds, at which each share (0–1) of all speaking has been done; pauses do not count."""
        done, first, last = self._speaking
        if done[-1] == 0:
            return first + shares * (last - first)
        moments: F64 = np.clip(np.interp(shares * done[-1], done, self._edges), first, last)
        return moments

    def after_pause(self, seconds: float) -> float:
        """Where speech goes on after the longest pause near ``seconds``; there itself where nobody pauses."""
        low, high = np.searchsorted(self._edges, [seconds - _NEAR_S, seconds + _NEAR_S])
        heard = np.flatnonzero(np.diff(self._speaking[0][low : high + 1]))
        pauses = np.diff(heard) - 1
        if not len(pauses) or pauses.max() * self.hop_s < _PAUSE_S:
            return seconds
        return float(self._edges[low + heard[int(pauses.argmax()) + 1]])

    @cached_property
    def _speaking(self) -> tuple[F64, float, float]:
        """How many hops of speech there were before each hop's edge, and the voice's first and last moment."""
        first, last = self.voice
        here = (self._edges[:-1] >= first - 1e-9) & (self._edges[1:] <= last + 1e-9)
        speaking = here & (self.powers > self._threshold(_SPEAKING_LU))
        return np.concatenate(([0.0], np.cumsum(speaking, dtype=np.float64))), first, last

    def _threshold(self, below_lu: float) -> float:
        level = self.gated_lufs
        return power(level + below_lu) if level > SILENCE_DB else 0.0

    def _span(self, threshold: float) -> tuple[float, float]:
        heard = np.flatnonzero(self.powers > threshold)
        if not len(heard):
            return 0.0, self.seconds
        return float(self._edges[heard[0]]), float(self._edges[heard[-1] + 1])
