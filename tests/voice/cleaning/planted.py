"""Faults of a studio, put into a clean reading; every one is what is added, so that it can be taken off again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]
OCTAVES = (125, 250, 500, 1000, 2000, 4000, 8000)


def speech_rms(samples: F32) -> float:
    """RMS of what is spoken."""
    loud = samples[np.abs(samples) > 0.02]
    return float(np.sqrt(np.mean(loud.astype(np.float64) ** 2)))


def hum(samples: F32, rate: int, hz: float, under_db: float = 35.0) -> F32:
    """The mains with overtones, so far under the speech."""
    t = np.arange(samples.size) / rate
    level = np.sqrt(2) * speech_rms(samples) * 10 ** (-under_db / 20)
    return sum(level / n * np.sin(2 * np.pi * hz * n * t + n) for n in (1, 2, 3, 5)).astype(np.float32)


def rumble(samples: F32, rate: int, under_db: float = 25.0) -> F32:
    """Traffic: noise between 8 and 35 Hz."""
    return band(samples.size, rate, 8, 35) * np.float32(speech_rms(samples) * 10 ** (-under_db / 20))


def room_noise(samples: F32, rate: int, under_db: float) -> F32:
    """A fan: noise that falls by 3 dB an octave."""
    spectrum = np.fft.rfft(np.random.default_rng(4).normal(size=samples.size))
    hz = np.fft.rfftfreq(samples.size, 1 / rate)
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(hz, 100)) * (hz > 60), samples.size)
    return (noise / noise.std() * speech_rms(samples) * 10 ** (-under_db / 20)).astype(np.float32)


def clicks(samples: F32, rate: int, count: int) -> tuple[F32, list[int]]:
    """Spikes of up to half a millisecond, an eighth to a third of full scale; and where they are."""
    rng = np.random.default_rng(9)
    at = np.sort(rng.choice(np.arange(rate // 4, samples.size - rate // 4, rate // 8), count, replace=False)).tolist()
    out = np.zeros_like(samples)
    for first in at:
        size = int(rng.integers(1, rate // 2000))
        out[first : first + size] = rng.choice([-1, 1]) * rng.uniform(0.12, 0.35, size)
    return out, at


def pops(samples: F32, rate: int, at_s: list[float]) -> F32:
    """Breath on the microphone: a tenth of a second of wind, as high as the voice's peaks."""
    out = np.zeros_like(samples)
    size = round(0.08 * rate)
    shape = np.sin(np.pi * np.arange(size) / size) ** 2 * np.sin(2 * np.pi * 35 * np.arange(size) / rate)
    for start in at_s:
        first = round(start * rate)
        out[first : first + size] += (float(np.percentile(np.abs(samples), 99.9)) * shape).astype(np.float32)
    return out


def band(frames: int, rate: int, low: float, high: float) -> F32:
    """Noise between two frequencies, RMS 1."""
    spectrum = np.fft.rfft(np.random.default_rng(6).normal(size=frames))
    hz = np.fft.rfftfreq(frames, 1 / rate)
    spectrum[(hz < low) | (hz > high)] = 0
    noise = np.fft.irfft(spectrum, frames)
    return (noise / noise.std()).astype(np.float32)


def line_db(samples: F32, rate: int, hz: float) -> float:
    """The level of one line, dBFS."""
    turned = np.exp(-2j * np.pi * hz * np.arange(samples.size) / rate)
    window = np.hanning(samples.size)
    return float(20 * np.log10(np.sqrt(2) * abs(np.dot(samples * window, turned)) / window.sum() + 1e-9))


def rms_db(samples: F32) -> float:
    """Level, dBFS."""
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def change_db(before: F32, after: F32, rate: int) -> list[float]:
    """What was done to the speech in each octave that the rate holds: power while somebody speaks, after over before."""
    size = 2048
    cut = [np.lib.stride_tricks.sliding_window_view(s, size)[:: size // 2] * np.hanning(size) for s in (before, after)]
    one, other = (np.abs(np.fft.rfft(frames)) ** 2 for frames in cut)
    spoken = one.sum(axis=1) > np.percentile(one.sum(axis=1), 95) * 10 ** (-2.5)
    hz = np.fft.rfftfreq(size, 1 / rate)
    bands = [(hz >= c / np.sqrt(2)) & (hz < c * np.sqrt(2)) for c in OCTAVES if c * np.sqrt(2) <= 0.72 * rate]
    return [float(10 * np.log10(other[spoken][:, b].sum() / one[spoken][:, b].sum())) for b in bands]
