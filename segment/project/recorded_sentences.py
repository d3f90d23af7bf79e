"""How long each recorded sentence is, with its pause: what leaving it out of a script would save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from segment.model.running_order import RunningOrder
from segment.model.script import Break, Speech
from segment.model.sound import Spoken
from segment.script.proposals import Recorded
from segment.sentences import sentences

HOLDS_S: Final = 0.08
"""A join holds where the reader pauses so long on both sides; between two lines it always does."""


def recorded_sentences(order: RunningOrder, lines: Iterable[Spoken]) -> Recorded:
    """Of the recorded ``lines`` (synthetic ones are passed over) the seconds that each sentence would save.

    A sentence that runs on into its neighbour is not among them, nor one that was not found.
    """
    own = {line.id: line for line in lines if not line.synthetic}
    return {
        entry.line_id: dict(_saved(own[entry.line_id], entry.item))
        for entry in order.entries
        if isinstance(entry.item, Speech) and entry.line_id in own
    }


def _saved(line: Spoken, speech: Speech) -> Iterator[tuple[str, float]]:
    rate = line.sound.rate
    spans: list[tuple[str, int, int]] = []
    at = 0
    for sentence in sentences("".join(" " if isinstance(s, Break) else s.text for s in speech.spans)):
        count = len(sentence.split())
        own = line.words[at : at + count]
        if [word.text for word in own] == sentence.split() and (heard := [word for word in own if word.end > word.start]):
            spans.append((sentence, heard[0].start, heard[-1].end))
            at += count
    for n, (sentence, start, end) in enumerate(spans):
        before = (start - spans[n - 1][2]) / rate if n else HOLDS_S
        after = (spans[n + 1][1] - end) / rate if n + 1 < len(spans) else HOLDS_S
        if min(before, after) >= HOLDS_S:
            stop = spans[n + 1][1] if n + 1 < len(spans) else end
            rest = 0.0 if n + 1 < len(spans) else line.rest_s or 0.0
            yield sentence, (stop - start) / rate + rest
