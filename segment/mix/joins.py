"""Where music can jump so that nobody hears it: by whole bars, where it is most like itself, aligned to the sample.

1. Lags at which the piece repeats: whole bars of its beat, or beats where no bar stands out; without a beat, the lags at which
   its semitones agree best with themselves.
2. For each lag the place where a second before and a second behind the join sound most alike on both sides; on a beat. What is
   played freely jumps from just before one attack to just before another.
3. There the onsets of both sides are laid upon each other, and then the waveforms.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from segment.dsp.semitones import HOP_S
from segment.mix.music import Join, Music
from segment.units import frames, rescale

F64 = NDArray[np.float64]

SHORTEST_LOOP_S = 4.0
OWN_ENDING_S = 4.0
"""The last seconds of a piece lead into its ending: they are not looped."""
OWN_BEGINNING_S = 0.5
MOST_OFF_S = 0.025
"""No beat is moved further than this; 30 ms are the least that listeners notice."""
_MOST_LAGS = 48
_LONGER_DB = 1.0
"""So much more alike a loop of no length must be than one of the whole piece: the longest is heard least often."""
_SNAP_S = 0.01
"""How far players may be from their beat over a whole piece."""
BEFORE_BEAT_S = 0.03
"""A join is made just before a beat, whose attack covers it."""
_ONSETS_S = 1.5
_ATTACK, _MOST_ATTACKS, _ATTACKS_S = 2.0, 60, 1.0
"""How many standard deviations an attack stands out, how many are tried with each other, and over what they are compared."""
_WAVE_S = 0.12
_WAVE_SHIFT_S = 0.01


def best_loop(music: Music) -> Join | None:
    """The jump back that is heard least; None for music too short to loop."""
    if not music.loop:
        music.loop = (_best_loop(music),)
    return music.loop[0]


def _best_loop(music: Music) -> Join | None:
    hops = len(music.levels) - round(OWN_ENDING_S / HOP_S)
    shortest, longest = round(SHORTEST_LOOP_S / HOP_S), hops - round(OWN_BEGINNING_S / HOP_S)
    if longest <= shortest:
        return None
    best = None if music.pulse else _between_attacks(music, shortest, longest)
    for lag in () if best else _lags(music, shortest, longest):
        cost = music.apart(lag)[: hops - lag]
        places = _on_beats(music, np.arange(round(OWN_BEGINNING_S / HOP_S), len(cost)))
        if not len(places):
            continue
        at = int(places[int(cost[places].argmin())])
        heard = float(cost[at]) - _LONGER_DB * lag / hops
        if best is None or heard < best[0]:
            best = (heard, lag, at)
    if best is None:
        return None
    _, lag, at = best
    return aligned(music, at, lag)


def _between_attacks(music: Music, shortest: int, longest: int) -> tuple[float, int, int] | None:
    """Cost, lag and place of a jump from just before one attack to just before another: what is played freely keeps its time.

    None where hardly anything is struck.
    """
    onset = music.onset[: longest + shortest]
    peaks = np.flatnonzero((onset[1:-1] > onset[:-2]) & (onset[1:-1] >= onset[2:])) + 1
    strong = peaks[onset[peaks] > _ATTACK * onset.std()]
    early = round(BEFORE_BEAT_S / HOP_S)
    strong = np.sort(strong[np.argsort(-onset[strong])][:_MOST_ATTACKS]) - early
    strong = strong[strong >= round(OWN_BEGINNING_S / HOP_S)]
    reach = round(_ATTACKS_S / HOP_S)
    levels, best = music.levels, None
    for i, at in enumerate(strong):
        low = min(reach, int(at))
        for other in strong[i + 1 :]:
            lag = int(other - at)
            if not shortest <= lag < longest or other >= longest:
                continue
            apart = np.abs(levels[at - low : at + reach] - levels[other - low : other - low + low + reach]).mean()
            heard = float(apart) - _LONGER_DB * lag / longest
            if best is None or heard < best[0]:
                best = (heard, lag, int(at))
    return best


def _lags(music: Music, shortest: int, longest: int) -> list[int]:
    alike = music.alike
    if (beat := music.pulse) is not None:
        step = beat.bar_s / HOP_S
        if step * 2 > longest:
            step = beat.beat_s / HOP_S
        exact = step * np.arange(math.ceil(shortest / step), math.floor((longest - 1) / step) + 1)
        found = [_highest(music.onset_alike, lag, round(_SNAP_S / HOP_S)) for lag in exact]
    else:
        inside = alike[shortest:longest]
        peaks = np.flatnonzero((inside[1:-1] >= inside[:-2]) & (inside[1:-1] > inside[2:])) + 1 + shortest
        found = peaks.tolist() or [*range(shortest, longest, max((longest - shortest) // _MOST_LAGS, 1))]
    within = [lag for lag in found if shortest <= lag < longest]
    return sorted(within, key=lambda lag: -alike[lag])[:_MOST_LAGS]


def _highest(values: F64, near: float, reach: int) -> int:
    low = max(round(near) - reach, 0)
    return low + int(values[low : round(near) + reach + 1].argmax())


def _on_beats(music: Music, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of ``places`` (hops) that lie just before a beat; all of them where there is no beat, or none among them."""
    beat = music.pulse
    if beat is None or not len(places):
        return places
    off = (places * HOP_S - beat.first_s + BEFORE_BEAT_S) % beat.beat_s
    near = places[np.minimum(off, beat.beat_s - off) <= HOP_S]
    return near if len(near) else places


def aligned(music: Music, at: int, lag: int) -> Join:
    """The jump back by about ``lag`` hops, to hop ``at``, so that the onsets and then the waveforms of both sides coincide."""
    reach, shift = round(_ONSETS_S / HOP_S), round(_SNAP_S / HOP_S) if music.pulse else 0
    onset = music.onset
    low, high = max(at - reach, 0), min(at + reach, len(onset) - lag - shift)
    own = onset[low:high]
    best = 0
    if len(own) and low + lag >= shift:
        others = np.lib.stride_tricks.sliding_window_view(onset[low + lag - shift : high + lag + shift], len(own))
        best = int((others @ own / np.sqrt(np.maximum((others**2).sum(axis=1), 1e-12))).argmax()) - shift
    at_s, lag_s = at * HOP_S, (lag + best) * HOP_S
    back, alike = by_waveform(music, at_s, lag_s, _WAVE_SHIFT_S)
    return Join(frames(at_s, music.rate) + back, back, alike)


def by_waveform(music: Music, at_s: float, lag_s: float, shift_s: float) -> tuple[int, float]:
    """The lag near ``lag_s`` at which the music around ``at_s`` is most like itself, in programme frames, and how much it is."""
    rate = music.own_rate
    at, lag = frames(at_s, rate), frames(lag_s, rate)
    half, shift = frames(_WAVE_S / 2, rate), frames(shift_s, rate)
    low, high = at - half, at + half
    wide_low, wide_high = low + lag - shift, high + lag + shift
    if low < 0 or wide_low < 0 or wide_high > len(music.mono):
        return rescale(lag, rate, music.rate), 0.0
    own = music.mono[low:high].astype(np.float64)
    other = music.mono[wide_low:wide_high].astype(np.float64)
    size = 1 << (len(other) + len(own) - 1).bit_length()
    crossed = np.fft.irfft(np.fft.rfft(other, size) * np.conj(np.fft.rfft(own, size)), size)[: 2 * shift + 1]
    sums = np.concatenate(([0.0], np.cumsum(other**2)))
    energy = sums[len(own) :] - sums[: len(other) - len(own) + 1]
    alike = crossed / np.sqrt(np.maximum(energy[: len(crossed)] * float(own @ own), 1e-20))
    best = int(alike.argmax())
    return rescale(lag + best - shift, rate, music.rate), max(float(alike[best]), 0.0)


def likeness_at(music: Music, at: int, back: int) -> float:
    """How alike both sides of a jump are that is given to the frame."""
    return by_waveform(music, (at - back) / music.rate, back / music.rate, 0.0)[1]


def best_place(music: Music, back: int, first: int, last: int) -> int | None:
    """The frame from ``first`` to ``last`` of the music where a jump ``back`` (on, where negative) is heard least.

    None where there is no room.
    """
    lag = round(abs(back) / music.rate / HOP_S)
    cost = music.apart(lag)  # by the earlier side of the join
    shift = lag if back > 0 else 0
    edge = round(OWN_BEGINNING_S / HOP_S)
    low, high = max(music.hop(first) - shift, edge), min(music.hop(last) - shift, len(cost) - edge)
    if high <= low:
        return None
    places = _on_beats(music, np.arange(low, high))
    return music.at(int(places[int(cost[places].argmin())]) + shift)
