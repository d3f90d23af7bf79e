"""The meter as a whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from segment.dsp import truepeak
from segment.dsp.gating import gated_lufs
from segment.dsp.meter import Meter
from segment.model.loudness import Loudness
from segment.units import decibels

RATE = 44100


def measured(sound: np.ndarray, *cuts: int, rate: int = RATE) -> Loudness:
    meter = Meter(rate)
    for block in np.split(sound, sorted(cuts)):
        meter.add(block)
    return meter.result()


@pytest.fixture(scope="module")
def speechlike() -> np.ndarray:
    """7.3 s of stereo noise in syllables, its side silent for a while."""
    rng = np.random.default_rng(5)
    sound = rng.normal(0, 0.1, (int(7.3 * RATE), 2))
    sound *= np.repeat(rng.uniform(0, 1, 74) ** 3, RATE // 10)[: len(sound), None]
    sound[RATE : 3 * RATE, 1] = sound[RATE : 3 * RATE, 0]
    return sound.astype(np.float32)


@settings(deadline=None, max_examples=15)
@given(cuts=st.lists(st.integers(0, int(7.3 * RATE)), max_size=8))
def test_figures_do_not_depend_on_how_the_sound_arrives(speechlike: np.ndarray, cuts: list[int]) -> None:
    """Any division into blocks gives the same figures to the last bit."""
    assert measured(speechlike, *cuts) == measured(speechlike)


def test_looking_only_where_it_matters_finds_the_same_true_peak(speechlike: np.ndarray) -> None:
    """The meter's true peak is that of oversampling everything."""
    assert measured(speechlike).true_peak_dbtp == pytest.approx(decibels(truepeak.true_peak(speechlike)), abs=1e-4)


def test_a_peak_on_a_seam_is_seen() -> None:
    """A true peak between two samples is found when the meter's own seams fall there: each place around 1 s is tried."""
    for at in range(RATE - 3, RATE + 3):
        sound = np.zeros((2 * RATE, 1), np.float32)
        sound[at : at + 2] = 0.5
        assert measured(sound).true_peak_dbtp == pytest.approx(decibels(truepeak.true_peak(sound)), abs=1e-4)


def test_mono_blocks_and_equal_channels_read_the_same(speechlike: np.ndarray) -> None:
    """One channel means the same on both: mono, dual mono and a mixture of blocks give one set of figures."""
    mono = speechlike[:, :1]
    both = np.repeat(mono, 2, axis=1)
    mixed = Meter(RATE)
    for at in range(0, len(mono), 10_000):
        mixed.add((mono if at % 20_000 else both)[at : at + 10_000])
    assert measured(mono) == measured(both) == mixed.result()


def test_integrated_is_gated_lufs(speechlike: np.ndarray) -> None:
    """Streaming and measuring an array at once agree."""
    assert measured(speechlike).integrated_lufs == pytest.approx(gated_lufs(speechlike, RATE), abs=0.001)


@pytest.mark.parametrize("frames", [0, 1, 440, 441, 17639, 17640, RATE, RATE + 5, RATE + 11, RATE + 12, RATE + 13, RATE + 441])
def test_any_length_is_measured_to_its_last_frame(frames: int) -> None:
    """A click on the very last frame is the sample peak, whatever the length; nothing at all reads −120."""
    sound = np.zeros((frames, 1), np.float32)
    sound[-1:] = 0.5
    figures = measured(sound)
    assert figures.sample_peak_dbfs == pytest.approx(-6.02 if frames else -120, abs=0.01)
    assert figures.true_peak_dbtp >= figures.sample_peak_dbfs


def test_silence_reads_minus_120_throughout() -> None:
    """Digital silence has no loudness, no peak and no range, and no infinite figure that JSON cannot hold."""
    assert astuple(measured(np.zeros((RATE * 4, 2), np.float32))) == (-120, -120, 0, -120, -120, -120)


@pytest.mark.parametrize("rate", [16000, 22050, 32000, 44100, 48000, 96000])
def test_a_tone_reads_its_level_at_every_rate(rate: int) -> None:
    """A 1 kHz sine at −23 dBFS on both channels is −23 LUFS within 0.1 LU."""
    tone = (10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 / rate * np.arange(rate * 4))).astype(np.float32)[:, None]
    figures = measured(tone, rate=rate)
    assert figures.integrated_lufs == pytest.approx(-23, abs=0.1)
    assert figures.short_term_max_lufs == pytest.approx(-23, abs=0.1)


def test_a_meter_that_gave_its_result_takes_no_more() -> None:
    """After the result, another block is a ValueError; the result can be read again."""
    meter = Meter(RATE)
    meter.add(np.ones((RATE, 1), np.float32))
    assert meter.result() == meter.result()
    with pytest.raises(ValueError, match="result"):
        meter.add(np.ones((10, 1), np.float32))
