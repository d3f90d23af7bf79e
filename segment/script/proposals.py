"""What could be cut of a script that is too long: proposed, the safest and longest first, and never done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from segment.model.running_order import RunningOrder
from segment.model.script import Break, Speech
from segment.script.leaning import NAME, leans
from segment.sentences import sentences

MOST = 5


class Proposal(Struct, frozen=True, kw_only=True):
    """One cut."""

    line_id: str
    text: str
    seconds: float
    leaves_s: float
    """What the programme would run without it."""


Recorded = Mapping[str, Mapping[str, float]]
"""For each line a person recorded what it would save to leave a sentence out, by its text; not there where no join would hold."""


def proposals(
    order: RunningOrder, seconds: Mapping[str, float], runs_s: float, recorded: Recorded | None = None
) -> tuple[Proposal, ...]:
    """Sentences of the PIECE that nothing leans on, the longest first; then those that the next one leans on do not appear.

    ``seconds`` of each spoken line by its id; a sentence has its share of them by its letters, and what was ``recorded`` takes as
    long as it does. The first and the last sentence of the PIECE are never proposed, nor one that first says a name that comes
    again.
    """
    said = [
        (entry.line_id, sentence)
        for entry in order.entries
        if entry.part == "PIECE" and isinstance(entry.item, Speech)
        for sentence in sentences("".join(" " if isinstance(s, Break) else s.text for s in entry.item.spans))
    ]
    letters: dict[str, int] = {}
    for line_id, sentence in said:
        letters[line_id] = letters.get(line_id, 0) + len(sentence)
    own = recorded or {}
    found = [
        (
            line_id,
            sentence,
            own[line_id].get(sentence, 0.0) if line_id in own else seconds.get(line_id, 0.0) * len(sentence) / letters[line_id],
        )
        for line_id, sentence in _safe(said)
        if letters[line_id]
    ]
    ranked = sorted((cut for cut in found if cut[2] > 0), key=lambda cut: -cut[2])[:MOST]
    return tuple(
        Proposal(line_id=line_id, text=sentence, seconds=round(s, 1), leaves_s=round(runs_s - s, 1))
        for line_id, sentence, s in ranked
    )


def _safe(said: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    heard: set[str] = {name for _, sentence in said[:1] for name in NAME.findall(sentence)}
    for at, (here, following) in enumerate(pairwise(said)):
        names = {match[0] for match in NAME.finditer(here[1]) if match.start() > 0}
        later = {name for _, sentence in said[at + 1 :] for name in NAME.findall(sentence)}
        if at and not leans(following[1]) and not (names - heard) & later:
            yield here
        heard |= names
