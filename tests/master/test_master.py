"""From a programme to its target."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace

from segment.dsp.truepeak import true_peak
from segment.errors import Cause, MasterError
from segment.master.master import master, measure
from segment.master.proof import Correction, correction, prove
from segment.master.targets import TARGETS

RATE = 44100
PODCAST, AIR = TARGETS["podcast"], TARGETS["air"]


def floats(pcm: np.ndarray) -> np.ndarray:
    return (pcm / 32768.0).astype(np.float32)


@pytest.fixture
def proven(cut):
    """What an independent measurement of all that a master reads says."""
    return lambda mastered: prove(cut(floats(mastered.read(0, mastered.frames))), RATE)


@pytest.mark.parametrize("name", sorted(TARGETS))
@pytest.mark.parametrize("level", [0.25, 1.0, 3.0])
def test_every_target_is_met(name: str, level: float, talk, spool, cut, proven) -> None:
    """Too quiet, loud or far too loud, the programme lands within 0.05 LU of the target and under its true peak."""
    made = proven(master(cut(talk * np.float32(level)), RATE, TARGETS[name], spool))
    assert made.loudness.integrated_lufs == pytest.approx(TARGETS[name].on_two_channels_lufs, abs=0.05)
    assert made.loudness.true_peak_dbtp <= TARGETS[name].true_peak_dbtp
    assert made.frames == len(talk)
    assert correction(made, TARGETS[name]) is None


def test_one_measurement_serves_several_targets(talk, spool, cut, proven) -> None:
    """Two targets of a programme that was taken in once are met as if each had been mastered alone."""
    measured = measure(cut(talk), RATE, spool)
    loud, quiet = measured.mastered(TARGETS["spotify"]), measured.mastered(TARGETS["ebu-r128"])
    assert proven(loud).loudness.integrated_lufs == pytest.approx(-14, abs=0.05)
    assert proven(quiet).loudness.integrated_lufs == pytest.approx(-23, abs=0.05)
    alone = master(cut(talk), RATE, TARGETS["spotify"], type(spool)())
    assert np.array_equal(loud.read(0, loud.frames), alone.read(0, alone.frames))


def test_undithered_sound_is_what_was_dithered(talk, spool, cut) -> None:
    """The float programme differs from the 16-bit one by dither and rounding alone."""
    mastered = master(cut(talk), RATE, PODCAST, spool)
    plain = mastered.floats(1000, 90_000)
    assert plain.dtype == np.float32
    assert np.abs(floats(mastered.read(1000, 90_000)) - plain).max() <= 1.51 / 32768


def test_the_limiter_works_only_around_peaks(talk, spool, cut) -> None:
    """It works for a small part of the programme; far from peaks, samples are those of the programme times one gain."""
    mastered = master(cut(talk), RATE, PODCAST, spool)
    assert 0.1 < mastered.mastering.limited_s < 2
    assert 3 < mastered.mastering.max_reduction_db < 6
    bed = slice(0, 3 * RATE)
    plain = talk[bed] * 10 ** (mastered.mastering.gain_db / 20)
    assert np.abs(floats(mastered.read(bed.start, bed.stop)) - plain).max() <= 1.51 / 32768


def test_gain_comes_in_steps(talk, spool, cut) -> None:
    """The gain is a multiple of 0.05 dB."""
    gain = master(cut(talk), RATE, PODCAST, spool).mastering.gain_db
    assert gain == pytest.approx(round(gain * 20) / 20, abs=1e-9)


def test_a_quiet_target_needs_no_limiter(talk, spool, cut) -> None:
    """At −30 LUFS this programme is not limited, and decided without reading any of it back."""
    mastering = master(cut(talk), RATE, replace(AIR, integrated_lufs=-30.0), spool).mastering
    assert (mastering.limited_s, mastering.max_reduction_db, spool.frames_read) == (0, 0, 0)


def test_what_the_encoder_takes_is_given_beforehand(talk, spool, cut, proven) -> None:
    """With an encoder that takes 0.45 dB the programme is that much louder, and its ceiling moves along with it."""
    made = proven(master(cut(talk), RATE, PODCAST, spool, encoder_loss_db=0.45, headroom_db=0.3))
    assert made.loudness.integrated_lufs == pytest.approx(-15.55, abs=0.05)
    assert made.loudness.true_peak_dbtp == pytest.approx(-1 + 0.45 - 0.3, abs=0.05)


def test_reads_may_be_divided_in_any_way_and_among_threads(talk, spool, cut) -> None:
    """Samples are those of their position: reading all at once, in odd pieces, or from four threads is the same."""
    mastered = master(cut(talk), RATE, PODCAST, spool)
    whole = mastered.read(0, mastered.frames)
    edges = [*range(0, mastered.frames, 9973), mastered.frames]
    with ThreadPoolExecutor(4) as pool:
        pieces = list(pool.map(lambda pair: mastered.read(*pair), pairwise(edges)))
    assert np.array_equal(np.concatenate(pieces), whole)
    assert np.array_equal(mastered.read(441 * 500 + 1, 441 * 500 + 2), whole[441 * 500 + 1 : 441 * 500 + 2])
    assert whole.dtype == np.int16
    assert whole.flags.c_contiguous


def test_blocks_may_come_in_any_size(talk, spool, cut) -> None:
    """The master does not depend on how the mix cut its blocks."""
    a = master(cut(talk, 44_100), RATE, PODCAST, spool)
    b = master(cut(talk, 7_777), RATE, PODCAST, type(spool)())
    assert a.mastering == b.mastering
    assert np.array_equal(a.read(0, a.frames), b.read(0, b.frames))


def test_mono_comes_out_alike_on_both_channels(talk, spool, cut, proven) -> None:
    """A programme of one-channel blocks is at its target on two channels, which are the same to the last bit."""
    mastered = master(cut(talk[:, :1]), RATE, PODCAST, spool)
    pcm = mastered.read(0, mastered.frames)
    assert np.array_equal(pcm[:, 0], pcm[:, 1])
    assert proven(mastered).loudness.integrated_lufs == pytest.approx(-16, abs=0.05)


@pytest.mark.parametrize("seconds", [0.45, 1, 2.9])
def test_short_programmes_are_right(seconds: float, talk, spool, cut, proven) -> None:
    """Under 3 s the integrated loudness is met as well."""
    short = talk[6 * RATE : 6 * RATE + round(seconds * RATE)]
    assert proven(master(cut(short), RATE, PODCAST, spool)).loudness.integrated_lufs == pytest.approx(-16, abs=0.1)


@pytest.mark.parametrize("sound", [np.zeros((0, 1)), np.zeros((RATE, 2)), np.full((RATE, 2), 1e-5)], ids=["none", "zero", "dust"])
def test_silence_is_a_sentence(sound, spool, cut) -> None:
    """An empty or silent programme is a MasterError about the material, in words."""
    with pytest.raises(MasterError, match="silent") as caught:
        master(cut(sound.astype(np.float32)), RATE, PODCAST, spool)
    assert caught.value.cause is Cause.MATERIAL
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_damaged_numbers_are_a_sentence(talk, spool, cut) -> None:
    """A programme with a NaN in it is refused, not written as noise."""
    damaged = talk.copy()
    damaged[12345, 1] = np.nan
    with pytest.raises(MasterError, match="not sound"):
        master(cut(damaged), RATE, PODCAST, spool)


def test_what_cannot_be_that_loud_is_a_sentence(spool, cut) -> None:
    """Single clicks over near-silence cannot reach −16 LUFS under −1 dBTP: a MasterError with both figures and a hint."""
    clicks = np.zeros((10 * RATE, 1), np.float32)
    clicks[::4410] = 0.5
    with pytest.raises(MasterError, match=r"-16\.0, when its peaks") as caught:
        master(cut(clicks), RATE, PODCAST, spool)
    assert caught.value.hint


def test_a_single_click_does_not_set_the_level(talk, spool, cut, proven) -> None:
    """A full-scale click in a quiet programme is limited; the programme still reaches its target."""
    sound = talk * np.float32(0.1)
    sound[10 * RATE] = 1.0
    mastered = master(cut(sound), RATE, PODCAST, spool)
    made = proven(mastered)
    assert made.loudness.integrated_lufs == pytest.approx(-16, abs=0.05)
    assert made.loudness.true_peak_dbtp <= -1
    assert mastered.mastering.max_reduction_db > 10


def test_a_correction_moves_loudness_and_ceiling(talk, spool, cut, proven) -> None:
    """Adjusted by +0.3 LU and −0.4 dB, the same programme measures just that; the first master still reads as before."""
    first = master(cut(talk), RATE, PODCAST, spool)
    before = first.read(0, first.frames)
    second = first.adjusted(Correction(gain_db=0.3, ceiling_db=-0.4))
    a, b = proven(first).loudness, proven(second).loudness
    assert b.integrated_lufs - a.integrated_lufs == pytest.approx(0.3, abs=0.05)
    assert b.true_peak_dbtp - a.true_peak_dbtp == pytest.approx(-0.4, abs=0.03)
    assert second.mastering.before == first.mastering.before
    assert np.array_equal(first.read(0, first.frames), before)


def test_the_last_frames_are_limited_too(spool, cut) -> None:
    """Peaks on the very first and the very last frame stay under the ceiling, measured by oversampling everything."""
    sound = np.random.default_rng(2).normal(0, 0.03, (5 * RATE + 123, 2)).astype(np.float32)
    sound[0] = sound[-1] = 1.5
    mastered = master(cut(sound), RATE, replace(PODCAST, integrated_lufs=-20.0), spool)
    assert 20 * np.log10(true_peak(floats(mastered.read(0, mastered.frames)))) <= -1
