"""Damage that engines do to a sentence, planted in good ones."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.voice.energy import levels, sounding
from segment.voice.engines.recipe import Said

Samples = NDArray[np.float32]
Fault = Callable[[Said, Said], Said]
"""A good sentence, and a good one of other words but much the same length, to a bad one."""


def sound_of(said: Said) -> tuple[int, int]:
    """First sounding frame, and one past the last."""
    level, hop = levels(said.samples, said.rate)
    loud = np.flatnonzero(sounding(level))
    return int(loud[0]) * hop, min(int(loud[-1] + 1) * hop, said.samples.size)


def _at(said: Said, share: float) -> int:
    start, end = sound_of(said)
    return start + round((end - start) * share)


def _with(said: Said, *parts: Samples) -> Said:
    """Other samples, and those of the marks that are still inside."""
    samples = np.concatenate(parts).astype(np.float32)
    marks = None if said.marks is None else tuple(mark for mark in said.marks if mark[1] < samples.size)
    return replace(said, samples=samples, marks=marks)


def _faded(samples: Samples, rate: int) -> Samples:
    """Its last 20 ms fade away, and silence follows, as when an engine stops in good order."""
    size = rate // 50
    out = samples.copy()
    out[-size:] *= np.linspace(1.0, 0.0, size, dtype=np.float32)
    return np.concatenate([out, np.zeros(rate // 5, np.float32)])


def cut(share: float) -> Fault:
    """Breaks off after a share of the speech."""
    return lambda said, other: _with(said, said.samples[: _at(said, share)])


def cut_softly(share: float) -> Fault:
    """The same with a fade."""
    return lambda said, other: _with(said, _faded(said.samples[: _at(said, share)], said.rate))


def cut_between_words(said: Said, other: Said) -> Said:
    """Without its last two words, and nothing to hear of it."""
    marks = said.marks or ()
    at = marks[-2][1] if len(marks) > 2 else _at(said, 0.75)
    kept = replace(said, marks=marks[:-2])
    return _with(kept, _faded(said.samples[:at], said.rate))


def doubled(said: Said, other: Said) -> Said:
    """Said twice."""
    return _with(said, said.samples, said.samples)


def tail_repeated(said: Said, other: Said) -> Said:
    """Its last words, about 0.7 s, are said again."""
    start, end = sound_of(said)
    at = max(end - round(0.7 * said.rate), start)
    return _with(said, said.samples[:end], said.samples[at:])


def louder(gain: float) -> Fault:
    """Too loud for its samples, or too soft for ears."""
    return lambda said, other: replace(said, samples=np.clip(said.samples * np.float32(gain), -1, 1))


def clipped(said: Said, other: Said) -> Said:
    """Three times as loud as its samples can hold, however softly the voice speaks."""
    return louder(3.0 / float(np.abs(said.samples).max()))(said, other)


def hole(said: Said, other: Said) -> Said:
    """Silence from 30 to 70 % of the speech."""
    return _instead(lambda size, rate: np.zeros(size))(said, other)


def white(size: int, rate: int) -> NDArray[np.float64]:
    """Noise."""
    return np.random.default_rng(size).standard_normal(size)


def pink(size: int, rate: int) -> NDArray[np.float64]:
    """Noise with as much in each octave, from 20 Hz."""
    spectrum = np.fft.rfft(white(size, rate))
    hertz = np.fft.rfftfreq(size, 1 / rate)
    noise = np.fft.irfft(np.where(hertz > 20, spectrum / np.sqrt(np.maximum(hertz, 20)), 0), size)
    return noise / noise.std()


def hum(size: int, rate: int) -> NDArray[np.float64]:
    """Mains, with its third harmonic."""
    time = np.arange(size) / rate
    return 1.3 * np.sin(2 * np.pi * 50 * time) + 0.5 * np.sin(2 * np.pi * 150 * time)


def tone(size: int, rate: int) -> NDArray[np.float64]:
    """1 kHz."""
    return 1.4 * np.sin(2 * np.pi * 1000 * np.arange(size) / rate)


def _instead(made: Callable[[int, int], NDArray[np.float64]]) -> Fault:
    """Something as loud as the speech instead of it, from 30 to 70 %."""

    def spoil(said: Said, other: Said) -> Said:
        start, first, last, end = (_at(said, share) for share in (0.0, 0.3, 0.7, 1.0))
        samples = said.samples.copy()
        loudness = float(np.sqrt(np.mean(np.square(samples[start:end]))))
        samples[first:last] = loudness * made(last - first, said.rate)
        return replace(said, samples=samples)

    return spoil


def swapped(said: Said, other: Said) -> Said:
    """Another line's sound and marks."""
    return other


def swapped_sound(said: Said, other: Said) -> Said:
    """Another line's sound under the marks of the right one."""
    return _with(replace(other, marks=said.marks), other.samples)


FAULTS: dict[str, Fault] = {
    "empty": lambda said, other: _with(said, said.samples[:0]),
    "not numbers": lambda said, other: replace(said, samples=said.samples * np.float32("nan")),
    "cut off in half": cut(0.5),
    "cut off": cut(0.8),
    "cut off late": cut(0.9),
    "cut off softly": cut_softly(0.8),
    "cut off between words": cut_between_words,
    "doubled": doubled,
    "tail repeated": tail_repeated,
    "silent": lambda said, other: replace(said, samples=np.zeros_like(said.samples)),
    "nearly silent": louder(0.002),
    "silent inside": hole,
    "clipped": clipped,
    "white noise": _instead(white),
    "pink noise": _instead(pink),
    "hum": _instead(hum),
    "tone": _instead(tone),
    "swapped": swapped,
    "swapped sound": swapped_sound,
}
"""By name."""
