"""A studio recording that the test makes: sentences read one after the other, flubs planted, and what was planted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.voice import VoiceProfile
from tests.voice.take.readers import RATE, Spoke, read

F32 = NDArray[np.float32]
Kind = Literal["kept", "repeat", "broken", "restart", "aside", "chatter", "cough"]

ASIDES = ("Sorry, again.", "No, let me do that again.", "Okay, once more.", "Sorry.", "I'll start again.", "Damn. Again.")
BEFORE = ("Are we rolling? Okay. Take one.", "One two three, can you hear me? Right.")
AFTER = ("That was it, thanks. How was that?", "Okay, got it. Thank you.")


class Mark(Struct, frozen=True, kw_only=True):
    """Something in the recording."""

    kind: Kind
    start_s: float
    end_s: float
    sentence: int = -1
    words: tuple[tuple[int, float, float], ...] = ()
    """(index in the sentence, start, end) of those said, seconds."""


class Recording(Struct, frozen=True, kw_only=True, eq=False):
    """The sound and the truth about it."""

    samples: F32
    """Mono at RATE."""
    marks: tuple[Mark, ...]


class _Tape:
    def __init__(self) -> None:
        self.blocks: list[F32] = []
        self.frames = 0
        self.marks: list[Mark] = []

    @property
    def now(self) -> float:
        return self.frames / RATE

    def pause(self, seconds: float) -> None:
        self.put(np.zeros(round(seconds * RATE), np.float32))

    def put(self, samples: F32) -> None:
        self.blocks.append(samples)
        self.frames += samples.size

    def say(self, spoke: Spoke, kind: Kind, sentence: int = -1, first: int = 0, stop: int | None = None) -> None:
        """Words ``first`` to ``stop`` of a sentence as it was read."""
        stop = len(spoke.words) if stop is None else stop
        begin = 0.0 if first == 0 else spoke.words[first][0]
        end = spoke.samples.size / RATE if stop == len(spoke.words) else spoke.words[stop - 1][1]
        samples = spoke.samples[round(begin * RATE) : round(end * RATE)].copy()
        fade = min(round(0.008 * RATE), samples.size // 2)
        samples[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
        samples[samples.size - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
        at = self.now - begin
        words = tuple((n, at + spoke.words[n][0], at + spoke.words[n][1]) for n in range(first, stop))
        start = self.now
        self.put(samples)
        self.marks.append(Mark(kind=kind, start_s=start, end_s=self.now, sentence=sentence, words=words))


def straight(sentences: Sequence[str], profile: VoiceProfile, seed: int = 1) -> Recording:
    """Read from beginning to end without a flub."""
    return laid_straight(read(sentences, profile), seed)


def laid_straight(spoken: Sequence[Spoke], seed: int = 1) -> Recording:
    """Sentences one after the other."""
    rng = np.random.default_rng(seed)
    tape = _Tape()
    tape.pause(0.8)
    for n, spoke in enumerate(spoken):
        tape.say(spoke, "kept", n)
        tape.pause(float(rng.uniform(0.3, 0.8)))
    tape.pause(0.7)
    return Recording(samples=np.concatenate(tape.blocks), marks=tuple(tape.marks))


def flubbed(sentences: Sequence[str], profile: VoiceProfile, seed: int = 1, every: int = 3) -> Recording:
    """About one sentence in ``every`` has a flub before its good reading; chatter before and after."""
    spoken = dict(zip((*ASIDES, *BEFORE, *AFTER), read((*ASIDES, *BEFORE, *AFTER), profile), strict=True))
    return laid_flubbed(read(sentences, profile), spoken, seed, every)


def laid_flubbed(good: Sequence[Spoke], spoken: Mapping[str, Spoke], seed: int = 1, every: int = 3) -> Recording:
    """Sentences with flubs; ``spoken``: asides and chatter by their words, empty for a reader who makes none."""
    rng = np.random.default_rng(seed)
    tape = _Tape()
    tape.pause(1.0)
    if spoken:
        tape.say(spoken[BEFORE[seed % 2]], "chatter")
    tape.pause(1.5)
    for n, spoke in enumerate(good):
        if rng.random() < 1 / every:
            _flub(tape, spoke, n, rng, spoken)
        if rng.random() < 0.08:
            _cough(tape, rng)
        tape.say(spoke, "kept", n)
        tape.pause(float(rng.uniform(0.3, 0.8)))
    tape.pause(0.8)
    if spoken:
        tape.say(spoken[AFTER[seed % 2]], "chatter")
    tape.pause(1.0)
    return Recording(samples=np.concatenate(tape.blocks), marks=tuple(tape.marks))


def _flub(tape: _Tape, spoke: Spoke, n: int, rng: np.random.Generator, spoken: Mapping[str, Spoke]) -> None:
    count = len(spoke.words)
    kind = ("repeat", "broken", "restart")[int(rng.integers(3))]
    if kind == "repeat" or count < 5:
        tape.say(spoke, "repeat", n)
    else:
        stop = int(rng.integers(2, count - 1))
        tape.say(spoke, "broken" if kind == "broken" else "restart", n, 0, stop)
    tape.pause(float(rng.uniform(0.25, 0.9)))
    if rng.random() < 0.45 and spoken:
        tape.say(spoken[ASIDES[int(rng.integers(len(ASIDES)))]], "aside")
        tape.pause(float(rng.uniform(0.3, 1.2)))


def _cough(tape: _Tape, rng: np.random.Generator) -> None:
    size = round(0.25 * RATE)
    burst = rng.normal(size=size) * np.exp(-np.arange(size) / (0.06 * RATE)) * 0.25
    start = tape.now
    tape.put(burst.astype(np.float32))
    tape.marks.append(Mark(kind="cough", start_s=start, end_s=tape.now))
    tape.pause(0.5)


def noisy(recording: Recording, snr_db: float, seed: int = 5) -> Recording:
    """With a room's noise (falling 3 dB an octave) so far under the speech."""
    samples = recording.samples
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft(rng.normal(size=samples.size))
    spectrum /= np.sqrt(np.maximum(np.arange(spectrum.size), 20.0))
    noise = np.fft.irfft(spectrum, samples.size)
    loud = np.abs(samples) > 0.01
    level = np.sqrt(float(np.mean(samples[loud].astype(np.float64) ** 2)))
    noise *= level * 10 ** (-snr_db / 20) / np.sqrt(float(np.mean(noise**2)))
    return replace(recording, samples=(samples + noise).astype(np.float32))


def in_a_room(recording: Recording, seconds: float = 0.4, direct_db: float = 3.0, seed: int = 6) -> Recording:
    """With a reverberation that falls by 60 dB in ``seconds``."""
    size = round(seconds * RATE)
    rng = np.random.default_rng(seed)
    tail = rng.normal(size=size) * 10 ** (-3 * np.arange(size) / size)
    tail[: round(0.004 * RATE)] = 0
    tail *= 10 ** (-direct_db / 20) / np.sqrt(float(np.sum(tail**2)))
    tail[0] = 1.0
    samples = recording.samples
    length = 1 << (samples.size + size - 1).bit_length()
    wet = np.fft.irfft(np.fft.rfft(samples, length) * np.fft.rfft(tail, length), length)[: samples.size]
    return replace(recording, samples=wet.astype(np.float32))


def humming(recording: Recording, hz: float = 50.0, level: float = 0.01) -> Recording:
    """With the mains in it, and its overtones."""
    t = np.arange(recording.samples.size) / RATE
    hum = sum(level / n * np.sin(2 * np.pi * hz * n * t) for n in (1, 2, 3, 5))
    return replace(recording, samples=(recording.samples + hum).astype(np.float32))
