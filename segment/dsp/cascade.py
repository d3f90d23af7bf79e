"""Runs a row of second-order sections over sound, block by block, as matrix products.

A recursive filter cut into blocks of ``L`` samples is ``y = u·H + x·O`` inside a block (``H``: the impulse response as a
triangular Toeplitz matrix, ``O``: how the state at the block's start sounds on) and ``x' = x·Aᴸ + u·G`` from block to block.
The first part is float32 BLAS. The second is a linear recursion over the few states, kept in float64, and solved in groups of
groups, so that no Python loop runs per block. States are scaled to unit covariance for white noise: direct-form
states of a 38 Hz high-pass would need more digits than float32 has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.biquad import Section
from segment.dsp.products import times

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

BLOCK: Final = 64
"""Samples in a block. Measured on 1 s pieces at 44.1 kHz with 4 states: 32, 64 and 96 cost 1.3 : 1 : 1.1."""
GROUP, GROUP_OF_MANY = 16, 8
"""Blocks solved by one matrix in the recursion of the states: up to 4 states, and beyond.

The matrix grows with the square of both. Measured with 12 states: 8 costs two thirds of 16."""


class Cascade:
    """A filter with memory; feed it a signal in pieces of any length."""

    def __init__(self, sections: Sequence[Section], channels: int = 1) -> None:
        self._form = _form(tuple(sections))
        self._states: list[F64] = [np.zeros(self._form.order) for _ in range(channels)]

    def process(self, samples: F32) -> F32:
        """The next piece, filtered: float32 (frames, channels) in and out, a new C-contiguous array."""
        frames, channels = samples.shape
        if channels != len(self._states):
            raise ValueError(f"{channels} channels given to a filter of {len(self._states)}")
        out = np.empty((frames, channels), np.float32)
        for c in range(channels):
            line = np.ascontiguousarray(samples[:, c], np.float32)
            out_line = out.reshape(-1) if channels == 1 else np.empty(frames, np.float32)
            self._states[c] = self._form.run(line, self._states[c], out_line)
            if channels > 1:
                out[:, c] = out_line
        return out

    def rings(self, below: float = 1e-9) -> bool:
        """True while the memory would still sound above ``below`` (amplitude) if only silence followed."""
        return any(float(np.abs(state).sum()) * self._form.loudest > below for state in self._states)


def filtered(sections: Sequence[Section], samples: F32) -> F32:
    """A whole signal, filtered from rest: float32 (frames, channels) in and out."""
    return Cascade(sections, samples.shape[1]).process(samples)


class _Form:
    """The matrices of one filter; immutable, shared by all that run it."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        a, b, c, d = _unit_states(*_state_space(sections))
        self.order = len(b)
        powers = [np.eye(self.order)]
        for _ in range(BLOCK):
            powers.append(a @ powers[-1])
        reach = np.array([p @ b for p in powers[:BLOCK]])  # (BLOCK, order): the state k samples after an impulse
        sounds_on = np.array([c @ p for p in powers[:BLOCK]])  # (BLOCK, order): output k samples after a state
        impulse = np.concatenate(([d], reach[:-1] @ c))
        lag = np.arange(BLOCK)[None, :] - np.arange(BLOCK)[:, None]
        self._within: F32 = np.where(lag >= 0, impulse[np.maximum(lag, 0)], 0.0).astype(np.float32)
        self._onward: F32 = np.ascontiguousarray(sounds_on.T, np.float32)
        self._gather: F32 = np.ascontiguousarray(reach[::-1], np.float32)
        self._powers = powers
        self._group = GROUP if self.order <= 4 else GROUP_OF_MANY
        self._levels: list[tuple[F64, F64]] = [_grouped(powers[BLOCK], self._group)]
        self.loudest = float(np.abs(sounds_on).max(initial=0.0))

    def run(self, line: F32, state: F64, out: F32) -> F64:
        """Filters ``line`` (frames,) into ``out`` (frames,) from ``state``; returns the state after it."""
        full = len(line) // BLOCK
        if full:
            blocks = line[: full * BLOCK].reshape(full, BLOCK)
            states, state = self._solve(times(blocks, self._gather).astype(np.float64), state, 0)
            body = out[: full * BLOCK].reshape(full, BLOCK)
            times(blocks, self._within, out=body)
            body += times(states.astype(np.float32), self._onward)
        rest = len(line) - full * BLOCK
        if rest:
            tail = line[full * BLOCK :]
            out[full * BLOCK :] = tail @ self._within[:rest, :rest] + state.astype(np.float32) @ self._onward[:, :rest]
            state = self._powers[rest] @ state + tail.astype(np.float64) @ self._gather[BLOCK - rest :]
        return state

    def _solve(self, inputs: F64, state: F64, level: int) -> tuple[F64, F64]:
        """The state before each step of ``x' = x·P + inputs``, shape (steps, order), and the state after the last."""
        steps, group = len(inputs), self._group
        if level == len(self._levels):
            self._levels.append(_grouped(np.linalg.matrix_power(self._powers[BLOCK], group**level), group))
        response, decay = self._levels[level]
        groups = -(-steps // group)
        padded = np.zeros((groups * group, self.order))
        padded[:steps] = inputs
        # Inside each group from rest; row ``group`` of the response is the state handed to the next group.
        at_rest = times(padded.reshape(groups, group * self.order), response).reshape(groups, group + 1, self.order)
        if groups > 1:
            starts, _ = self._solve(np.ascontiguousarray(at_rest[:, group]), state, level + 1)
        else:
            starts = state[None, :]
        at_rest += times(starts, decay).reshape(groups, group + 1, self.order)
        within = steps - (groups - 1) * group
        after = at_rest[-1, within].copy()
        return at_rest[:, :group].reshape(-1, self.order)[:steps], after


@lru_cache(maxsize=64)
def _form(sections: tuple[Section, ...]) -> _Form:
    return _Form(sections)


def _grouped(step: F64, group: int) -> tuple[F64, F64]:
    """For ``group`` steps of one matrix: inputs → states from rest, and first state → states."""
    order = len(step)
    powers = [np.eye(order)]
    for _ in range(group):
        powers.append(step @ powers[-1])
    response = np.zeros((group, order, group + 1, order))
    for i in range(group):
        for j in range(i + 1, group + 1):
            response[i, :, j, :] = powers[j - 1 - i].T
    decay = np.stack([p.T for p in powers], axis=1).reshape(order, (group + 1) * order)
    return response.reshape(group * order, (group + 1) * order), decay


def _state_space(sections: tuple[Section, ...]) -> tuple[F64, F64, F64, float]:
    """``x' = A x + B u, y = C x + D u`` of the sections in a row, each in transposed direct form II."""
    a, b, c, d = np.zeros((0, 0)), np.zeros(0), np.zeros(0), 1.0
    for b0, b1, b2, a1, a2 in sections:
        own = np.array([[-a1, 1.0], [-a2, 0.0]])
        into = np.array([b1 - a1 * b0, b2 - a2 * b0])
        n = len(b)
        joined = np.zeros((n + 2, n + 2))
        joined[:n, :n] = a
        joined[n:, :n] = np.outer(into, c)
        joined[n:, n:] = own
        a, b, c, d = joined, np.concatenate((b, into * d)), np.concatenate((b0 * c, [1.0, 0.0])), b0 * d
    return a, b, c, d


def _unit_states(a: F64, b: F64, c: F64, d: float) -> tuple[F64, F64, F64, float]:
    """The same filter with states of unit covariance under white noise (controllability Gramian = I)."""
    gramian, power = np.outer(b, b), a.copy()
    for _ in range(40):  # Σ Aᵏ b bᵀ Aᵏᵀ by doubling: 2⁴⁰ terms
        gramian = gramian + power @ gramian @ power.T
        power = power @ power
    scale, axes = np.linalg.eigh(gramian)
    # A section that does nothing (0 dB) leaves states that nothing reaches; the floor keeps the change of base finite.
    width = np.sqrt(np.maximum(scale, scale.max(initial=0.0) * 1e-13 + 1e-30))
    to_unit, from_unit = (axes / width).T, axes * width
    return to_unit @ a @ from_unit, to_unit @ b, c @ from_unit, d
