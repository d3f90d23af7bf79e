"""An edited take list obeyed: whatever it says of a sentence of the script holds, and the recordings decide about the rest.

A sentence that is written otherwise now than when the list was made is still the same where most of its words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from segment.model.take import Choice, Edit, Heard, Part, Piece, Reading, Sentence
from segment.model.take_list import ListedReading, ListedSentence, TakeList

ALIKE: Final = 0.55
"""The least share of words that a sentence has in common with what it was before."""
SAME_S: Final = 0.0015
"""Times are written to a thousandth of a second."""
_WORD: Final = re.compile(r"[^\W_]+")


class Obeyed(Struct, frozen=True, kw_only=True):
    """An edit as a list wants it."""

    edit: Edit
    untimed: frozenset[int]
    """Sentences whose words have yet to be timed in the reading that is heard now."""


def obeyed(edit: Edit, wanted: TakeList, parts: Sequence[Part]) -> Obeyed:
    """The edit with the choices of a list whose recordings are all among ``parts``."""
    at = {part.fingerprint: part.start_s for part in parts}
    starts = [at[file.fingerprint] for file in wanted.files]
    listed = pairs([choice.sentence.text for choice in edit.choices], [one.text for one in wanted.sentences])
    choices = list(edit.choices)
    untimed: set[int] = set()
    for index, nth in listed.items():
        sentence = wanted.sentences[nth]
        if not sentence.readings:
            continue
        before = choices[index]
        choices[index] = _chosen(before, sentence, starts)
        if choices[index].reading is not None and choices[index].reading != before.reading:
            untimed.add(index)
    return Obeyed(edit=replace(edit, choices=tuple(choices)), untimed=frozenset(untimed))


def _chosen(choice: Choice, sentence: ListedSentence, starts: Sequence[float]) -> Choice:
    """The choice with the readings of the list: those that were found stay as they are, others come to them."""
    readings = list(choice.readings)
    used = -1
    for listed in sentence.readings:
        if not listed.spans:
            continue
        found = None if listed.typed else next((n for n, r in enumerate(readings) if _same(r, listed, starts)), None)
        if found is None and listed.used:
            readings.append(_typed(listed, choice.sentence, starts))
            found = len(readings) - 1
        if listed.used and found is not None:
            used = found
    return replace(
        choice,
        readings=tuple(readings),
        used=used,
        listed=True,
        stand_in=any(one.used and not one.spans for one in sentence.readings),
    )


def _same(reading: Reading, listed: ListedReading, starts: Sequence[float]) -> bool:
    spans = [(starts[s.file] + s.start_s, starts[s.file] + s.end_s) for s in listed.spans]
    return len(spans) == len(reading.pieces) and all(
        abs(p.start_s - a) <= SAME_S and abs(p.end_s - b) <= SAME_S for p, (a, b) in zip(reading.pieces, spans, strict=True)
    )


def _typed(listed: ListedReading, sentence: Sentence, starts: Sequence[float]) -> Reading:
    """A reading by its times alone: its words lie in the stretches by their letters, until they are timed."""
    spans = [(starts[s.file] + s.start_s, starts[s.file] + s.end_s) for s in listed.spans]
    letters = [max(len(word.say), 1) if word.say else 0 for word in sentence.words]
    total, seconds = max(sum(letters), 1), sum(b - a for a, b in spans)
    bounds = [0]
    for n in range(1, len(spans)):
        share = sum(b - a for a, b in spans[:n]) / seconds
        bounds.append(max(sum(sum(letters[: k + 1]) <= share * total for k in range(len(letters))), bounds[-1]))
    bounds.append(len(letters))
    pieces = tuple(
        Piece(first=first, stop=stop, start_s=a, end_s=b, exact=listed.typed)
        for (a, b), (first, stop) in zip(spans, pairwise(bounds), strict=True)
    )
    return Reading(pieces=pieces, words=(None,) * len(sentence.words), confidence=1.0, complete=True)


def spread(choice: Choice) -> Choice:
    """The choice with a time for every word that is heard: where a stretch has none, they lie in it by their letters."""
    reading = choice.reading
    if reading is None:
        return choice
    words = list(reading.words)
    for piece in reading.pieces:
        own = range(piece.first, piece.stop)
        if any(words[n] is not None for n in own):
            continue
        letters = [len(choice.sentence.words[n].say) for n in own]
        a_letter = (piece.end_s - piece.start_s) / max(sum(letters), 1)
        at = piece.start_s
        for n, count in zip(own, letters, strict=True):
            if count:
                words[n] = Heard(start_s=at, end_s=at + count * a_letter, confidence=0.0)
            at += count * a_letter
    better = replace(reading, words=tuple(words))
    return replace(choice, readings=tuple(better if n == choice.used else r for n, r in enumerate(choice.readings)))


def pairs(now: Sequence[str], before: Sequence[str]) -> Mapping[int, int]:
    """Which sentence of ``before`` each of ``now`` is: the same words first, in their order, then those most alike."""
    words = [_words(text) for text in now]
    old = [_words(text) for text in before]
    found: dict[int, int] = {}
    for tag, a, b, c, _ in SequenceMatcher(None, [*map(" ".join, words)], [*map(" ".join, old)], autojunk=False).get_opcodes():
        if tag == "equal":
            found |= {a + n: c + n for n in range(b - a)}
    left = [n for n in range(len(old)) if n not in found.values()]
    for n, said in enumerate(words):  # moved
        if n not in found and (same := next((k for k in left if old[k] == said), None)) is not None:
            found[n] = same
            left.remove(same)
    for _, n, k in sorted(_likenesses(words, old, found, left), key=lambda one: (-one[0], one[1])):
        if n not in found and k not in found.values():
            found[n] = k
    return found


def _likenesses(
    now: Sequence[Sequence[str]], before: Sequence[Sequence[str]], found: Mapping[int, int], left: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    for n, said in enumerate(now):
        for k in left if n not in found else ():
            like = SequenceMatcher(None, said, before[k], autojunk=False).ratio()
            if like >= ALIKE:
                yield like, n, k


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "").replace("'", "").casefold())
