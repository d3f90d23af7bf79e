"""The compressor."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.compressor import compressed, reduction

RATE = 22050
SETTING = {"ratio": 2.5, "attack_s": 0.008, "release_s": 0.09}


def tone(seconds: float, amplitude: float, hz: float = 400.0) -> np.ndarray:
    """A tone, (frames, 1)."""
    return (amplitude * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)[:, None]


def db(samples: np.ndarray) -> float:
    """Mean power in dB."""
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


def test_the_static_curve_is_the_one_on_paper() -> None:
    """Ratio 2.5: nothing to 3 dB under the threshold, −0.45 dB at it, −1.8 dB 3 dB over it, and 0.6 dB for each dB beyond."""
    over = np.array([-40.0, -3.0, 0.0, 3.0, 8.0, 13.0])
    assert reduction(over, 2.5) == pytest.approx([0.0, 0.0, -0.45, -1.8, -4.8, -7.8])
    assert reduction(over, 1.0) == pytest.approx(np.zeros(6))


@pytest.mark.parametrize("amplitude", [0.5, 0.05, 0.005])
def test_a_steady_voice_comes_down_by_the_curve_however_loud_it_is(amplitude: float) -> None:
    """A tone 10 dB over the threshold comes down 6 dB at 2.5 to 1, from its own level and not from full scale."""
    samples = tone(2.0, amplitude)
    made = compressed(samples, RATE, over_db=-10.0, **SETTING)
    assert db(made[RATE:]) - db(samples[RATE:]) == pytest.approx(-6.0, abs=0.05)


def test_loud_and_soft_come_nearer() -> None:
    """Of 12 dB between loud and soft stretches, those over the threshold lose, and those under it are left as they are."""
    samples = np.concatenate([tone(0.5, a) for a in (0.4, 0.1) * 4])
    made = compressed(samples, RATE, over_db=-3.0, **SETTING)
    loud, soft = slice(RATE + 8000, RATE + 11000), slice(RATE + 11025 + 8000, 2 * RATE - 200)
    assert db(samples[loud]) - db(samples[soft]) == pytest.approx(12.04, abs=0.05)
    # Gated mean of the two: 10·log10((0.16 + 0.01) / 4) = −13.72 dB; loud is −10.97, so 5.75 dB over the threshold: −3.45 dB.
    assert db(made[loud]) - db(samples[loud]) == pytest.approx(-3.45, abs=0.1)
    assert made[soft] == pytest.approx(samples[soft], abs=0.003)


def test_a_step_up_is_taken_down_in_the_attack_and_let_go_in_the_release() -> None:
    """One attack time after a step the gain is well under way, five release times after it is over; nothing jumps on the way."""
    carrier = tone(3.0, 0.3, 3000.0)
    shape = np.where((np.arange(len(carrier)) // RATE) == 1, 1.0, 0.1).astype(np.float32)[:, None]
    samples = carrier * shape
    made = compressed(samples, RATE, over_db=-8.0, **SETTING)
    heard = np.flatnonzero(np.abs(samples[:, 0]) > 0.01)
    gain = np.interp(np.arange(len(samples)), heard, made[heard, 0] / samples[heard, 0])
    settled = gain[2 * RATE - 2000]
    # Of the 13 blocks of 400 ms that the gate lets pass, 7 are full and 6 hold 3 between them: the tone is 1.14 dB over its line.
    assert 20 * np.log10(settled) == pytest.approx(-0.6 * 9.14, abs=0.05)
    at = RATE + round(0.008 * RATE)
    assert settled < gain[at - 20 : at + 20].max() < 0.9
    after = 2 * RATE + round((0.005 + 5 * 0.09) * RATE)
    assert gain[after : after + 2000].min() > 0.99
    assert np.abs(np.diff(gain)).max() < 0.005


@pytest.mark.parametrize("samples", [np.zeros((5000, 1), np.float32), np.full((1, 1), 0.5, np.float32)])
def test_silence_and_a_single_sample_pass(samples: np.ndarray) -> None:
    """Silence stays silence and one sample stays one sample."""
    made = compressed(samples, RATE, over_db=3.0, **SETTING)
    assert made.shape == samples.shape
    assert np.isfinite(made).all()
    assert np.abs(made).max() <= np.abs(samples).max()


def test_two_channels_keep_their_balance() -> None:
    """Both channels get one gain."""
    left = tone(1.0, 0.4) * np.linspace(0.1, 1, RATE, dtype=np.float32)[:, None]
    made = compressed(np.concatenate((left, left * np.float32(0.25)), axis=1), RATE, over_db=-6.0, **SETTING)
    assert made[:, 1] == pytest.approx(made[:, 0] * 0.25, abs=1e-6)
    assert db(made[-4000:, :1]) < db(left[-4000:]) - 2
