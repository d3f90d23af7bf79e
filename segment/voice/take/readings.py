"""The readings of every sentence, put together from the words of a recording in their places.

A reading begins where a reader comes to the start of a sentence. Where he goes back inside one, a new reading has the words
before that place from the time before, and the rest from now: that is what he meant to be heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from msgspec import Struct

from segment.model.take import Heard, Piece, Reading, Sentence
from segment.voice.take.tokens import Token

ASIDE_PAUSE_S: Final = 0.15
"""What stands in no script and has such a pause on its sides is an aside, and left out; without, it is a word that was added."""
AROUND_S: Final = 0.05
"""How far the times of words may be wrong when a pause is looked for."""
SAID_ASIDE: Final = frozenset("sorry um uh oh okay damn again no wait excuse pardon me".split())
AT_START: Final = 1
"""Words of a sentence that may be missed at its start."""
WHOLE: Final = 0.7
"""The least share of its words that a complete reading has."""
NEAR_END: Final = 8
"""One word of so many, and two at least, may be missed at its end."""


class Spot(Struct, frozen=True, kw_only=True):
    """A word of the recording in its place."""

    position: int
    """Index of the script's token; −1 for an aside."""
    start_s: float
    end_s: float
    confidence: float
    text: str = ""
    """As understood, where it was."""


class Pauses(Protocol):
    """Whoever knows where it is quiet."""

    def between(self, start_s: float, end_s: float) -> bool:
        """Whether it is, for a moment, between two times."""
        ...


def readings(
    spots: Sequence[Spot], tokens: Sequence[Token], sentences: Sequence[Sentence], quiet: Pauses | None = None
) -> tuple[tuple[Reading, ...], ...]:
    """For each sentence its readings, in the order of the recording; without ``quiet`` the words' own times tell the pauses."""
    first = _firsts(tokens, len(sentences))
    counts = [first[n + 1] - first[n] for n in range(len(sentences))]
    found: list[list[list[tuple[int, int]]]] = [[] for _ in sentences]
    previous = -1
    for index, spot in enumerate(spots):
        if spot.position < 0:
            continue
        sentence = tokens[spot.position].sentence
        offset = spot.position - first[sentence]
        went_on = previous >= 0 and previous < spot.position and tokens[previous].sentence == sentence
        if went_on and found[sentence]:
            found[sentence][-1].append((offset, index))
        elif offset <= min(AT_START, counts[sentence] - 1) or not found[sentence]:
            found[sentence].append([(offset, index)])
        else:
            found[sentence].append([*(pair for pair in found[sentence][-1] if pair[0] < offset), (offset, index)])
        previous = spot.position
    return tuple(
        tuple(_reading(pairs, spots, tokens[first[n] : first[n + 1]], len(sentences[n].words), quiet) for pairs in found[n])
        for n in range(len(sentences))
    )


def _firsts(tokens: Sequence[Token], count: int) -> list[int]:
    """The first token of each sentence, and one past the last of all."""
    first = [len(tokens)] * (count + 1)
    for index in range(len(tokens) - 1, -1, -1):
        first[tokens[index].sentence] = index
    for n in range(count - 1, -1, -1):
        first[n] = min(first[n], first[n + 1])
    return first


def _reading(
    pairs: Sequence[tuple[int, int]], spots: Sequence[Spot], own: Sequence[Token], words: int, quiet: Pauses | None
) -> Reading:
    heard: list[Heard | None] = [None] * words
    for offset, index in pairs:
        spot, word = spots[index], own[offset].word
        before = heard[word]
        if before is None:
            heard[word] = Heard(start_s=spot.start_s, end_s=spot.end_s, confidence=spot.confidence)
        else:
            heard[word] = Heard(start_s=before.start_s, end_s=spot.end_s, confidence=min(before.confidence, spot.confidence))
    share = len({offset for offset, _ in pairs}) / len(own)
    ending = max(2, len(own) // NEAR_END)
    complete = (
        share >= WHOLE
        and min(offset for offset, _ in pairs) <= ending
        and max(offset for offset, _ in pairs) >= len(own) - ending
        and (len(own) > 3 or share == 1)
    )
    sure = sum(spots[index].confidence for _, index in pairs) / len(own)
    return Reading(pieces=_pieces(pairs, spots, own, quiet), words=tuple(heard), confidence=round(sure, 3), complete=complete)


def _pieces(
    pairs: Sequence[tuple[int, int]], spots: Sequence[Spot], own: Sequence[Token], quiet: Pauses | None
) -> tuple[Piece, ...]:
    groups: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if groups and not _parted(spots, groups[-1][-1][1], pair[1], quiet):
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return tuple(
        Piece(
            first=own[group[0][0]].word,
            stop=own[group[-1][0]].word + 1,
            start_s=spots[group[0][1]].start_s,
            end_s=spots[group[-1][1]].end_s,
        )
        for group in groups
    )


def _parted(spots: Sequence[Spot], one: int, other: int, quiet: Pauses | None) -> bool:
    """Whether the recording does not simply go on from one word to the other: something else was said between."""
    between = spots[one + 1 : other]
    if not between:
        return False
    if any(spot.position >= 0 for spot in between):
        return True
    sides = (spots[one].end_s, between[0].start_s), (between[-1].end_s, spots[other].start_s)
    paused = [end - start >= ASIDE_PAUSE_S for start, end in sides]
    if quiet is None:
        return any(paused)
    # What is understood wrongly leaves gaps between its words that are none.
    silent = [quiet.between(start - AROUND_S, end + AROUND_S) for start, end in sides]
    # A word that was added is not cut out, though a reader may pause behind it; what is always said to oneself is.
    aside = all(word in SAID_ASIDE for spot in between for word in spot.text.split())
    return all(silent) or (aside and any(a and b for a, b in zip(paused, silent, strict=True)))
