"""A clean-up in words: one for each step that was needed, with its figure."""

from __future__ import annotations

import math
from collections.abc import Iterator

from segment.model.cleaning import CleanUp
from segment.units import decibels


def told_of(plan: CleanUp) -> tuple[str, ...]:
    """What was done, in its order; empty where nothing was needed."""
    return tuple(_told(plan))


def _told(plan: CleanUp) -> Iterator[str]:
    if plan.offset:
        yield f"an offset of {decibels(abs(plan.offset)):.0f} dBFS taken off"
    if plan.clicks:
        yield _counted(len(plan.clicks), "click", "repaired")
    if plan.hum:
        level = 10 * math.log10(sum(10 ** (line.dbfs / 10) for line in plan.hum))
        lines = ", ".join(f"{line.hz:.1f}" for line in plan.hum)
        yield f"hum of {level:.0f} dBFS notched at {lines} Hz"
    if plan.high_pass_hz:
        yield f"rumble {plan.rumble_db:.0f} dB under the speech taken out below {plan.high_pass_hz:.0f} Hz"
    if plan.plosives:
        yield _counted(len(plan.plosives), "pop", f"eased by up to {plan.plosives_db:.0f} dB")
    if plan.quieting:
        yield f"noise {plan.quieting.under_db:.0f} dB under the speech taken down by {plan.quieting.by_db:.0f} dB"
    if plan.expanding:
        yield f"the room taken down between words by up to {plan.expanding.by_db:.0f} dB"
    if plan.de_essing:
        yield f"sibilance {plan.de_essing.found_db:.0f} dB over the voice held, by up to {plan.de_essing.by_db:.0f} dB"


def _counted(count: int, what: str, done: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'} {done}"
