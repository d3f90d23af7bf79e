"""Fitting a piece of music to a length: which stretches of it are heard one after another.

Where only one end is fixed the music is repeated by jumps that nobody hears (:mod:`segment.mix.joins`). Where its beginning and
its ending both have their places, what is left over or missing is hardly ever a whole number of beats: whole beats are cut by one
jump, and the rest is spread over several beats, each moved by less than is noticed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from segment.dsp.semitones import HOP_S
from segment.mix.joins import (
    BEFORE_BEAT_S,
    MOST_OFF_S,
    OWN_BEGINNING_S,
    OWN_ENDING_S,
    aligned,
    best_loop,
    best_place,
    likeness_at,
)
from segment.mix.music import Join, Music
from segment.units import frames

_MANY = 12
"""So many beats moved under talk, so that the bar is kept, are as bad as one moved in the clear."""


class Piece(NamedTuple):
    """A stretch of the music; frames at the programme's rate."""

    start: int
    """Programme frame."""
    end: int
    offset: int
    """Frame of the music at ``start``."""
    alike: float = 0.0
    """How much it correlates, at its start, with what is heard before it: 0 another sound, 1 the same."""


class Pin(NamedTuple):
    """A frame of the music that is heard at a frame of the programme."""

    at: int
    offset: int


def straight(music: Music, start: int, end: int) -> tuple[Piece, ...]:
    """From its beginning at ``start`` for as long as ``end`` asks: looped where it is too short.

    The last piece may end before ``end`` where the music is too short to loop.
    """
    wanted = end - start
    if wanted <= music.frames:
        return (Piece(start, end, 0),)
    loop = best_loop(music)
    if loop is None:
        return (Piece(start, start + music.frames, 0),)
    body = music.frames - frames(OWN_ENDING_S, music.rate)
    rounds = -(-(wanted - body) // loop.back)
    return _joined(start, end, 0, [loop] * rounds)


def pinned(music: Music, start: int, end: int, pin: Pin) -> tuple[Piece, ...]:
    """From wherever it must begin for the pin to hold; looped where that would be before its beginning."""
    lead = pin.at - start
    if lead <= pin.offset:
        return (Piece(start, _until(music, end, pin), pin.offset - lead),)
    loop = best_loop(music)
    if loop is None or loop.at >= pin.offset:
        return (Piece(pin.at - pin.offset, _until(music, end, pin), 0),)
    rounds = -(-(lead - pin.offset) // loop.back)
    first = pin.offset + rounds * loop.back - lead
    return _joined(start, _until(music, end, pin), first, [loop] * rounds)


def established(music: Music, start: int, end: int, pin: Pin, hidden: tuple[int, int]) -> tuple[Piece, ...]:
    """From its beginning at ``start``, and yet with the pin held: a stretch is left out or repeated on the way.

    Joins that can be heard are made between the programme frames ``hidden``, where talk covers them, if there is room.
    """
    spare = pin.offset - (pin.at - start)
    rounds: list[Join] = []
    if spare < 0:
        loop = best_loop(music)
        if loop is None or loop.at >= pin.offset:
            return pinned(music, start, end, pin)
        rounds = [loop] * -(spare // loop.back)
        spare += len(rounds) * loop.back
    # What is still to be left out goes in the last round, between these frames of the music; small steps also before the first.
    before = len(rounds) * rounds[0].back if rounds else 0
    edge = frames(OWN_BEGINNING_S, music.rate)
    settled = (rounds[-1].at - rounds[-1].back if rounds else 0) + edge
    room = _Room(
        hidden=(max(hidden[0] - start - before, settled), hidden[1] - start - before),
        free=(settled, pin.offset - frames(OWN_ENDING_S, music.rate)),
        first=(max(hidden[0] - start, edge), rounds[0].at - edge) if rounds else (0, 0),
    )
    jumps = _leave_out(music, spare, room)
    if jumps is None:
        return pinned(music, start, end, pin)
    early, late = jumps
    return _joined(start, _until(music, end, pin), 0, [*early, *rounds, *late])


def _until(music: Music, end: int, pin: Pin) -> int:
    return min(end, pin.at + music.frames - pin.offset)


def _joined(start: int, end: int, offset: int, jumps: list[Join]) -> tuple[Piece, ...]:
    """Pieces from ``offset`` on; the music makes each jump when it comes to it."""
    pieces = []
    alike = 0.0
    for jump in jumps:
        stop = start + jump.at - offset
        if stop >= end:
            break
        pieces.append(Piece(start, stop, offset, alike))
        start, offset, alike = stop, jump.at - jump.back, jump.alike
    return (*pieces, Piece(start, end, offset, alike))


class _Room(NamedTuple):
    """Where music may be left out: ranges of its frames."""

    hidden: tuple[int, int]
    """Where talk covers it."""
    free: tuple[int, int]
    """Where it is neither its beginning nor its ending."""
    first: tuple[int, int]
    """Under talk before the first of several rounds."""


def _leave_out(music: Music, spare: int, room: _Room) -> tuple[list[Join], list[Join]] | None:
    """Jumps that leave out exactly ``spare`` frames: whole beats at once, the rest a little at each beat.

    The first list is made before the first round, the second in the last. They are hidden where there is room. None where there
    is room for none.
    """
    if spare == 0:
        return [], []
    beat = music.pulse
    ways = [_way(music, spare, unit, room) for unit in (beat.bar_s, beat.beat_s)] if beat else []
    possible = [way for way in ways if way is not None]
    if possible:
        # Whole bars, unless too much would have to be done for them where it can be heard.
        way = min(possible, key=lambda way: way.open_steps + (len(way.early) + len(way.late)) / _MANY)
        return way.early, way.late
    # No beat, or too little room to hide its being moved: one jump, where it is heard least.
    place = best_place(music, -spare, *room.hidden) or best_place(music, -spare, *room.free)
    return None if place is None else ([], [Join(place, -spare, likeness_at(music, place, -spare))])


class _Way(NamedTuple):
    """One way to leave music out."""

    early: list[Join]
    late: list[Join]
    open_steps: int
    """Small steps that no talk covers."""


def _way(music: Music, spare: int, unit_s: float, room: _Room) -> _Way | None:
    """One jump of whole units, the rest in small steps; None where there are not beats enough for them."""
    jump = _whole(music, round(spare / (unit_s * music.rate)) * unit_s, room)
    if jump is None:
        return None
    rest, most = spare + jump.back, frames(MOST_OFF_S, music.rate)
    if abs(rest) <= most and jump.back:
        return _Way([], [Join(jump.at, -spare, likeness_at(music, jump.at, -spare))], 0)
    steps = -(-abs(rest) // most)
    hidden, heard = _late_beats(music, jump, room)
    early = _beats(music, room.first)
    if steps > len(hidden) + len(early) + len(heard):
        return None
    under = hidden[:steps]
    ahead = early[: steps - len(under)]
    in_the_clear = heard[: steps - len(under) - len(ahead)]
    small = iter(_parts(rest, steps))
    before = [_small(music, at, next(small)) for at in ahead]
    behind = [_small(music, at, next(small)) for at in (*under, *in_the_clear)]
    return _Way(before, _in_order(jump, behind), len(in_the_clear))


def _whole(music: Music, on_s: float, room: _Room) -> Join | None:
    """A jump on by about ``on_s`` (whole beats), aligned; one of no length where there is nothing to jump."""
    if on_s == 0:
        return Join(max(room.hidden[0], room.free[0]), 0, 1.0)
    on = frames(on_s, music.rate)
    place = best_place(music, -on, *room.hidden) or best_place(music, -on, *room.free)
    if place is None:
        return None
    # Aligned as a jump back from the later side to the earlier, and then made the other way.
    there = aligned(music, music.hop(place), round(on_s / HOP_S))
    return Join(there.at - there.back, -there.back, there.alike)


def _beats(music: Music, within: tuple[int, int]) -> list[int]:
    """Frames of the music just before its beats, in a range."""
    beat = music.pulse
    if beat is None:
        return []
    count = int(music.frames / music.rate / beat.beat_s)
    grid = (frames(beat.first_s + i * beat.beat_s - BEFORE_BEAT_S, music.rate) for i in range(1, count + 1))
    return [at for at in grid if within[0] <= at <= within[1]]


def _late_beats(music: Music, jump: Join, room: _Room) -> tuple[list[int], list[int]]:
    """The beats of the round with the jump, nearest to it first: those under talk, and those in the clear."""
    apart = frames(0.75 * music.pulse.beat_s, music.rate) if music.pulse else 0
    landed = jump.at - jump.back
    played = [at for at in _beats(music, room.free) if at <= jump.at - apart or at >= landed + apart]

    # In the time of the first side of the jump.
    moments = sorted((abs(m - jump.at), room.hidden[0] <= m <= room.hidden[1], at) for at in played for m in [_moment(at, jump)])
    return [at for _, under, at in moments if under], [at for _, under, at in moments if not under]


def _moment(at: int, jump: Join) -> int:
    return at if at < jump.at else at + jump.back


def _parts(rest: int, steps: int) -> list[int]:
    """``rest`` in equal parts."""
    edges = np.rint(np.linspace(0, rest, steps + 1)).astype(int)
    return [int(part) for part in np.diff(edges)]


def _small(music: Music, at: int, on: int) -> Join:
    return Join(at, -on, likeness_at(music, at, -on))


def _in_order(jump: Join, small: list[Join]) -> list[Join]:
    """As they are come to: the small ones before the jump, the jump, the small ones behind it."""
    steps = sorted((step for step in small if step.back), key=lambda step: step.at)
    before = [step for step in steps if step.at < jump.at]
    return [*before, *([jump] if jump.back else []), *steps[len(before) :]]
