"""Hitting a length without touching a word: pauses give first, then the closing music, then the tempo of synthetic voices.

The order is that of how little a listener notices. A tempo means that every line is spoken anew, so it is asked for only where
the other two are not enough; what the music takes up last makes the length exact.
"""

from __future__ import annotations

from msgspec import Struct

from segment.model.fitting import Fitting, Lengths
from segment.model.script import Script
from segment.script.ordering import running_order

EASY_PAUSES = (0.8, 1.25)
"""How far the house's pauses give and nobody hears it."""
PAUSES = (0.7, 1.4)
"""How far the house's pauses shrink and grow before the reading sounds driven or lost."""
RATE = (0.96, 1.04)
"""How far a synthetic voice may go faster or slower: nobody hears it."""
CLEAR_S = 3.0
"""The least of closing music in the clear, and of time after the last word on air."""
BUTTON_S = (-3.0, 3.0)
"""How far the closing music gives before a tempo is asked for."""
MOST_BUTTON_S = 6.0
"""How much longer the closing music may be."""
ROOM_S = (-0.2, 0.7)
"""How far the silence behind the last sound gives."""
EXACT_S = 0.02
"""What is no longer worth a change: the silence behind the last sound takes it up."""


class Wanted(Struct, frozen=True, kw_only=True):
    """The length a programme is to have, in seconds."""

    least_s: float
    most_s: float

    def nearest(self, seconds: float) -> float:
        """The length in the range that is nearest."""
        return min(max(seconds, self.least_s), self.most_s)


class Fit(Struct, frozen=True, kw_only=True):
    """What gives, and what is left over when all has given that may."""

    fitting: Fitting
    target_s: float
    over_s: float = 0.0
    """Seconds that are still too long; negative for too short; 0 where it fits."""


def fit(script: Script, durations: Lengths, *, wanted: Wanted | None = None, rate: float | None = None) -> Fit:
    """What has to give for a spoken script to be as long as its SLOT; nothing is read, spoken or changed here.

    ``durations`` is what the script comes to as it was spoken and laid out, in seconds. ``wanted`` is the length of one
    deliverable where that is not the whole SLOT: a CART, what a live host leaves. A script that asks for no length fits as it
    is. ``rate`` is the tempo at which the lines were spoken already, where that is decided: then it stays.

    Raises ScriptError for a SLOT that is no length.
    """
    goal = wanted or _slot(script)
    if goal is None:
        return Fit(fitting=Fitting(), target_s=durations.natural_s)
    return _given(durations, goal, rate)


def _slot(script: Script) -> Wanted | None:
    order = running_order(script)
    return None if order.slot_s is None else Wanted(least_s=order.slot_least_s or order.slot_s, most_s=order.slot_s)


def _given(lengths: Lengths, wanted: Wanted, rate: float | None) -> Fit:
    target = wanted.nearest(lengths.natural_s)
    missing = target - lengths.natural_s
    tempo = 1.0 if rate is None else rate
    least, most = _button(lengths)
    pauses = _pauses(lengths, missing, EASY_PAUSES)
    spare = max(least, BUTTON_S[0]), min(most, BUTTON_S[1])
    beyond = missing - (pauses - 1) * lengths.pauses_s
    pauses = _pauses(lengths, missing - _within(beyond, *spare), PAUSES)
    missing -= (pauses - 1) * lengths.pauses_s
    easy = _within(missing, spare[0] + ROOM_S[0], spare[1] + ROOM_S[1])
    if rate is None and lengths.speech_s > 0 and abs(missing - easy) > EXACT_S:
        tempo = _within(lengths.speech_s / max(lengths.speech_s + missing - easy, 1e-9), *RATE)
        missing -= lengths.speech_s / tempo - lengths.speech_s
    button = _within(missing, least, most)
    missing -= button
    left = missing - _within(missing, *ROOM_S)
    return Fit(
        fitting=Fitting(pauses=round(pauses, 4), rate=round(tempo, 4), button_s=round(button, 3)),
        target_s=target,
        over_s=0.0 if abs(left) <= EXACT_S else -left,
    )


def _pauses(lengths: Lengths, missing: float, limits: tuple[float, float]) -> float:
    """How often the pauses must count to bring ``missing`` seconds, within limits."""
    return _within(1 + missing / lengths.pauses_s, *limits) if lengths.pauses_s > 0 else 1.0


def _button(lengths: Lengths) -> tuple[float, float]:
    """How much shorter and longer the closing music may be."""
    return (0.0, 0.0) if lengths.button_s is None else (min(0.0, CLEAR_S - lengths.button_s), MOST_BUTTON_S)


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
