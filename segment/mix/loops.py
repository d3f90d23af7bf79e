"""Fitting a piece of music to a length: which stretches of it are heard one after another.

The joins are looked for where the music sounds alike before and after: the least mean difference in level over half a second,
in steps of 10 ms. (Beats and bars are not known here; a lag at which the level repeats is usually a bar or several.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import sliding
from segment.mix.energy import Energy
from segment.units import frames

F64 = NDArray[np.float64]

_ALIKE_S = 0.5
"""Music on both sides of a join is compared over this."""
_SHORTEST_LOOP_S = 4.0
_OWN_ENDING_S = 4.0
"""The last seconds of a piece lead into its ending: they are not looped."""
_OWN_BEGINNING_S = 0.5
_QUIET_DB = -60.0
_LAGS = 200
"""Loop lengths tried before the best is looked at closely."""


class Piece(NamedTuple):
    """A stretch of the music; frames at the programme's rate."""

    start: int
    """Programme frame."""
    end: int
    offset: int
    """Frame of the music at ``start``."""


class Pin(NamedTuple):
    """A frame of the music that is heard at a frame of the programme."""

    at: int
    offset: int


class Music(NamedTuple):
    """A piece of music."""

    frames: int
    """Its length at the programme's rate."""
    energy: Energy
    rate: int


def straight(music: Music, start: int, end: int) -> tuple[Piece, ...]:
    """From its beginning at ``start`` for as long as ``end`` asks: looped where it is too short.

    The last piece may end before ``end`` where the music is too short to loop.
    """
    wanted = end - start
    if wanted <= music.frames:
        return (Piece(start, end, 0),)
    jump = _best_loop(music)
    if jump is None:
        return (Piece(start, start + music.frames, 0),)
    join, back = jump
    body = music.frames - frames(_OWN_ENDING_S, music.rate)
    rounds = -(-(wanted - body) // back)
    return _joined(start, end, 0, [(join, back)] * rounds)


def pinned(music: Music, start: int, end: int, pin: Pin) -> tuple[Piece, ...]:
    """From wherever it must begin for the pin to hold; looped where that would be before its beginning."""
    lead = pin.at - start
    if lead <= pin.offset:
        return (Piece(start, _until(music, end, pin), pin.offset - lead),)
    jump = _best_loop(music)
    if jump is None:
        return (Piece(pin.at - pin.offset, _until(music, end, pin), 0),)
    join, back = jump
    rounds = -(-(lead - pin.offset) // back)
    first = pin.offset + rounds * back - lead
    return _joined(start, _until(music, end, pin), first, [(join, back)] * rounds)


def established(music: Music, start: int, end: int, pin: Pin, hidden: tuple[int, int]) -> tuple[Piece, ...]:
    """From its beginning at ``start``, and yet with the pin held: a stretch is left out or repeated on the way.

    The (first) join is made between the programme frames ``hidden``, where talk covers it, if there is room.
    """
    within = hidden[0] - start, hidden[1] - start
    spare = pin.offset - (pin.at - start)
    if spare == 0:
        return (Piece(start, _until(music, end, pin), 0),)
    if spare > 0:
        join = _best_join(music, spare, *within) or _best_join(music, spare, 0, pin.offset)
        if join is None:
            return pinned(music, start, end, pin)
        return _joined(start, _until(music, end, pin), 0, [(join, -spare)])
    loop = _best_loop(music)
    if loop is None:
        return pinned(music, start, end, pin)
    more = -spare
    rounds = -(-more // loop[1])
    backs = [more // rounds + (i < more % rounds) for i in range(rounds)]
    join = _best_join(music, -backs[0], *within) or loop[0]
    return _joined(start, _until(music, end, pin), 0, [(join, back) for back in backs])


def _until(music: Music, end: int, pin: Pin) -> int:
    return min(end, pin.at + music.frames - pin.offset)


def _joined(start: int, end: int, offset: int, jumps: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """Pieces from ``offset`` on; at each ``(frame of the music, frames back)`` the music jumps back (or, negative, on)."""
    pieces = []
    for join, back in jumps:
        stop = start + join - offset
        if stop >= end:
            break
        pieces.append(Piece(start, stop, offset))
        start, offset = stop, join - back
    return (*pieces, Piece(start, end, offset))


def _best_loop(music: Music) -> tuple[int, int] | None:
    """Where to jump back, and by how much; None for music too short to loop."""
    hops = len(music.energy.powers) - _hops(music, _OWN_ENDING_S)
    shortest, longest = _hops(music, _SHORTEST_LOOP_S), hops - _hops(music, _OWN_BEGINNING_S)
    coarse = max((longest - shortest) // _LAGS, 1)
    best = min((_loop_at(music, lag, hops) for lag in range(shortest, longest, coarse)), default=None)
    if best is None:
        return None
    near = range(max(best[1] - coarse + 1, shortest), min(best[1] + coarse, longest))
    _, lag, at = min(_loop_at(music, lag, hops) for lag in near)
    return _frames(music, at + lag), _frames(music, lag)


def _loop_at(music: Music, lag: int, hops: int) -> tuple[float, int, int]:
    """What looping by ``lag`` hops costs, the lag, and the hop to come back to."""
    differences = _differences(music.energy, lag)[: hops - lag]
    at = int(differences.argmin())
    # Of loops as good as each other the longest is heard least often.
    return float(differences[at]) - 0.5 * lag / hops, lag, at


def _best_join(music: Music, on: int, first: int, last: int) -> int | None:
    """The frame from ``first`` to ``last`` of the music where a jump by ``on`` frames (back where negative) is heard least."""
    lag = round(abs(on) / music.rate / music.energy.hop_s)
    differences = _differences(music.energy, lag)  # by the earlier side of the join
    shift = lag if on < 0 else 0
    low = max(round(first / music.rate / music.energy.hop_s) - shift, _hops(music, _OWN_BEGINNING_S))
    high = min(round(last / music.rate / music.energy.hop_s) - shift, len(differences) - _hops(music, _OWN_BEGINNING_S))
    if high <= low:
        return None
    return _frames(music, low + int(differences[low:high].argmin()) + shift)


def _hops(music: Music, seconds: float) -> int:
    return round(seconds / music.energy.hop_s)


def _frames(music: Music, hops: int) -> int:
    return frames(hops * music.energy.hop_s, music.rate)


def _differences(energy: Energy, lag: int) -> F64:
    """Mean difference in level (dB) between the music around each hop and around the hop ``lag`` later; never empty."""
    level = 10 * np.log10(np.maximum(energy.powers, 10 ** (_QUIET_DB / 10)))
    window = round(_ALIKE_S / energy.hop_s)
    apart = np.abs(level[lag:] - level[:-lag] if lag else np.zeros_like(level))
    if len(apart) < window:
        return apart if len(apart) else np.zeros(1)
    return np.pad(sliding(apart, window, 1), (window // 2, 0), mode="edge")
