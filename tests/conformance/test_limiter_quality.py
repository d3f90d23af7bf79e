"""What the limiter does to sound: it never lets a peak through, and does not distort what is steady."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp import limiter, truepeak
from segment.dsp.meter import hop_frames

CEILING = 0.5


def limited(sound: np.ndarray, rate: int) -> np.ndarray:
    """A sound, float32 (frames, channels), held under the ceiling as the master does it."""
    hop = hop_frames(rate)
    hops = -(-len(sound) // hop)
    around = np.zeros((hops * hop + 2 * truepeak.REACH, sound.shape[1]), np.float32)
    around[truepeak.REACH : truepeak.REACH + len(sound)] = sound
    gains = limiter.boundary_gains(truepeak.hop_peaks(around, hop, np.arange(hops)), CEILING, hop / rate)
    out = sound.copy()
    limiter.apply(out, 0, gains, hop)
    return out


def over_db(sound: np.ndarray) -> float:
    """How far the true peak lies over the ceiling."""
    return float(20 * np.log10(truepeak.true_peak(sound) / CEILING))


def thd_n_db(sound: np.ndarray, hz: float, rate: int) -> float:
    """What is left of a sine when the sine is taken away, relative to it (THD+N), its first and last second left out."""
    middle = sound[rate:-rate, 0].astype(np.float64)
    phase = 2 * np.pi * hz * np.arange(len(middle)) / rate
    parts = np.stack([np.sin(phase), np.cos(phase)], axis=1)
    fitted = parts @ np.linalg.lstsq(parts, middle, rcond=None)[0]
    return float(10 * np.log10(np.mean((middle - fitted) ** 2) / np.mean(fitted**2)))


@pytest.mark.parametrize("kind", ["noise", "clicks", "bursts"])
def test_no_peak_comes_through(kind: str, rate: int) -> None:
    """Noise, clicks and bursts up to 8 dB too high come out at most 0.05 dB over the ceiling, between the samples too."""
    rng = np.random.default_rng(3)
    sound = np.zeros((4 * rate, 2), np.float32)
    if kind == "noise":
        sound = rng.normal(0, 0.3, sound.shape).astype(np.float32)
    elif kind == "clicks":
        sound[rng.integers(0, len(sound), 300)] = rng.uniform(0.3, 1.25, (300, 1))
    else:
        at = np.arange(len(sound))
        sound[:] = (1.2 * np.sin(at * 0.7) * (np.sin(at / rate * 9) > 0.6))[:, None]
    assert over_db(sound) > 4
    assert over_db(limited(sound, rate)) <= 0.05


@pytest.mark.parametrize("hz", [30, 50, 150, 997])
@pytest.mark.parametrize("too_high_db", [3, 6])
def test_a_steady_tone_stays_a_tone(hz: float, too_high_db: float, rate: int) -> None:
    """From 30 Hz up a tone that is held down all the time has less than −90 dB of distortion: its gain does not move."""
    at = np.arange(4 * rate) / rate
    tone = (CEILING * 10 ** (too_high_db / 20) * np.sin(2 * np.pi * hz * at)).astype(np.float32)[:, None]
    assert thd_n_db(limited(tone, rate), hz, rate) < -90


def test_below_hearing_it_ripples_a_little(rate: int) -> None:
    """At 20 Hz, where a hop is shorter than half a period, it is still under 1 % (−40 dB)."""
    at = np.arange(4 * rate) / rate
    tone = (CEILING * 1.4 * np.sin(2 * np.pi * 20 * at)).astype(np.float32)[:, None]
    assert thd_n_db(limited(tone, rate), 20, rate) < -40
