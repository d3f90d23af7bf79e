"""Each time a bed, a sting or a clip is heard: the stretches of a timeline put together again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from segment.model.timeline import Point, Timeline


class Use(Struct, frozen=True, kw_only=True):
    """A sound heard once, however often it is looped or cut meanwhile; programme frames."""

    kind: Literal["bed", "sting", "clip"]
    asset: str
    start: int
    end: int
    lowest_db: float
    """Of the gains at which it stays for a while, in dB: fades and joins do not count."""
    highest_db: float
    out_cue: str = ""


_HELD = 0.1
"""Share of its longest level stretch from which on a level counts as held."""


def uses(timeline: Timeline) -> tuple[Use, ...]:
    """Every sound in the order in which it comes in."""
    found: list[Use] = []
    open_at: dict[tuple[str, str], int] = {}
    for piece in sorted(timeline.played, key=lambda piece: (piece.start, piece.end)):
        if piece.kind == "room":
            continue
        heard = _held(piece.envelope)
        key = (piece.kind, piece.asset)
        at = open_at.get(key)
        if piece.kind == "bed" and at is not None and piece.start <= found[at].end:
            # A join fades one stretch out while the next comes in: its corners say nothing of the level.
            before = found[at]
            found[at] = replace(
                before,
                end=max(before.end, piece.end),
                lowest_db=min(before.lowest_db, *heard),
                highest_db=max(before.highest_db, *heard),
            )
            continue
        open_at[key] = len(found)
        found.append(
            Use(
                kind=piece.kind,
                asset=piece.asset,
                start=piece.start,
                end=piece.end,
                lowest_db=min(heard),
                highest_db=max(heard),
                out_cue=piece.out_cue,
            )
        )
    return tuple(found)


def _held(envelope: Sequence[Point]) -> list[float]:
    """The gains at which a curve stays; all its corners where it never does."""
    if len(envelope) < 2:
        return [point.db for point in envelope] or [0.0]
    stays = [(b.at - a.at, a.db) for a, b in pairwise(envelope) if abs(a.db - b.db) < 0.05]
    longest = max((length for length, _ in stays), default=0)
    return [db for length, db in stays if length >= _HELD * longest] or [point.db for point in envelope]
