"""The script's lines cut out of a recording: each with the times of its words, its pauses, and the room around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.model.sound import Spoken, Word
from segment.model.take import Edit
from segment.model.utterance import Phrase, Silence, Utterance
from segment.voice.line import quantised
from segment.voice.take.cuts import Room, Stretch, habit_s, stretches_of
from segment.voice.take.splicing import Join, Spliced, spliced
from segment.voice.take.tone import room_tone

F32 = NDArray[np.float32]

BITS: Final = 24
EDGE_S: Final = 0.35
"""The most of the room that a line has at each end."""
SHORTEST_REST_S, LONGEST_REST_S = 0.2, 1.5
"""Between two lines of the reader."""


class Cut(Struct, frozen=True, kw_only=True):
    """What a recording gave."""

    lines: tuple[Spoken, ...]
    """In the order of the script; a line of which nothing was found is not among them."""
    joins: tuple[tuple[str, Join], ...]
    """(id of the line, join)."""
    habit_s: float
    """The reader's usual pause between sentences, seconds."""


def cut(utterances: Sequence[Utterance], edit: Edit, samples: F32, rate: int, spans: Sequence[tuple[float, float]]) -> Cut:
    """The lines of one role out of mono ``samples`` (frames,) at ``rate`` Hz.

    ``spans``: every word that was heard, also those that are not used, (start, end) in seconds.
    """
    room = Room(samples, rate, spans)
    tone = room_tone(samples, rate)
    stretches = stretches_of(edit, room)
    habit = habit_s(stretches, room)
    by_line: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        by_line.setdefault(edit.choices[stretch.sentence].sentence.line, []).append(stretch)
    present = [u for u in utterances if u.id in by_line]
    rests = [_rest(by_line[a.id][-1], by_line[b.id][0], room, habit) for a, b in pairwise(present)]
    around = [None, *rests, None]
    lines: list[Spoken] = []
    joins: list[tuple[str, Join]] = []
    for n, utterance in enumerate(present):
        own = by_line[utterance.id]
        edges = (_edge(around[n]), _edge(around[n + 1]))
        made = spliced(own, _asked(utterance, own, edit), habit, room, tone, edges)
        joins += ((utterance.id, join) for join in made.joins)
        lines.append(
            Spoken(
                id=utterance.id,
                role=utterance.role,
                voice="take",
                sound=quantised(made.samples.reshape(-1, 1), rate, BITS),
                words=_words(utterance, own, made, edit, rate),
                synthetic=False,
                stood_in=any(edit.choices[stretch.sentence].stand_in for stretch in own),
                rest_s=around[n],
            )
        )
    return Cut(lines=tuple(lines), joins=tuple(joins), habit_s=habit)


def _edge(rest_s: float | None) -> float:
    return EDGE_S if rest_s is None else min(rest_s / 2, EDGE_S)


def _rest(last: Stretch, first: Stretch, room: Room, habit: float) -> float:
    """The pause between two lines: the reader's own where he went on."""
    natural = first.start_s - last.end_s
    rest = natural if room.goes_on(last.end_s, first.start_s) else habit
    return min(max(rest, SHORTEST_REST_S), max(LONGEST_REST_S, habit))


def _asked(utterance: Utterance, own: Sequence[Stretch], edit: Edit) -> list[float]:
    """The least pause before each stretch, as the script's own breaks want it."""
    before: dict[int, float] = {}
    index = next(n for n, choice in enumerate(edit.choices) if choice.sentence.line == utterance.id)
    waiting = 0.0
    for piece in utterance.pieces:
        if isinstance(piece, Silence):
            waiting += piece.seconds
        elif isinstance(piece, Phrase):
            before[index] = waiting
            index, waiting = index + 1, 0.0
    return [
        before.get(stretch.sentence, 0.0) if n == 0 or own[n - 1].sentence != stretch.sentence else 0.0
        for n, stretch in enumerate(own)
    ]


def _words(utterance: Utterance, own: Sequence[Stretch], made: Spliced, edit: Edit, rate: int) -> tuple[Word, ...]:
    """The words that are heard, as the script writes them; one without a time stands at the end of the one before."""
    total = made.samples.size
    out: list[Word] = []
    at = 0
    for sentence in dict.fromkeys(stretch.sentence for stretch in own):
        choice = edit.choices[sentence]
        for index, word in enumerate(choice.sentence.words):
            heard = choice.reading.words[index] if choice.reading else None
            placed = zip(own, made.shifts, strict=True)
            shift = next((by for s, by in placed if s.sentence == sentence and s.first <= index < s.stop), None)
            start = end = at
            if heard is not None and shift is not None:
                start = min(max(round((heard.start_s + shift) * rate), at), total)
                end = min(max(round((heard.end_s + shift) * rate), start), total)
            out.append(Word(text=word.display, start=start, end=end))
            at = end
    return tuple(out)
