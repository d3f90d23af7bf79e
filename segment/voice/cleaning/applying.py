"""A plan done to a recording, in place and a piece at a time. No step delays the sound.

Clicks go first, for a filter would ring on them; then what is always there, hum and rumble; then what comes and goes. The noise
is taken down before the expander, which would make it breathe, and sibilance last, where nothing is over it any more.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.biquad import Section
from segment.dsp.cascade import Cascade
from segment.dsp.deesser import deessed
from segment.dsp.expander import expanded
from segment.dsp.filling import filled
from segment.dsp.lowest import HOP_S, Pop, eased
from segment.dsp.quieting import quieted
from segment.model.cleaning import Cleaning, CleanUp, DeEssing
from segment.voice.cleaning.measuring import ESS_HZ
from segment.voice.cleaning.planning import lasting, passing
from segment.voice.cleaning.steps import high_passes, mains_notches

F32 = NDArray[np.float32]

_PIECE_S: Final = 4.0
_AROUND_S: Final = 0.25
"""On each side of a piece, on which the de-esser's gain still hangs."""
_TOGETHER: Final = 4
"""Sections in one cascade: its cost grows with the square."""


def cleaned(samples: F32, rate: int, allowed: Cleaning) -> tuple[F32, CleanUp]:
    """A mono recording (frames,) as it should have been recorded, and what was done to it.

    Where nothing was needed the very same array comes back; else a new one, as long.
    """
    first = lasting(samples, rate, allowed)
    out = applied(samples, rate, first)
    second = passing(out, rate, CleanUp(), allowed)
    plan = replace(
        first,
        plosives=second.plosives,
        plosives_db=second.plosives_db,
        quieting=second.quieting,
        expanding=second.expanding,
        de_essing=second.de_essing,
    )
    return applied(out, rate, second), plan


def applied(samples: F32, rate: int, plan: CleanUp) -> F32:
    """The plan done to mono ``samples`` (frames,), which stay as they are."""
    if not plan:
        return samples
    out = samples - np.float32(plan.offset)
    for first, stop in plan.clicks:
        out[first:stop] = filled(out, first, stop)
    sections = mains_notches(plan.hum, rate)
    if plan.high_pass_hz:
        sections = (*sections, *high_passes(plan.high_pass_hz, rate))
    for at in range(0, len(sections), _TOGETHER):
        _filter(out, rate, sections[at : at + _TOGETHER])
    found = tuple(
        Pop(first=round(pop.start_s / HOP_S), stop=round(pop.end_s / HOP_S), over_db=pop.over_db) for pop in plan.plosives
    )
    eased(out, rate, found, plan.plosives_db)
    if plan.quieting:
        quieted(out, np.array(plan.quieting.noise, np.float32), plan.quieting.by_db)
    if plan.expanding:
        expanded(out, rate, below_db=plan.expanding.below_dbfs, deepest_db=plan.expanding.by_db)
    if plan.de_essing:
        _de_ess(out, rate, plan.de_essing)
    return out


def _filter(out: F32, rate: int, sections: tuple[Section, ...]) -> None:
    running = Cascade(sections)
    piece = round(_PIECE_S * rate)
    for at in range(0, out.size, piece):
        out[at : at + piece] = running.process(out[at : at + piece].reshape(-1, 1))[:, 0]


def _de_ess(out: F32, rate: int, plan: DeEssing) -> None:
    piece, around = round(_PIECE_S * rate), round(_AROUND_S * rate)
    held = np.zeros(0, np.float32)
    """What stood before the piece, as it was."""
    for at in range(0, out.size, piece):
        part = np.concatenate((held, out[at : at + piece + around])).reshape(-1, 1)
        made = deessed(part, rate, hz=ESS_HZ, over_db=plan.over_db, deepest_db=plan.by_db, voice=plan.voice)
        before, held = held.size, part[held.size : held.size + piece, 0][-around:].copy()
        out[at : at + piece] = made[before : before + piece, 0]
