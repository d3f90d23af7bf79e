"""Music fitted to a length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.mix.loops import Piece, Pin, established, pinned, straight
from segment.mix.music import Music
from segment.model.sound import Sound

RATE = 16_000


@pytest.fixture(scope="module")
def tune(music_sound: Callable[..., Sound]) -> Music:
    """Twenty seconds with a beat every half second."""
    return Music(music_sound(20.0), RATE)


def whole(pieces: tuple[Piece, ...], start: int, end: int, length: int) -> bool:
    """The pieces follow one another without a hole from ``start`` to ``end``, inside the music."""
    joined = all(one.end == other.start for one, other in pairwise(pieces))
    inside = all(p.offset >= 0 and p.offset + p.end - p.start <= length and p.end > p.start for p in pieces)
    return joined and inside and (pieces[0].start, pieces[-1].end) == (start, end)


def heard_at(pieces: tuple[Piece, ...], at: int) -> int:
    """The frame of the music that ends at programme frame ``at``."""
    piece = next(p for p in pieces if p.start < at <= p.end)
    return piece.offset + at - piece.start


@settings(deadline=None, max_examples=40)
@given(seconds=st.floats(1.0, 90.0))
def test_any_length_is_filled(tune: Music, seconds: float) -> None:
    """From the beginning, without a hole, and without the ending wherever the music is repeated."""
    end = 777 + round(seconds * RATE)
    pieces = straight(tune, 777, end)
    assert whole(pieces, 777, end, tune.frames)
    assert pieces[0].offset == 0
    assert all(p.offset + p.end - p.start <= tune.frames - 3 * RATE for p in pieces[:-1])


@settings(deadline=None, max_examples=40)
@given(lead=st.floats(1.0, 90.0))
def test_an_ending_lands_where_it_must(tune: Music, lead: float) -> None:
    """However long the talk before it, the last frame of the music falls on the frame asked for."""
    end = 500 + round(lead * RATE)
    pin = Pin(end, tune.frames)
    for pieces in (pinned(tune, 500, end, pin), established(tune, 500, end, pin, (500 + 4 * RATE, end - 8 * RATE))):
        assert whole(pieces, 500, end, tune.frames)
        assert heard_at(pieces, end) == tune.frames


@settings(deadline=None, max_examples=20)
@given(lead=st.floats(6.0, 60.0))
def test_an_established_beginning_is_kept(tune: Music, lead: float) -> None:
    """With a pinned ending the music still starts at its first frame, where there is room for a beginning and an ending."""
    end = round(lead * RATE)
    assert established(tune, 0, end, Pin(end, tune.frames), (0, end))[0].offset == 0


def test_joins_keep_the_beat(tune: Music) -> None:
    """A loop jumps by a multiple of the half-second beat, to 30 ms."""
    pieces = straight(tune, 0, 60 * RATE)
    assert len(pieces) > 1
    for one, other in pairwise(pieces):
        jump = (one.offset + one.end - one.start - other.offset) / RATE
        assert abs(jump / 0.5 - round(jump / 0.5)) * 0.5 < 0.03


def test_music_too_short_to_loop_is_played_once(music_sound: Callable[..., Sound]) -> None:
    """Six seconds are not chopped up: they end by themselves."""
    short = Music(music_sound(6.0), RATE)
    assert straight(short, 0, 30 * RATE) == (Piece(0, 6 * RATE, 0),)
    assert pinned(short, 0, 30 * RATE, Pin(30 * RATE, short.frames)) == (Piece(24 * RATE, 30 * RATE, 0),)


def test_the_level_does_not_step_at_a_join(tune: Music, music_sound: Callable[..., Sound]) -> None:
    """A quarter of a second before each join of a loop is as loud as what would have come before its other side, to 1.5 dB."""
    samples = music_sound(20.0).samples[:, 0]
    for one, other in pairwise(straight(tune, 0, 60 * RATE)):
        stop = one.offset + one.end - one.start
        before = np.square(samples[stop - RATE // 4 : stop]).mean()
        would_be = np.square(samples[other.offset - RATE // 4 : other.offset]).mean()
        assert abs(10 * np.log10(before / would_be)) < 1.5


def test_the_cut_in_an_established_bed_is_made_under_talk(tune: Music) -> None:
    """Where 8 s of a 20 s theme are left out, the join lies where somebody speaks."""
    hidden = (4 * RATE, 7 * RATE)
    one, other = established(tune, 0, 12 * RATE, Pin(12 * RATE, tune.frames), hidden)
    assert hidden[0] <= one.end == other.start <= hidden[1]
