"""The phrases of a line: stretches of talk between pauses in which something else may be heard, or may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segment.mix.ducking import HOLD_S
from segment.mix.energy import Energy
from segment.model.sound import Word
from segment.units import frames

Span = tuple[int, int]

BREATH_S = 0.35
"""The shortest pause at which a long stretch of talk is divided: the end of a sentence."""
LONG_S = 12.0
"""A stretch as long as this is divided at the next breath, so that beds follow what is said and not its average."""


def phrases(words: Sequence[Word], timed: bool, energy: Energy, start: int, span: Span, rate: int) -> tuple[Span, ...]:
    """The phrases of a line in programme frames, from its first word to the end of its last (``span``).

    By its words where their times are known, else by where its sound, which begins at ``start``, is a voice.
    """
    talk: Iterable[Span]
    if timed:
        talk = ((word.start, word.end) for word in words)
    else:
        talk = ((start + frames(first, rate), start + frames(last, rate)) for first, last in energy.speech)
    found: list[Span] = []
    for first, last in talk:
        low, high = max(first, span[0]), min(last, span[1])
        if high <= low:
            continue
        if found and not _parts(found[-1], low, rate):
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found) or (span,)


def _parts(before: Span, following: int, rate: int) -> bool:
    pause = following - before[1]
    return pause >= HOLD_S * rate or (pause >= BREATH_S * rate and before[1] - before[0] >= LONG_S * rate)
