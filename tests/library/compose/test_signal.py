"""The building blocks of the instruments."""

from __future__ import annotations

import numpy as np
import pytest

from segment.library.compose.bass import bass
from segment.library.compose.electric_piano import electric_piano
from segment.library.compose.guitar import guitar
from segment.library.compose.room import impulse_response
from segment.library.compose.signal import RATE, fft_size, harmonics, high_pass, low_pass, noise, shaped, times
from segment.library.compose.strings import left_strings
from segment.library.compose.vibraphone import vibraphone


def test_harmonics_are_sines():
    """The recurrence gives the same as a sum of damped sines."""
    t = times(0.5)
    phase, damping, levels = 2 * np.pi * 220 * t, np.exp(-t / 0.3), np.array([1.0, 0.5, 0.25, 0.8])
    direct = sum(level * damping**i * np.sin((i + 1) * phase) for i, level in enumerate(levels))
    np.testing.assert_allclose(harmonics(phase, levels, damping), direct, atol=1e-9)


def test_noise_is_the_same_everywhere():
    """White noise comes from the bits of PCG64, which are the same in every release; another seed is another noise."""
    np.testing.assert_array_equal(noise(3, 1) * 2.0**52 + 2.0**52, np.random.PCG64(1).random_raw(3) >> 11)
    assert abs(np.corrcoef(noise(10_000, 1), noise(10_000, 2))[0, 1]) < 0.05


def test_filters_do_what_they_are_called():
    """Half the power at the corner, the slope beyond it, nothing at 0 Hz, and no delay."""
    f = np.array([100.0, 1000.0, 10_000.0])
    np.testing.assert_allclose(20 * np.log10(low_pass(f, 1000.0)), [0.0, -3.01, -40.0], atol=0.01)
    np.testing.assert_allclose(20 * np.log10(high_pass(f, 1000.0)), [-40.0, -3.01, 0.0], atol=0.01)
    sine = np.sin(2 * np.pi * 1000.0 * times(0.5)) * np.hanning(RATE // 2)
    np.testing.assert_allclose(shaped(sine, lambda f: low_pass(f, 1000.0)), sine * np.sqrt(0.5), atol=2e-3)


@pytest.mark.parametrize("frames", [1, 7, 8, 9, 1000, 1025, 44_100, 1_300_000])
def test_transform_sizes(frames):
    """The size holds the frames, wastes less than a third, and has no prime above 5."""
    size = fft_size(frames)
    assert frames <= size <= max(4, frames * 4 / 3)
    for prime in (2, 3, 5):
        while size % prime == 0:
            size //= prime
    assert size == 1


@pytest.mark.parametrize("instrument", [electric_piano, guitar, bass, vibraphone, left_strings])
@pytest.mark.parametrize("hz", [87.307, 440.0])
def test_instruments_are_in_tune(instrument, hz):
    """Each note's fundamental is within seven cents of what was asked, and it starts and ends in silence."""
    sound = instrument(hz, 2.0, 0.6, 3)
    assert abs(sound[0]) < 1e-3
    assert abs(sound[-1]) < 1e-6
    middle = sound[RATE // 4 : RATE // 4 + RATE] * np.hanning(RATE)
    spectrum = np.abs(np.fft.rfft(middle, 8 * RATE))
    near = slice(int(8 * hz * 0.97), int(8 * hz * 1.03))
    found = (near.start + int(np.argmax(spectrum[near]))) / 8
    assert abs(1200 * np.log2(found / hz)) < 7


def test_a_harder_blow_is_louder_and_brighter():
    """Velocity moves the electric piano's level and its overtones together."""
    soft, hard = (electric_piano(220.0, 0.5, velocity, 0)[: RATE // 4] for velocity in (0.3, 0.9))
    assert np.std(hard) > 1.3 * np.std(soft)
    bright = [np.std(np.diff(sound)) / np.std(sound) for sound in (soft, hard)]
    assert bright[1] > 1.2 * bright[0]


def test_the_room_dies_away_and_differs_at_each_ear():
    """The room's answer falls by 60 dB within its length and is not the same on both sides."""
    answer = impulse_response()
    late = answer[-RATE // 10 :]
    assert 10 * np.log10((late**2).mean() / (answer[: RATE // 10] ** 2).mean()) < -60
    assert abs(np.corrcoef(answer.T)[0, 1]) < 0.3
