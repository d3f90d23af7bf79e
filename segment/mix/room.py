"""The room that a voice stands in, heard on in its pauses: between two lines a recording does not fall into a hole.

A quiet stretch of the line's own sound, repeated under crossfades as long as the pause lasts. A voice whose own pauses are
digital silence has no room, and its pauses are silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from segment.dsp.runs import runs
from segment.mix.curve import points, power_in, power_out, total
from segment.mix.energy import Energy
from segment.model.timeline import Played, Voiced
from segment.units import frames

SHORTEST_S = 0.25
"""Of a stretch of room: a shorter one would be heard to repeat."""
LONGEST_PAUSE_S = 20.0
_EVEN = 4.0
"""Times the power of its quiet moments: more stands out."""
_EDGE_S = 0.02
"""Left out on both sides of the stretch: there a word dies away, or a breath begins."""
_CROSS_S = 0.05
_NOTHING_DB = -96.0
"""Below this the stretch is as good as digital silence. dB re full scale, K-weighted."""


def rooms(voiced: Sequence[Voiced], energies: Mapping[str, Energy], others: Sequence[Played], rate: int) -> Iterator[Played]:
    """The room in every pause between two lines, of the voice before it, else of the one behind it.

    ``others``: what else is played; where a sting, a clip or new music comes in, a pause is over.
    """
    entries = sorted(piece.start for piece in others if piece.kind != "bed" or piece.offset == 0)
    stretches = {line.id: stretch(energies[line.id]) for line in voiced}
    for before, behind in pairwise(voiced):
        over = next((at for at in entries if before.end < at < behind.start), behind.start)
        pause = over - before.end
        if not 0 < pause <= LONGEST_PAUSE_S * rate:
            continue
        owner = before if stretches[before.id] else behind
        if (found := stretches[owner.id]) is not None:
            gain = owner.gain_db + _ridden(owner, last=owner is before)
            yield from _filled(owner.id, found, before.end, over, gain, rate)


def stretch(energy: Energy) -> tuple[float, float] | None:
    """A quiet, even stretch of a line between its words, in its own seconds; None where there is none, or nothing in it."""
    nothing = 10 ** (_NOTHING_DB / 10)
    if np.count_nonzero(energy.powers <= nothing) * energy.hop_s >= SHORTEST_S:
        return None  # its pauses are digital silence
    even = [one for (_, first), (last, _) in pairwise(energy.speech) if (one := _even(energy, first, last)) is not None]
    if not even:
        return None
    quietest = min(energy.mean(*one) for one in even)
    if quietest <= nothing:
        return None
    return max((one for one in even if energy.mean(*one) <= 2 * quietest), key=lambda one: one[1] - one[0])


def _even(energy: Energy, first_s: float, last_s: float) -> tuple[float, float] | None:
    """The longest stretch of a pause in which nothing stands out: no word dies away, no breath is drawn."""
    powers = energy.within(first_s, last_s)
    if len(powers) * energy.hop_s < SHORTEST_S:
        return None
    quiet = runs(powers <= _EVEN * float(np.percentile(powers, 30)))
    low, high = max(quiet.tolist(), key=lambda run: run[1] - run[0], default=(0, 0))
    found = first_s + low * energy.hop_s + _EDGE_S, first_s + high * energy.hop_s - _EDGE_S
    return found if found[1] - found[0] >= SHORTEST_S else None


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
