"""Our meter against libebur128 on sound that is no test tone."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile


def assert_agree(a, b) -> None:
    assert a.integrated_lufs == pytest.approx(b.integrated_lufs, abs=0.01)
    assert a.momentary_max_lufs == pytest.approx(b.momentary_max_lufs, abs=0.05)  # theirs moves in steps of 20 ms
    assert a.short_term_max_lufs == pytest.approx(b.short_term_max_lufs, abs=0.02)
    assert a.sample_peak_dbfs == pytest.approx(b.sample_peak_dbfs, abs=0.001)


def test_uneven_stereo_noise(rate, ours, theirs, their_peak) -> None:
    """Noise of changing level, width and colour reads alike on both meters, range and true peak included."""
    rng = np.random.default_rng(8)
    frames = 40 * rate
    sound = rng.normal(0, 0.15, (frames, 2)).cumsum(axis=0)
    sound = np.diff(sound - np.roll(sound, rate // 200, axis=0), axis=0, prepend=0)
    sound *= np.interp(np.arange(frames), np.linspace(0, frames, 41), rng.uniform(0.05, 1, 41))[:, None]
    sound[:, 1] *= np.interp(np.arange(frames), [0, frames // 2, frames], [0, 1, 0.3])
    sound = (sound / np.abs(sound).max() * 0.9).astype(np.float32)
    a, b = ours(sound), theirs(sound)
    assert_agree(a, b)
    assert a.lra_lu == pytest.approx(b.lra_lu, abs=1)  # theirs takes a window each second, ours each 100 ms
    assert a.true_peak_dbtp == pytest.approx(their_peak(sound), abs=0.25)  # noise up to half the rate: no two filters agree


def test_real_music_and_speech(samples, rate, ours, theirs, their_peak) -> None:
    """Real recordings at their own rate read alike on both meters, true peak within 0.1 dB."""
    heard = 0
    for name in ("music/brahms_hungarian_dance_5_PD.hq.ogg", "music/guitar_cc0.wav", "music/glass_004.wav"):
        sound, own = soundfile.read(samples / name, dtype="float32", always_2d=True, stop=20 * rate)
        if own == rate:
            a, b = ours(sound), theirs(sound)
            assert_agree(a, b)
            assert a.true_peak_dbtp == pytest.approx(their_peak(sound), abs=0.1)
            heard += 1
    assert heard


def test_a_meter_that_every_python_has(rate, ours, filters) -> None:
    """Noise with pauses reads alike on libavfilter's meter: loudness, range, peaks."""
    rng = np.random.default_rng(4)
    frames = 30 * rate
    sound = rng.normal(0, 0.1, (frames, 2))
    sound = np.stack([np.convolve(one, np.hanning(16) / 8, mode="same") for one in sound.T], axis=1)
    sound *= np.repeat(rng.choice([0.0, 0.1, 0.5, 1.0], 60), rate // 2)[:, None]
    sound = sound.astype(np.float32)
    a, b = ours(sound), filters(sound)
    assert a.integrated_lufs == pytest.approx(b.integrated_lufs, abs=0.02)
    assert a.lra_lu == pytest.approx(b.lra_lu, abs=1)
    assert a.true_peak_dbtp == pytest.approx(b.true_peak_dbtp, abs=0.2)
    assert a.sample_peak_dbfs == pytest.approx(b.sample_peak_dbfs, abs=0.05)
