"""A recording is freed of what a studio should have kept out, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.media import sound as sound_files
from segment.model.cleaning import USUAL, Cleaning, CleanUp
from segment.voice.cleaning.applying import applied, cleaned
from segment.voice.cleaning.telling import told_of
from tests.voice.cleaning import planted
from tests.voice.cleaning.conftest import Reading
from tests.voice.take.readers import RATE

F32 = NDArray[np.float32]
NOTHING = Cleaning(offset=False, clicks=False, hum=False, high_pass_hz=0, plosives_db=0, noise_db=0, expander_db=0, de_esser_db=0)


def test_a_clean_recording_is_left_alone(reading: Reading) -> None:
    """A good recording needs no step at all, and comes back as the very same array."""
    out, plan = cleaned(reading.samples, RATE, USUAL)
    assert plan == CleanUp()
    assert out is reading.samples


def test_real_speech_is_never_made_worse(samples: Path) -> None:
    """Real readers' recordings change by at most 0.5 dB in any octave of their speech."""
    for group in ("ljspeech", "librivox"):
        sounds = [sound_files.read(path) for path in sorted((samples / "speech" / group).glob("*.wav"))]
        whole = np.concatenate([sound.samples[:, 0] - sound.samples.mean() for sound in sounds])
        out, _ = cleaned(whole, sounds[0].rate, USUAL)
        assert np.abs(planted.change_db(whole, out, sounds[0].rate)).max() <= 0.5, group


@pytest.mark.parametrize("hz", [50.0, 49.93, 60.04])
def test_hum_is_notched_where_it_is(reading: Reading, hz: float) -> None:
    """The mains and its first overtone are 25 dB down or more, at whatever frequency they are, and the speech is untouched."""
    out, plan = cleaned(reading.samples + planted.hum(reading.samples, RATE, hz), RATE, USUAL)
    assert plan == CleanUp(hum=plan.hum)
    assert [round(line.hz, 1) for line in plan.hum][:2] == [round(hz, 1), round(2 * hz, 1)]
    for n in (1, 2):
        before = planted.line_db(reading.samples + planted.hum(reading.samples, RATE, hz), RATE, n * hz)
        assert planted.line_db(out, RATE, n * hz) < before - 25
    assert np.abs(planted.change_db(reading.samples, out, RATE)).max() <= 0.5


def test_a_voice_that_keeps_to_one_pitch_is_no_hum() -> None:
    """What is gone when nobody speaks is not the mains, be it as steady as a machine's voice."""
    t = np.arange(20 * RATE) / RATE
    buzz = sum(np.sin(2 * np.pi * 60 * k * t) / k for k in range(1, 12)) * np.clip(np.sin(2 * np.pi * 4 * t), 0, None)
    noise = np.random.default_rng(1).normal(size=t.size) * 1e-4
    assert cleaned((0.1 * buzz * (t % 2 < 1.6) + noise).astype(np.float32), RATE, USUAL)[1].hum == ()


def test_clicks_are_repaired(reading: Reading) -> None:
    """Of forty clicks most are found, those in pauses all; found ones are 30 dB down in the middle, and none as it was."""
    dirt, at = planted.clicks(reading.samples, RATE, 40)
    out, plan = cleaned(reading.samples + dirt, RATE, USUAL)
    found = [first for first in at if any(a <= first < b for a, b in plan.clicks)]
    assert len(found) >= 0.6 * len(at)
    assert len(plan.clicks) == len(found)
    quiet = [first for first in at if any(a <= first < b for a, b in reading.pauses)]
    assert set(quiet) <= set(found)
    spans = [slice(a - 20, b + 20) for a, b in plan.clicks]
    down = [planted.rms_db(dirt[span]) - planted.rms_db(out[span] - reading.samples[span]) for span in spans]
    assert np.median(down) > 30
    assert min(down) > 3


def test_rumble_is_taken_out_below_the_voice(reading: Reading) -> None:
    """What lies below 35 Hz is 20 dB down, and the lowest octave of the voice stays within half a decibel."""
    dirt = planted.rumble(reading.samples, RATE)
    out, plan = cleaned(reading.samples + dirt, RATE, USUAL)
    assert plan.high_pass_hz is not None
    assert planted.rms_db(reading.in_pauses(out)) < planted.rms_db(reading.in_pauses(dirt)) - 20
    assert np.abs(planted.change_db(reading.samples, out, RATE)).max() <= 0.5


def test_an_offset_is_taken_off(reading: Reading) -> None:
    """A constant offset is gone, and nothing else is done."""
    out, plan = cleaned(reading.samples + np.float32(0.03), RATE, USUAL)
    assert plan == CleanUp(offset=plan.offset)
    assert float(np.abs(out - reading.samples).max()) < 1e-5


def test_pops_are_eased(reading: Reading) -> None:
    """Each pop is found, and its low end brought down to the voice's own: by 6 dB in the mean, and 3 dB at least."""
    at = [reading.pauses[n][1] / RATE + 0.06 for n in range(1, 11)]
    dirt = planted.pops(reading.samples, RATE, at)
    out, plan = cleaned(reading.samples + dirt, RATE, USUAL)
    assert len(plan.plosives) == len(at)
    eased = []
    for start in at:
        span = slice(round(start * RATE), round((start + 0.08) * RATE))
        eased.append(planted.rms_db(dirt[span]) - planted.rms_db(out[span] - reading.samples[span]))
    assert min(eased) > 3
    assert np.mean(eased) > 6


@pytest.mark.parametrize(("under_db", "least_db"), [(30.0, 9.0), (20.0, 11.0)])
def test_a_steady_noise_is_taken_down(reading: Reading, under_db: float, least_db: float) -> None:
    """The floor between words falls by nearly all that is allowed, and every octave of the speech stays within a decibel."""
    dirt = planted.room_noise(reading.samples, RATE, under_db)
    out, plan = cleaned(reading.samples + dirt, RATE, replace(USUAL, expander_db=0))
    assert plan.quieting is not None
    before, after = reading.in_pauses(reading.samples + dirt), reading.in_pauses(out)
    assert least_db < planted.rms_db(before) - planted.rms_db(after) < 13
    assert np.abs(planted.change_db(reading.samples, out, RATE)).max() <= 1.0


def test_what_is_left_of_a_noise_does_not_sing(reading: Reading) -> None:
    """Single tones that open and close would make the spectrum of the pauses peaky: its kurtosis grows by less than a fifth."""

    def kurtosis(samples: F32) -> float:
        spans = [samples[a : a + 1024] for first, last in reading.pauses for a in range(first, last - 1024, 1024)]
        power = np.abs(np.fft.rfft(np.stack(spans) * np.hanning(1024))[:, 8:-8]) ** 2
        power /= power.mean(axis=0)
        return float(np.mean((power - 1) ** 4) / np.mean((power - 1) ** 2) ** 2)

    dirty = reading.samples + planted.room_noise(reading.samples, RATE, 25)
    out, _ = cleaned(dirty, RATE, replace(USUAL, expander_db=0))
    assert kurtosis(out) < 1.2 * kurtosis(dirty)


def test_a_loud_room_falls_a_little_between_words(reading: Reading) -> None:
    """The expander takes down the pauses by no more than is allowed, and the words by nothing."""
    dirty = reading.samples + planted.room_noise(reading.samples, RATE, 22)
    without, _ = cleaned(dirty, RATE, replace(USUAL, expander_db=0))
    with_it, plan = cleaned(dirty, RATE, USUAL)
    assert plan.expanding is not None
    fell = planted.rms_db(reading.in_pauses(without)) - planted.rms_db(reading.in_pauses(with_it))
    assert 2.0 < fell <= USUAL.expander_db + 0.1
    assert np.abs(planted.change_db(without, with_it, RATE)).max() <= 0.1


def test_a_sharp_s_is_held(reading: Reading) -> None:
    """Sibilance that hurts comes down, by no more than is allowed, and what lies below it stays."""
    spectrum = np.fft.rfft(reading.samples)
    spectrum[np.fft.rfftfreq(reading.samples.size, 1 / RATE) > 5500] *= 10 ** (20 / 20)
    sharp = np.fft.irfft(spectrum, reading.samples.size).astype(np.float32)
    out, plan = cleaned(sharp, RATE, USUAL)
    assert plan.de_essing is not None
    *rest, highest = planted.change_db(sharp, out, RATE)
    assert -USUAL.de_esser_db <= highest < -2
    assert np.abs(rest[:-1]).max() <= 0.1


def everything(samples: F32) -> F32:
    """All faults at once."""
    faults = [planted.hum(samples, RATE, 50), planted.rumble(samples, RATE), planted.room_noise(samples, RATE, 20)]
    return samples + sum(faults) + planted.clicks(samples, RATE, 8)[0] + np.float32(0.02)


def test_nothing_moves(reading: Reading) -> None:
    """With every step at work, the recording is as long as before and its words are where they were, to the sample."""
    out, plan = cleaned(everything(reading.samples), RATE, USUAL)
    assert all((plan.offset, plan.clicks, plan.hum, plan.high_pass_hz, plan.quieting, plan.expanding))
    assert out.size == reading.samples.size
    size = 1 << 18
    hz = np.fft.rfftfreq(size, 1 / RATE)
    alike = np.fft.irfft(np.fft.rfft(out[:size]) * np.fft.rfft(reading.samples[:size]).conj() * (hz > 2000))
    assert int(alike.argmax()) == 0


def test_a_plan_says_all_that_is_done(reading: Reading) -> None:
    """Done once more to the same recording, the plan gives the same samples; and each of its steps has its words."""
    dirty = everything(reading.samples)
    out, plan = cleaned(dirty, RATE, USUAL)
    assert float(np.abs(applied(dirty, RATE, plan) - out).max()) < 1e-6
    told = " ".join(told_of(plan))
    for words in ("offset", "click", "hum", "rumble", "noise", "between words"):
        assert words in told


def test_what_is_not_allowed_is_not_done(reading: Reading) -> None:
    """A preset that allows nothing leaves the worst recording as it is."""
    dirty = everything(reading.samples)
    out, plan = cleaned(dirty, RATE, NOTHING)
    assert out is dirty
    assert not plan
    assert told_of(plan) == ()


@pytest.mark.parametrize("seconds", [0.3, 1.0, 5.0])
def test_short_recordings_are_no_error(reading: Reading, seconds: float) -> None:
    """What is too short to be measured is left as it is, or cleaned of what can be told."""
    part = reading.samples[: round(seconds * RATE)]
    out, _ = cleaned(part, RATE, USUAL)
    assert out.size == part.size
    assert np.isfinite(out).all()


@pytest.mark.parametrize("rate", [8000, 16000, 48000])
def test_any_rate_can_be_cleaned(reading: Reading, rate: int) -> None:
    """Telephone and studio rates: hum goes, and no step needs what the rate does not hold."""
    from segment.dsp.resample import resample

    samples = resample(reading.samples.reshape(-1, 1), RATE, rate)[:, 0]
    dirty = samples + planted.hum(samples, rate, 50.0) + planted.room_noise(samples, rate, 25)
    out, plan = cleaned(dirty, rate, USUAL)
    assert plan.hum
    assert plan.quieting
    assert planted.line_db(out, rate, 50.0) < planted.line_db(dirty, rate, 50.0) - 25
    assert np.abs(planted.change_db(samples, out, rate)).max() <= 1.0
