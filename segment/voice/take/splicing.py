"""The stretches of a line joined to sound: as recorded where the reader went on, spliced in silence where he did not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.voice.take.cuts import CLOSE_S, LONG, Room, Stretch
from segment.voice.take.tone import crossfaded, of_length

F32 = NDArray[np.float32]

FADE_S: Final = 0.010
"""Of each crossfade."""
INSIDE_S: Final = 0.09
"""The pause where a phrase was begun again, between what is kept of the first time and the second."""
LONGEST_S: Final = 0.9
"""A pause up to here is the reader's, however short his usual ones are."""


class Join(Struct, frozen=True, kw_only=True):
    """A place where two stretches of the recording meet that were not together in it."""

    at_s: float
    """In the line."""
    before_s: float
    after_s: float
    """Where in the recording the one ends and the other begins."""


class Spliced(Struct, frozen=True, kw_only=True, eq=False):
    """A line as sound."""

    samples: F32
    """Mono (frames,), at the recording's rate."""
    shifts: tuple[float, ...]
    """For each stretch, what is added to a time in the recording to have it in the line; seconds."""
    joins: tuple[Join, ...]


class _Run(NamedTuple):
    """Stretches in which the reader simply goes on: indices, one past the last."""

    first: int
    stop: int


class _Block(NamedTuple):
    """What is laid down: a stretch of the recording, or, where ``run`` is −1, of the room's tone."""

    samples: F32
    start: int
    """Frame of the recording; for tone that where it stands in for."""
    run: int


def spliced(
    stretches: Sequence[Stretch], asked: Sequence[float], habit_s: float, room: Room, tone: F32, edges: tuple[float, float]
) -> Spliced:
    """One line. ``asked``: the least pause before each stretch that the script wants, 0 where it wants none.

    ``edges``: seconds before its first word and after its last; the room's tone fills what the recording does not give.
    """
    runs = _runs(stretches, asked, habit_s, room)
    blocks = _blocks(runs, stretches, asked, habit_s, room, tone, edges)
    fade = round(FADE_S * room.rate)
    samples, places = blocks[0].samples, [0]
    joins: list[Join] = []
    for before, block in pairwise(blocks):
        place = samples.size - min(fade, samples.size, block.samples.size)
        places.append(place)
        samples = crossfaded(samples, block.samples, fade)
        ended = before.start + before.samples.size
        joins.append(Join(at_s=place / room.rate, before_s=ended / room.rate, after_s=block.start / room.rate))
    shifts = {block.run: (place - block.start) / room.rate for block, place in zip(blocks, places, strict=True) if block.run >= 0}
    of_run = [n for n, run in enumerate(runs) for _ in range(run.first, run.stop)]
    return Spliced(samples=_soft(samples, fade), shifts=tuple(shifts[n] for n in of_run), joins=tuple(joins))


def _runs(stretches: Sequence[Stretch], asked: Sequence[float], habit_s: float, room: Room) -> list[_Run]:
    runs = [_Run(0, 1)]
    for n in range(1, len(stretches)):
        before, natural = stretches[n - 1], stretches[n].start_s - stretches[n - 1].end_s
        given = before.exact or stretches[n].exact
        longest = max(LONG * habit_s, LONGEST_S, asked[n])
        together = asked[n] <= natural + 0.05 and natural <= longest and not given
        if together and room.goes_on(before.end_s, stretches[n].start_s):
            runs[-1] = _Run(runs[-1].first, n + 1)
        else:
            runs.append(_Run(n, n + 1))
    return runs


def _blocks(
    runs: Sequence[_Run],
    stretches: Sequence[Stretch],
    asked: Sequence[float],
    habit_s: float,
    room: Room,
    tone: F32,
    edges: tuple[float, float],
) -> list[_Block]:
    rate, fade = room.rate, round(FADE_S * room.rate)
    first, last = stretches[0], stretches[-1]
    into = max(first.low_s, first.start_s - edges[0])
    lead = round((edges[0] - (first.start_s - into)) * rate)
    blocks = [_Block(of_length(tone, lead + fade, rate), round(into * rate), -1)] if lead > fade else []
    for n, run in enumerate(runs):
        end = stretches[run.stop - 1]
        if n + 1 == len(runs):
            out = min(end.high_s, end.end_s + edges[1])
            blocks.append(_recorded(into, out, n, room))
            break
        following = stretches[run.stop]
        usual = INSIDE_S if end.sentence == following.sentence else habit_s
        out, next_into, silence = _between(end, following, max(usual, asked[run.stop]), room)
        blocks.append(_recorded(into, out, n, room))
        if silence > fade:
            blocks.append(_Block(of_length(tone, silence + 2 * fade, rate), round(out * rate), -1))
        into = next_into
    tail = round((edges[1] - (out - last.end_s)) * rate)
    if tail > fade:
        blocks.append(_Block(of_length(tone, tail + fade, rate), round(out * rate), -1))
    return blocks


def _recorded(into_s: float, out_s: float, run: int, room: Room) -> _Block:
    start, stop = round(into_s * room.rate), round(out_s * room.rate)
    return _Block(room.samples[start : max(stop, start + 1)], start, run)


def _between(end: Stretch, following: Stretch, pause_s: float, room: Room) -> tuple[float, float, int]:
    """Where the recording is left and where it is taken up, seconds, and the frames of tone between, for a pause."""
    tail, lead = max(end.high_s - end.end_s, 0.0), max(following.start_s - following.low_s, 0.0)
    # The breath before the next words first, then what dies away.
    lead = min(lead, max(pause_s - min(tail, CLOSE_S), CLOSE_S))
    tail = min(tail, max(pause_s - lead, CLOSE_S))
    out = room.quietest(end.end_s + tail / 2, end.end_s + tail) if tail > 2 * CLOSE_S else end.end_s + tail
    into = (
        room.quietest(following.start_s - lead, following.start_s - lead / 2) if lead > 2 * CLOSE_S else following.start_s - lead
    )
    rest = pause_s - (out - end.end_s) - (following.start_s - into)
    return out, into, round(rest * room.rate)


def _soft(samples: F32, fade: int) -> F32:
    """Its first and last moment faded."""
    fade = min(fade, samples.size // 2)
    out = samples.copy()
    ramp = np.linspace(0, 1, fade, endpoint=False, dtype=np.float32)
    out[:fade] *= ramp
    out[samples.size - fade :] *= ramp[::-1]
    return out
