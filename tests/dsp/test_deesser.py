"""The de-esser."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.deesser import deessed, upper_part

RATE = 22050
SETTING = {"hz": 5000.0, "over_db": -8.0, "deepest_db": 9.0}


def vowel(seconds: float, rate: int = RATE) -> np.ndarray:
    """A voice of 120 Hz whose harmonics fall by 12 dB an octave, (frames, 1)."""
    t = np.arange(round(seconds * rate)) / rate
    tones = sum(np.sin(2 * np.pi * 120 * k * t + k * k) / k**2 for k in range(1, 90))
    return (0.2 * tones).astype(np.float32)[:, None]


def hiss(seconds: float, level: float, low: float = 6000.0, high: float = 8000.0) -> np.ndarray:
    """Noise between two frequencies, RMS ``level``, (frames, 1)."""
    frames = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(7).standard_normal(frames))
    hz = np.fft.rfftfreq(frames, 1 / RATE)
    spectrum[(hz < low) | (hz > high)] = 0
    noise = np.fft.irfft(spectrum, frames)
    return (level * noise / np.sqrt(np.mean(noise**2))).astype(np.float32)[:, None]


def band_db(samples: np.ndarray, low: float, high: float) -> float:
    """Power between two frequencies, in dB."""
    spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) ** 2
    hz = np.fft.rfftfreq(len(samples), 1 / RATE)
    return float(10 * np.log10(spectrum[(hz >= low) & (hz <= high)].sum()))


def rms(samples: np.ndarray) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


@pytest.mark.parametrize(("over", "taken"), [(-14.0, 0.0), (-3.0, 5.0), (0.0, 8.0), (6.0, 9.0)])
def test_hiss_over_a_vowel_comes_down_by_what_stands_out(over: float, taken: float) -> None:
    """A 7 kHz hiss so far over the voice comes down to 8 dB under it, by 9 dB at most; the vowel below stays."""
    voice = vowel(2.0)
    burst = slice(RATE, RATE + 4000)
    samples = voice.copy()
    samples[burst] += hiss(4000 / RATE, rms(voice) * 10 ** (over / 20))
    made = deessed(samples, RATE, **SETTING)
    inside = slice(RATE + 800, RATE + 3200)
    # The burst raises the line's own level a little; so up to half a dB less is taken.
    assert band_db(made[inside], 6000, 8000) - band_db(samples[inside], 6000, 8000) == pytest.approx(-taken, abs=0.9)
    assert band_db(made[inside], 100, 3500) == pytest.approx(band_db(samples[inside], 100, 3500), abs=0.02)


def test_a_vowel_is_left_alone() -> None:
    """Without sibilance not a sample changes."""
    samples = vowel(1.5)
    assert (deessed(samples, RATE, **SETTING) == samples).all()


def test_it_is_at_work_before_the_hiss_and_lets_go_after_it() -> None:
    """Away from a burst, 10 ms before and 200 ms after, the sound is the very same; at the burst's first moment it is held."""
    samples = vowel(2.0)
    samples[RATE : RATE + 2205] += hiss(0.1, 2 * rms(samples))
    made = deessed(samples, RATE, **SETTING)
    assert (made[: RATE - 220] == samples[: RATE - 220]).all()
    after = RATE + 2205 + round(0.2 * RATE)
    assert (made[after:] == samples[after:]).all()
    first = slice(RATE, RATE + 220)
    assert band_db(made[first], 6000, 8000) < band_db(samples[first], 6000, 8000) - 6


def test_its_gain_has_no_steps() -> None:
    """Its gain on a 7 kHz tone that sets in never moves by more than 4 % from one sample to the next."""
    t = np.arange(2 * RATE) / RATE
    loud = (np.arange(2 * RATE) > RATE) * 0.3 + 0.002
    samples = (vowel(2.0)[:, 0] + loud * np.sin(2 * np.pi * 7000 * t)).astype(np.float32)[:, None]
    before, after = upper_part(samples, 5000, RATE)[:, 0], upper_part(deessed(samples, RATE, **SETTING), 5000, RATE)[:, 0]
    turned = np.exp(-2j * np.pi * 7000 * t)
    smooth = np.hanning(65) / np.hanning(65).sum()
    outlines = [np.abs(np.convolve(x * turned, smooth, "same")) for x in (before, after)]
    inside = slice(RATE + 100, -100)
    gain = outlines[1][inside] / outlines[0][inside]
    assert np.abs(np.diff(gain)).max() < 0.04


@pytest.mark.parametrize("rate", [16000, 22050, 44100, 48000])
def test_the_parts_are_in_phase_and_add_up(rate: int) -> None:
    """The upper part passes 7.5 kHz whole and in time, stops 3 kHz by 50 dB, and holds nothing of a constant."""
    t = np.arange(rate // 2) / rate
    high, low = (np.sin(2 * np.pi * hz * t).astype(np.float32)[:, None] for hz in (7500, 3000))
    inside = slice(500, -500)
    assert upper_part(high, 5500, rate)[inside] == pytest.approx(high[inside], abs=0.005)
    assert np.abs(upper_part(low, 5500, rate)[inside]).max() < 10 ** (-50 / 20)
    assert np.abs(upper_part(np.ones((4000, 1), np.float32), 5500, rate)[inside]).max() < 1e-5


def test_silence_short_lines_and_low_rates_pass() -> None:
    """Silence, nothing, and sound whose rate holds nothing above the corner come back as they are; one sample stays one."""
    for samples in (np.zeros((3000, 1), np.float32), np.zeros((0, 1), np.float32)):
        assert deessed(samples, RATE, **SETTING) is samples
    assert deessed(np.full((1, 1), 0.1, np.float32), RATE, **SETTING).shape == (1, 1)
    low = vowel(0.5, 8000)
    assert deessed(low, 8000, **SETTING) is low


def test_two_channels_get_one_gain() -> None:
    """A hiss on one side brings down both by the same."""
    voice = vowel(1.0)
    left = voice.copy()
    left[8000:12000] += hiss(4000 / RATE, 2 * rms(voice))
    made = deessed(np.concatenate((left, np.float32(0.5) * left), axis=1), RATE, **SETTING)
    assert made[:, 1] == pytest.approx(made[:, 0] / 2, abs=1e-6)
