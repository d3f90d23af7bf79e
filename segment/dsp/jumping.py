"""A long sound followed through a reference that it goes through in pieces: on, back to a beginning, or somewhere else entirely.

Dynamic time warping with jumps, and with a state for what is in the reference nowhere. Worked a moment of the sound at a time,
all moments of the reference at once; of each cell two bits are kept.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.products import times

F32 = NDArray[np.float32]
Flags = NDArray[np.bool_]

_ROWS: Final = 256
"""Moments of the sound whose costs are made at once."""
_ONE, _TWO, _STAY, _JUMP = 0, 1, 2, 3
"""How a cell was reached: from the moment before in the reference, from the one before that, from the same, or by a jump."""


class Costs(Struct, frozen=True, kw_only=True):
    """What it costs to leave the straight way, in units of the mean distance of a moment."""

    stay: float
    """For each moment in which only the sound goes on."""
    skip: float
    """For each moment of the reference that is left out."""
    leave: float
    """To what is in the reference nowhere."""
    ease: float
    """Less for a jump after a pause."""
    strange: float
    """For each moment that is in the reference nowhere."""
    torn: float
    """To have a pause where the reference can have none."""


def followed(sound: F32, reference: F32, entry: F32, breaks: Flags, paused: Flags, costs: Costs) -> tuple[NDArray[np.intp], F32]:
    """For each moment of ``sound`` (n, k) that of ``reference`` (m, k) it is, −1 for none, (n,); and how unlike it is, (n,).

    ``entry`` (m,): what a jump to each moment of the reference costs; ``breaks`` (m,): before which there may be a pause;
    ``paused`` (n,): moments before which there was one. Unlikeness is the Euclidean distance over the mean of all; 1 is as unlike
    as any two.
    """
    count, width = len(sound), len(reference)
    moves = np.empty((count, 2, (width + 7) // 8), np.uint8)
    came = np.full(count, -1, np.intp)
    """Where a jump at this moment comes from; −1 for what is in the reference nowhere."""
    strange_came = np.full(count, -1, np.intp)
    """Where what is nowhere begins after; −1 where it goes on."""
    score = np.zeros(width, np.float32)
    strange = 0.0
    scale = 1.0 / max(_mean(sound, reference), 1e-9)
    torn = np.where(breaks, np.float32(0.0), np.float32(costs.torn))
    best = np.empty(width, np.float32)
    kind = np.empty(width, np.uint8)
    for at in range(0, count, _ROWS):
        block = _distances(sound[at : at + _ROWS], reference) * np.float32(scale)
        for n in range(at, min(at + _ROWS, count)):
            top = int(score.argmin())
            lowest = float(score[top])
            leaving = lowest + costs.leave
            source, base = (top, lowest) if lowest <= strange else (-1, strange)
            ease = costs.ease if paused[n] else 0.0
            kind[:] = _STAY
            np.add(score, np.float32(costs.stay), out=best)
            _offer(best, kind, score[:-1], 1, _ONE, 0.0)
            _offer(best, kind, score[:-2], 2, _TWO, costs.skip)
            if paused[n]:
                best += torn
            jumped = entry + np.float32(base - ease)
            better = jumped < best
            best[better] = jumped[better]
            kind[better] = _JUMP
            came[n] = source
            strange_came[n] = top if leaving < strange else -1
            strange = min(strange, leaving) + costs.strange
            best += block[n - at]
            score, best = best, score
            moves[n, 0] = np.packbits((kind & 1).astype(bool))
            moves[n, 1] = np.packbits((kind & 2).astype(bool))
    return _traced(score, strange, moves, came, strange_came, sound, reference, scale)


def _offer(best: F32, kind: NDArray[np.uint8], before: F32, step: int, name: int, cost: float) -> None:
    offered = before + np.float32(cost) if cost else before
    better = offered < best[step:]
    best[step:][better] = offered[better]
    kind[step:][better] = name


def _traced(
    score: F32,
    strange: float,
    moves: NDArray[np.uint8],
    came: NDArray[np.intp],
    strange_came: NDArray[np.intp],
    sound: F32,
    reference: F32,
    scale: float,
) -> tuple[NDArray[np.intp], F32]:
    path = np.full(len(sound), -1, np.intp)
    state = int(score.argmin()) if float(score.min()) <= strange else -1
    for n in range(len(sound) - 1, -1, -1):
        path[n] = state
        if state < 0:
            state = int(strange_came[n])
            continue
        bit = 7 - state % 8
        kind = (int(moves[n, 0, state // 8]) >> bit & 1) | ((int(moves[n, 1, state // 8]) >> bit & 1) << 1)
        state = state - 1 if kind == _ONE else state - 2 if kind == _TWO else state if kind == _STAY else int(came[n])
    unlike = np.ones(len(sound), np.float32)
    known = path >= 0
    unlike[known] = np.linalg.norm(sound[known] - reference[path[known]], axis=1) * scale
    return path, unlike


def _mean(sound: F32, reference: F32) -> float:
    """The mean distance of any two moments, from a few hundred of each."""
    some, others = sound[:: max(len(sound) // 300, 1)], reference[:: max(len(reference) // 300, 1)]
    return float(_distances(np.ascontiguousarray(some), np.ascontiguousarray(others)).mean())


def _distances(first: F32, second: F32) -> F32:
    squares: F32 = np.einsum("ij,ij->i", first, first)[:, None] + np.einsum("ij,ij->i", second, second)
    squares -= 2 * times(np.ascontiguousarray(first), np.ascontiguousarray(second.T))
    np.maximum(squares, 0.0, out=squares)
    np.sqrt(squares, out=squares)
    return squares
