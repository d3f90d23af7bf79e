"""Sample-rate conversion."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.dsp.resample import Resampler, resample
from segment.units import rescale

RATES = [8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000, 96000]


@settings(deadline=None, max_examples=60)
@given(
    frames=st.integers(0, 4000), rate=st.sampled_from(RATES), new_rate=st.sampled_from(RATES), channels=st.sampled_from([1, 2])
)
def test_lengths_are_exact(frames: int, rate: int, new_rate: int, channels: int) -> None:
    """The result has round(frames · new / old) frames and the same channels, at once or as a stream."""
    sound = np.zeros((frames, channels), np.float32)
    wanted = (rescale(frames, rate, new_rate), channels)
    stream = Resampler(rate, new_rate, channels)
    assert resample(sound, rate, new_rate).shape == wanted
    assert np.concatenate([stream.push(sound), stream.finish()]).shape == wanted


@settings(deadline=None, max_examples=25)
@given(
    cuts=st.lists(st.integers(0, 30_000), max_size=10), rates=st.sampled_from([(22050, 44100), (44100, 48000), (48000, 44100)])
)
def test_a_stream_equals_the_whole(cuts: list[int], rates: tuple[int, int]) -> None:
    """Pieces of any length put together are what converting everything at once gives, to the last bit."""
    sound = np.random.default_rng(1).uniform(-1, 1, (30_000, 2)).astype(np.float32)
    stream = Resampler(*rates, 2)
    pieces = [stream.push(piece) for piece in np.split(sound, sorted(cuts))] + [stream.finish()]
    assert np.array_equal(np.concatenate(pieces), resample(sound, *rates))


def tone(hz: float, rate: int, seconds: float = 1.0) -> np.ndarray:
    return (0.5 * np.sin(2 * np.pi * hz / rate * np.arange(round(seconds * rate)))).astype(np.float32)[:, None]


@pytest.mark.parametrize(("rate", "new_rate"), [(22050, 44100), (44100, 48000), (48000, 44100)])
def test_a_tone_stays_itself(rate: int, new_rate: int) -> None:
    """A 997 Hz tone is the same tone at the new rate: what is left of it after taking that away is under −100 dB."""
    middle = slice(new_rate // 4, 3 * new_rate // 4)
    left = resample(tone(997, rate), rate, new_rate)[middle] - tone(997, new_rate)[middle]
    assert 20 * np.log10(np.sqrt(np.mean(left**2)) / 0.354) < -100


def test_what_the_new_rate_cannot_hold_is_gone() -> None:
    """A 23 kHz tone at 48 kHz leaves less than −100 dB at 44.1 kHz: no alias."""
    left = resample(tone(23_000, 48000), 48000, 44100)[4410:-4410]
    assert 20 * np.log10(np.sqrt(np.mean(left**2)) / 0.354) < -100


def test_the_same_rate_changes_nothing() -> None:
    """Converting to the rate that is there gives the samples themselves."""
    sound = tone(440, 44100)
    stream = Resampler(44100, 44100, 1)
    assert np.array_equal(resample(sound, 44100, 44100), sound)
    assert np.array_equal(np.concatenate([stream.push(sound), stream.finish()]), sound)
