"""Joins in looped and cut music: no beat off, no click, no step in level, on music whose every beat is known."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from segment.library.places import built_in
from segment.mix.loops import Piece, Pin, established, pinned, straight
from segment.mix.music import Music
from segment.mix.render import render
from segment.model.sound import Sound
from segment.model.timeline import Timeline

RATE = 22_050
LATEST_S = 0.030
Samples = NDArray[np.float64]


def band(bpm: float, beats: int, bars: int, seconds: float = 40.0, loose_s: float = 0.0) -> tuple[Sound, Samples]:
    """A drum on each beat, a lower one on the first of a bar, a bass line that repeats after ``bars``; and when each beat is."""
    rng = np.random.default_rng(round(10 * bpm))
    length = round(seconds * RATE)
    out = np.zeros(length)
    times = np.arange(0.0, seconds - 0.5, 60 / bpm)
    times = np.maximum(times + rng.uniform(-loose_s, loose_s, len(times)), 0.0)
    t = np.arange(round(0.15 * RATE)) / RATE
    roots = 110 * 2 ** (np.array([0, 5, 7, 2, -2, 3, -4, 1]) / 12)
    for i, at in enumerate(times):
        start, one = round(at * RATE), i % beats == 0
        drum = np.exp(-30 * t) * np.sin(2 * np.pi * (60 if one else 180) * t) * (1.0 if one else 0.5)
        drum += 0.25 * np.exp(-60 * t) * rng.standard_normal(len(t))
        out[start : start + len(t)] += drum[: length - start]
        tone = np.arange(min(round(RATE * 60 / bpm), length - start)) / RATE
        out[start : start + len(tone)] += 0.15 * np.sin(4 * np.pi * roots[i // beats % bars] * tone) * np.exp(-1.5 * tone)
    return Sound(samples=(0.3 * out).astype(np.float32)[:, None], rate=RATE, fingerprint=f"{bpm} {beats}"), times


def fits(music: Music) -> dict[str, tuple[Piece, ...]]:
    """The music as it is looped, back-timed, cut and stretched."""
    ending = music.frames

    def ends_at(seconds: float) -> Pin:
        return Pin(round(seconds * RATE), ending)

    return {
        "looped": straight(music, 0, 150 * RATE),
        "back-timed": pinned(music, 0, ends_at(97.013).at, ends_at(97.013)),
        "cut": established(music, 0, ends_at(31.24).at, ends_at(31.24), (4 * RATE, 25 * RATE)),
        "stretched": established(music, 0, ends_at(75.33).at, ends_at(75.33), (4 * RATE, 69 * RATE)),
    }


def worst_beat_s(pieces: tuple[Piece, ...], times: Samples) -> float:
    """The most by which the time between two beats that follow one another differs from that in the music."""
    heard = [
        piece.start / RATE + at - piece.offset / RATE
        for piece in pieces
        for at in times
        if piece.offset <= at * RATE < piece.offset + piece.end - piece.start
    ]
    return float(np.abs(np.diff(heard) - np.diff(times).mean()).max())


@pytest.mark.parametrize(("bpm", "beats", "bars"), [(120.0, 4, 4), (117.3, 4, 4), (73.9, 3, 4), (94.0, 4, 2), (171.0, 4, 8)])
def test_no_beat_is_off_by_more_than_30_ms(bpm: float, beats: int, bars: int) -> None:
    """However the music is fitted, every beat comes when the one before it lets expect it, to 30 ms, at any tempo."""
    sound, times = band(bpm, beats, bars)
    for how, pieces in fits(Music(sound, RATE)).items():
        assert len(pieces) > 1, how
        assert worst_beat_s(pieces, times) <= LATEST_S, how


def test_players_who_are_not_machines_keep_their_beat() -> None:
    """Beats played up to 5 ms early or late are off by no more than their own looseness more."""
    sound, times = band(104.0, 4, 4, loose_s=0.005)
    for how, pieces in fits(Music(sound, RATE)).items():
        assert worst_beat_s(pieces, times) <= LATEST_S + 2 * 0.005, how


@pytest.mark.parametrize(("bpm", "beats"), [(120.0, 4), (88.8, 3)])
def test_bars_stay_whole_in_loops(bpm: float, beats: int) -> None:
    """A loop is a whole number of bars: the low drum stays where it belongs."""
    sound, _ = band(bpm, beats, 4)
    first, second, *_ = straight(Music(sound, RATE), 0, 150 * RATE)
    jump = (first.offset + first.end - first.start - second.offset) / RATE
    bar = beats * 60 / bpm
    assert abs(jump / bar - round(jump / bar)) * bar < LATEST_S


@pytest.mark.parametrize("talk_s", [9.0, 17.3, 26.9])
def test_a_button_waits_for_the_bar(written: Any, cue: Callable[[str, str], Any], talk_s: float) -> None:
    """Established and out cold, the music ends when what is left out is whole bars: one join, under talk, and not a beat off."""
    sound, times = band(117.3, 4, 4)
    order = written().add("PIECE", cue("band", "establish 4s, under, up full, out cold"), ("host", talk_s))
    arranged = order.arranged({"band": sound}, rate=RATE)
    pieces = [Piece(p.start, p.end, p.offset) for p in arranged.timeline.played]
    last = arranged.timeline.voiced[0].words[-1].end
    assert len(pieces) == 2
    assert pieces[0].end < last
    half = (pieces[0].end - pieces[1].start) // 2
    shifted = (
        pieces[0]._replace(end=pieces[0].end - half),
        pieces[1]._replace(start=pieces[0].end - half, offset=pieces[1].offset + half),
    )
    assert worst_beat_s(shifted, times) <= LATEST_S
    assert 5.5 <= (pieces[1].end - last) / RATE <= 11.0


def rendered(music: Sound, pieces: tuple[Piece, ...], rate: int) -> Samples:
    """The pieces as the mix plays them, with their crossfades, mono."""
    from segment.mix.bed import Bed
    from segment.mix.under import bed_alone

    played = bed_alone(Bed(asset="bed", start=0), pieces, rate)
    timeline = Timeline(deliverable="podcast", rate=rate, frames=pieces[-1].end, played=played)
    blocks = render(timeline, {}, {"bed": music})
    return np.concatenate([block.mean(axis=1) for block in blocks]).astype(np.float64)


def heard_at_joins(sound: Sound, pieces: tuple[Piece, ...]) -> list[tuple[float, float]]:
    """For each join: how much sharper its sharpest edge is than any within a second in the music on both sides, as a ratio; and
    by how many dB the level over 100 ms leaves the range of what comes before and behind.
    """
    rate = sound.rate
    out, music = rendered(sound, pieces, rate), sound.samples.mean(axis=1).astype(np.float64)
    found = []
    for one, other in pairwise(pieces):
        leave = one.offset + one.end - one.start
        half, around = round(0.05 * rate), rate // 2
        sides = [music[max(at - around, 0) : at + around] for at in (leave, other.offset)]
        edge = np.abs(np.diff(out[one.end - half : one.end + half], 2)).max()
        usual = max(np.abs(np.diff(side, 2)).max() for side in sides)
        level = np.square(out[one.end - half : one.end + half]).mean()
        levels = [np.square(music[max(at - half, 0) : at + half]).mean() for at in (leave, other.offset)]
        above, below = 10 * np.log10(level / max(levels)), 10 * np.log10(min(levels) / level)
        found.append((edge / usual, max(above, below)))
    return found


def test_a_loop_neither_clicks_nor_steps() -> None:
    """At a join no edge is sharper than in the music around it, and the level stays within 1.5 dB of what both sides have."""
    sound, _ = band(117.3, 4, 4)
    for pieces in fits(Music(sound, RATE)).values():
        for edge, step in heard_at_joins(sound, pieces):
            assert edge <= 1.05
            assert step <= 1.5


@pytest.mark.parametrize("name", ["intro", "outro"])
def test_the_house_music_loops(name: str) -> None:
    """The built-in beds, looped to three minutes: on whole beats, without a click or a step in level."""
    samples, rate = soundfile.read(built_in("beds") / f"{name}.flac", dtype="float32", always_2d=True)
    sound = Sound(samples=samples, rate=rate, fingerprint=name)
    music = Music(sound, rate)
    assert music.pulse
    pieces = straight(music, 0, 180 * rate)
    for one, other in pairwise(pieces):
        jump = (one.offset + one.end - one.start - other.offset) / rate
        assert abs(jump / music.pulse.beat_s - round(jump / music.pulse.beat_s)) * music.pulse.beat_s < LATEST_S
    for edge, step in heard_at_joins(sound, pieces):
        assert edge <= 1.05
        assert step <= 1.5


@pytest.mark.parametrize(
    ("name", "struck"), [("guitar_cc0.wav", True), ("brahms_hungarian_dance_5_PD.hq.ogg", False), ("synth_cc0.wav", False)]
)
def test_real_music_loops(samples: Path, name: str, struck: bool) -> None:
    """Without a click or a step, though none keeps a steady beat; what is struck goes on when it is due, to 30 ms."""
    read, rate = soundfile.read(samples / "music" / name, dtype="float32", always_2d=True)
    sound = Sound(samples=read, rate=rate, fingerprint=name)
    pieces = straight(Music(sound, rate), 0, round(len(read) * 2.5))
    assert len(pieces) > 1
    for edge, step in heard_at_joins(sound, pieces):
        assert edge <= 1.2
        assert step <= 1.5
    for one, other in pairwise(pieces):
        leave = one.offset + one.end - one.start
        attacks = [next_attack_s(read.mean(axis=1), rate, at) for at in (leave, other.offset)]
        assert not struck or abs(attacks[0] - attacks[1]) <= LATEST_S


def next_attack_s(music: Any, rate: int, at: int) -> float:
    """How long after a place the next attack is, within 0.1 s: the steepest rise of bright energy, in steps of 5 ms."""
    hop = rate // 200
    bright = np.square(np.diff(music[at - 4 * hop : at + 24 * hop], prepend=0.0))
    energy = np.log10(bright[: 28 * hop].reshape(28, hop).mean(axis=1) + 1e-9)
    rise = energy[2:] - energy[:-2]
    return float(rise[3:].argmax()) * hop / rate


def test_noise_and_silence_are_no_trouble(music_sound: Callable[..., Sound]) -> None:
    """Music without any beat, or any sound, is fitted all the same."""
    rng = np.random.default_rng(3)
    for samples in (rng.standard_normal((20 * RATE, 1)) * 0.1, np.zeros((20 * RATE, 2))):
        music = Music(Sound(samples=samples.astype(np.float32), rate=RATE, fingerprint="x"), RATE)
        assert music.pulse is None
        for pieces in fits(music).values():
            assert pieces[-1].end > 30 * RATE
