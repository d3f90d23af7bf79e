"""One spoken line, put together from its phrases and our own pauses, quantised."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from segment import units
from segment.model.sound import Sound, Spoken, Word
from segment.model.utterance import SayWord, Utterance

if TYPE_CHECKING:
    from segment.voice.engines.recipe import Said
    from segment.voice.gate import Heard

RATE_HZ = 22050
"""Of a line in which nothing is said."""
LEAD_S, TAIL_S = 0.010, 0.040
"""Kept of the engine's own silence around a phrase, faded."""
JOINED_S = 0.12
"""Between two stretches of one phrase."""
UNSAID_S = 0.1
"""Length of a line in which nothing can be said."""


class Stretch(Struct, frozen=True, kw_only=True, eq=False):
    """A stretch as spoken and trimmed."""

    samples: NDArray[np.float32]
    rate: int
    words: tuple[Word, ...]
    """In frames of ``samples``."""


def trimmed(said: Said, words: tuple[SayWord, ...], heard: Heard) -> Stretch:
    """The stretch that sounds, with a breath of the engine's silence on each side faded to nothing."""
    from segment.voice.words import word_times  # a sentence from the shelf has its times

    start = max(heard.start - units.frames(LEAD_S, said.rate), 0)
    end = min(heard.end + units.frames(TAIL_S, said.rate), said.samples.size)
    samples = said.samples[start:end].copy()
    lead, tail = heard.start - start, end - heard.end
    if lead:
        samples[:lead] *= np.linspace(0.0, 1.0, lead, endpoint=False, dtype=np.float32)
    if tail:
        samples[-tail:] *= np.linspace(1.0, 0.0, tail, endpoint=True, dtype=np.float32)
    times = word_times(said, words, heard)
    named = tuple(Word(text=w.display, start=a - start, end=b - start) for w, (a, b) in zip(words, times, strict=True))
    return Stretch(samples=samples, rate=said.rate, words=named)


def unsaid(words: tuple[SayWord, ...]) -> Stretch:
    """Words none of which can be said: no sound, and their places."""
    return Stretch(
        samples=np.zeros(0, np.float32), rate=RATE_HZ, words=tuple(Word(text=w.display, start=0, end=0) for w in words)
    )


def settled(stretches: Sequence[Stretch], bits: int) -> tuple[Stretch, ...]:
    """Stretches on the grid they are kept on, before anyone hears them."""
    return tuple(replace(stretch, samples=on_grid(stretch.samples, bits)) for stretch in stretches)


def at_rate(stretch: Stretch, rate: int) -> Stretch:
    """The stretch at ``rate`` Hz: a speech server may change its own between two sentences."""
    if stretch.rate == rate or not stretch.samples.size:
        return stretch
    from segment.dsp.resample import resample  # rare, and not loaded before the mix else

    samples = resample(stretch.samples.reshape(-1, 1), stretch.rate, rate)[:, 0]
    words = tuple(
        Word(text=w.text, start=units.rescale(w.start, stretch.rate, rate), end=units.rescale(w.end, stretch.rate, rate))
        for w in stretch.words
    )
    return Stretch(samples=samples, rate=rate, words=words)


def line(utterance: Utterance, voice: str, pieces: Sequence[Stretch | float], bits: int) -> Spoken:
    """Joins stretches and silences (seconds) in order into the line, at the rate of its stretches."""
    rate = next((p.rate for p in pieces if isinstance(p, Stretch) and p.samples.size), RATE_HZ)
    pieces = [at_rate(piece, rate) if isinstance(piece, Stretch) else piece for piece in pieces]
    blocks: list[NDArray[np.float32]] = []
    words: list[Word] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, Stretch):
            words.extend(Word(text=w.text, start=w.start + at, end=w.end + at) for w in piece.words)
            block = piece.samples
        else:
            block = np.zeros(units.frames(piece, rate), np.float32)
        blocks.append(block)
        at += block.size
    if not at:
        blocks.append(np.zeros(units.frames(UNSAID_S, rate), np.float32))
    sound = quantised(np.concatenate(blocks).reshape(-1, 1), rate, bits)
    return Spoken(id=utterance.id, role=utterance.role, voice=voice, sound=sound, words=tuple(words))


def quantised(samples: NDArray[np.float32], rate: int, bits: int) -> Sound:
    """Sound on the grid of ``bits`` a sample, so that fresh and stored lines are equal; shape (frames, channels)."""
    fixed = on_grid(samples, bits)
    identity = sha256(f"{rate} {fixed.shape[1]} ".encode())
    identity.update(fixed.astype("<f4", copy=False).data)
    return Sound(samples=fixed, rate=rate, fingerprint=identity.hexdigest())


def on_grid(samples: NDArray[np.float32], bits: int) -> NDArray[np.float32]:
    """The samples rounded to ``bits`` bits and clipped, read-only, in the same shape."""
    # Scaling by a power of two and rounding are exact in float32, up to 24 bits.
    scale = np.float32(2 ** (bits - 1))
    fixed = np.multiply(samples, scale, dtype=np.float32, order="C")
    np.rint(fixed, out=fixed)
    np.maximum(fixed, -scale, out=fixed)
    np.minimum(fixed, scale - np.float32(1), out=fixed)
    fixed *= np.float32(1) / scale
    fixed += np.float32(0.0)  # −0 becomes 0, so that equal sound has equal bytes
    fixed.setflags(write=False)
    return fixed
