"""Which sentence of the review each spoken sentence came from, found by its words: cuts inside a sentence do not matter."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from heapq import nlargest

from msgspec import Struct

from segment.folding import unaccented
from segment.model.review import Review
from segment.sentences import sentences

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = frozenset(
    """a an the and or but of in on at to for by as is was are were be been it its it's he she his her him they them their we i
    you with from that this these those who which what not no so if than then there here has have had do does did will would
    can could le la les un une des de du et ou en à au aux est il elle ils elles qui que se sa son ses ce cette ne pas pour par
    dans sur avec
    """.split()
)
_ABOUT = """plays play playing stars star starring stars out give gives directs directed director writes written cast film book
    album zero one two three four five six seven eight nine ten half rating étoiles sur joue réalise réalisé incarne"""
"""Words that credits and ratings are said with."""
_NEARBY = 1
"""Sentences on either side that one may have taken words from: two are often made one."""
_MOST_POSTINGS = 60
"""Sentences a word may stand in and still say which it came from; keeps long reviews linear."""
ENOUGH = 0.5
"""Share of a sentence's weight that must be found in one place of the review."""
FEWEST = 3
"""Words of weight a sentence needs before anybody can say where it is from."""


class Source(Struct, frozen=True, kw_only=True):
    """Where a spoken sentence is from."""

    section: int
    paragraph: int
    """In its section; both count from 0."""
    text: str
    """The review's sentence."""
    share: float
    """How much of what is spoken is found there, by weight, from 0 to 1."""


class Places:
    """A review made ready to be looked up."""

    def __init__(self, review: Review) -> None:
        self._places: list[tuple[int, int, str]] = [
            (section, paragraph, sentence)
            for section, held in enumerate(review.sections)
            for paragraph, text in enumerate(held.paragraphs)
            for sentence in sentences(text)
        ]
        self._words = [frozenset(stems(sentence)) for *_, sentence in self._places]
        self.known = frozenset(_told(review))
        """Words that the review has beside its text; whoever says them need not have them from a sentence."""
        self._in: dict[str, list[int]] = {}
        for at, held_words in enumerate(self._words):
            for word in held_words:
                self._in.setdefault(word, []).append(at)

    def source(self, sentence: str) -> Source | None:
        """The sentence that most of the spoken one's words are from; None where the review has none of them."""
        words = frozenset(stems(sentence))
        votes: dict[int, float] = {}
        for word in words:
            there = self._in.get(word, ())
            if len(there) <= _MOST_POSTINGS:
                for at in there:
                    votes[at] = votes.get(at, 0.0) + self._weight(word)
        if not votes:
            return None
        best = max(nlargest(5, votes, key=lambda at: votes[at]), key=lambda at: (self._share(at, words), votes[at]))
        section, paragraph, text = self._places[best]
        return Source(section=section, paragraph=paragraph, text=text, share=round(self._share(best, words), 3))

    def _share(self, at: int, words: frozenset[str]) -> float:
        near: set[str] = set()
        for other in range(max(0, at - _NEARBY), min(len(self._words), at + _NEARBY + 1)):
            near |= self._words[other]
        weighed = {word: self._weight(word) for word in words if word in near or word not in self.known}
        return sum(weight for word, weight in weighed.items() if word in near) / (sum(weighed.values()) or 1.0)

    def _weight(self, word: str) -> float:
        """Rare words say more about where a sentence is from; one that the review never has says that it is not."""
        return math.log(2 + len(self._places) / (1 + len(self._in.get(word, ()))))


def _told(review: Review) -> Iterator[str]:
    people = [review.title, review.reviewer, review.kind, *(f"{m.actor} {m.role}" for m in review.cast)]
    yield from stems(" ".join([*people, *(f"{c.name} {' '.join(c.roles)}" for c in review.credits), _ABOUT]))


def stems(sentence: str) -> Iterator[str]:
    """The words of weight, without what endings and accents differ in."""
    for match in _WORD.finditer(unaccented(sentence.lower()).replace("’", "'")):
        word = re.sub(r"'(?:s|re|ve|ll|d|m|t)$", "", match[0])
        if word not in _COMMON:
            yield re.sub(r"(?:ies|es|ed|ing|ly|s|e|y)$", "", word) if len(word) > 5 else word.rstrip("s") or word


def traced(said: Sequence[str], places: Places) -> tuple[Source | None, ...]:
    """The source of each spoken sentence, in order."""
    return tuple(places.source(sentence) for sentence in said)
