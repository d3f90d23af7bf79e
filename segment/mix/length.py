"""What of a programme's length may give in the mix: the house's own pauses, and the closing music in the clear."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from segment.mix.events import Cue, Event
from segment.model.fitting import Fitting
from segment.model.mix_settings import MixSettings
from segment.model.script import Music

AS_IT_STANDS = Fitting()


def with_pauses(settings: MixSettings, fitting: Fitting) -> MixSettings:
    """The settings with the pauses between lines as the fitting has them."""
    return replace(settings, gap_s=settings.gap_s * fitting.pauses, turn_s=settings.turn_s * fitting.pauses)


def closing(played: Sequence[Event], fitting: Fitting) -> tuple[int, float]:
    """Which of the endings that are heard in the clear is the last, counted from 0, and how much longer it is to be."""
    endings = sum(
        1
        for event in played
        if isinstance(event, Cue) and isinstance(event.item, Music)
        for before, move in pairwise(event.item.moves)
        if before.verb == "up full" and move.verb == "out cold"
    )
    return endings - 1, fitting.button_s
