"""The room that a voice stands in, heard on in its pauses: between two lines a recording does not fall into a hole.

A quiet stretch of the line's own sound, repeated under crossfades as long as the pause lasts. A voice whose own pauses are
digital silence has no room, and its pauses are silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from segment.mix.curve import points, power_in, power_out, total
from segment.mix.energy import Energy
from segment.model.timeline import Played, Voiced
from segment.units import frames

SHORTEST_S = 0.25
"""Of a stretch of room: a shorter one would be heard to repeat."""
LONGEST_PAUSE_S = 20.0
_EDGE_S = 0.03
"""Left out on both sides of the stretch: there a word dies away, or a breath begins."""
_CROSS_S = 0.05
_NOTHING_DB = -96.0
"""Below this the stretch is as good as digital silence. dB re full scale, K-weighted."""


def rooms(voiced: Sequence[Voiced], energies: Mapping[str, Energy], rate: int) -> Iterator[Played]:
    """The room in every pause between two lines, of the voice before it, else of the one behind it."""
    stretches = {line.id: stretch(energies[line.id]) for line in voiced}
    for before, behind in pairwise(voiced):
        pause = behind.start - before.end
        if not 0 < pause <= LONGEST_PAUSE_S * rate:
            continue
        owner = before if stretches[before.id] else behind
        if (found := stretches[owner.id]) is not None:
            gain = owner.gain_db + _ridden(owner, last=owner is before)
            yield from _filled(owner.id, found, before.end, behind.start, gain, rate)


def stretch(energy: Energy) -> tuple[float, float] | None:
    """The quietest stretch of a line between its words, in its own seconds; None where there is none, or nothing in it."""
    quiet = [(a + _EDGE_S, b - _EDGE_S) for (_, a), (b, _) in pairwise(energy.speech)]
    long_enough = [one for one in quiet if one[1] - one[0] >= SHORTEST_S]
    if not long_enough:
        return None
    best = min(long_enough, key=lambda one: float(energy.within(*one).max(initial=0.0)))
    level = energy.mean(*best)
    return best if level > 10 ** (_NOTHING_DB / 10) else None


def _ridden(line: Voiced, *, last: bool) -> float:
    return (line.ride[-1] if last else line.ride[0]).db if line.ride else 0.0


def _filled(key: str, found: tuple[float, float], start: int, end: int, gain_db: float, rate: int) -> Iterator[Played]:
    first, length = frames(found[0], rate), frames(found[1] - found[0], rate)
    cross = min(frames(_CROSS_S, rate), length // 3)
    at, stop = start - cross // 2, end + cross // 2
    while at < stop - 1:
        until = min(at + length, stop)
        fade = min(cross, (until - at) // 2)
        curve = total(power_in(at, fade), power_out(until - fade, fade))
        corners = points(curve, at, until, gain_db)
        yield Played(kind="room", asset=key, start=at, end=until, offset=first, envelope=corners)
        if until == stop:
            return
        at = until - cross
