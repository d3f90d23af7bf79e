"""Pauses inside a sentence: the engine decides where it stops, the profile for how long."""

from __future__ import annotations

import re

import numpy as np
from msgspec.structs import replace

from segment import units
from segment.model.sound import Word
from segment.voice.line import Stretch

LONGER = 1.5
"""A semicolon, colon, dash or dots against a comma, as people and engines read them."""
SHORTEST_S = 0.05
"""What is shorter between two words is a stop consonant and not a pause."""
EDGE_S = 0.02
"""Kept of the engine's own sound on each side of a pause, faded: the end of one word, the breath before the next."""

_COMMA = re.compile(r"[,，]\W*$")
_LONG = re.compile(r"[;:—–…]\W*$|(^|\s)[-—–]+$|\.\.\.\W*$")


def with_pauses(stretch: Stretch, comma_s: float) -> Stretch:
    """The stretch with silence of ``comma_s`` seconds where it stops at a comma, half as much again at a longer mark.

    Where the engine reads on without a stop nothing is put in, and stops that no mark asks for stay as they are.
    """
    out: list[Word] = []
    blocks: list[np.ndarray] = []
    taken = moved = 0
    for word, following in zip(stretch.words, [*stretch.words[1:], None], strict=True):
        out.append(replace(word, start=word.start + moved, end=word.end + moved))
        if following is None:
            break
        seconds = _seconds(word.text, comma_s)
        gap = following.start - word.end
        if seconds is None or gap < units.frames(SHORTEST_S, stretch.rate) or following.end <= following.start:
            continue
        pause = _pause(stretch, word.end, following.start, units.frames(seconds, stretch.rate))
        blocks += [stretch.samples[taken : word.end], pause]
        taken = following.start
        moved += pause.size - gap
    if not blocks:
        return stretch
    samples = np.concatenate([*blocks, stretch.samples[taken:]])
    samples.setflags(write=False)
    return replace(stretch, samples=samples, words=tuple(out))


def _seconds(text: str, comma_s: float) -> float | None:
    """How long a stop behind the word should be; None where nothing asks for one."""
    return LONGER * comma_s if _LONG.search(text) else comma_s if _COMMA.search(text) else None


def _pause(stretch: Stretch, start: int, end: int, frames: int) -> np.ndarray:
    """Silence of ``frames`` with the edges of the engine's own pause from ``start`` to ``end``."""
    edge = min(units.frames(EDGE_S, stretch.rate), (end - start) // 2, frames // 2)
    pause = np.zeros(frames, np.float32)
    if edge:
        fade = np.linspace(1.0, 0.0, edge, endpoint=False, dtype=np.float32)
        pause[:edge] = stretch.samples[start : start + edge] * fade
        pause[frames - edge :] = stretch.samples[end - edge : end] * fade[::-1]
    return pause
