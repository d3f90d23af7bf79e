"""Choosing sentences for a length as an editor does: few passages that run on, each with all it leans on, and the verdict.

A passage costs something where it begins in the middle of a paragraph, and where it stops short of the sentence that takes it
back, so that the choice is of stretches of the review rather than of its best lines. Every length is weighed at once
(:func:`choices`), from the first sentence to the last, over the best few of all choices that come to about as many words.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from segment.script.judging import asks, fragment, gathers, judgement, loosened, says_what_it_is, turns
from segment.script.leaning import NAME, leans
from segment.script.material import Candidate

_NEW_PART = 0.7
"""What it costs to go on at the beginning of another part of the review."""
_NEW_PARAGRAPH = 1.8
"""What it costs to go on at the beginning of a later paragraph of the same part."""
_NAMED = 2.4
"""What it costs to begin inside a paragraph, with a sentence that names what it is about."""
_BARE = 3.4
"""What it costs to begin inside a paragraph with any other sentence."""
_UNTIED = 1.0
"""What it costs more where the connective that ties the sentence to the one before must go."""
_SCRAP = 0.12
_SHORT = 11
"""What it costs more for each word by which the sentence a passage begins with is shorter than so many: it may be a scrap,
unless it judges what it names."""
_TURNED = 1.5
"""What it costs to stop before a sentence that takes back what was said."""
_ALONE = 2.2
"""What it costs to stop after a first sentence that neither judges nor says what the work is about: a passage of nothing."""
_RUN = 0.04
"""What going on in the same paragraph is worth, for each word."""
_OPEN_END = 3.0
"""What it costs to end on a sentence that judges nothing."""
_UNFILLED = 0.2
"""What each word costs by which a choice stays short."""
_NEAR = 0.97
"""Share of a length that is near enough."""
_FEW = 4
"""Choices of about the same length that are kept, to be gone on with."""
_STEPS = 160
"""Lengths told apart."""
_MUST = 1000.0
"""What a sentence is worth that the producer marked; what it leans on is worth half."""
_OPENS = 8
"""Words within which a sentence must name what it is about."""

_OUT, _IN, _WAITING, _BEGUN = 0, 1, 2, 3
"""Whether the sentence before is said: no, yes, yes with the next one promised, yes and it says little alone."""


class Chosen(Struct, frozen=True, kw_only=True):
    """One choice of sentences."""

    words: int
    value: float
    said: int
    """Bit mask of the places."""

    @property
    def places(self) -> tuple[int, ...]:
        """Places of the sentences, in order."""
        return tuple(place for place in range(self.said.bit_length()) if self.said >> place & 1)


def choices(
    candidates: Sequence[Candidate], needs: Sequence[frozenset[int]], values: Sequence[float], most: int
) -> tuple[Chosen, ...]:
    """The best choices of every length up to ``most`` words, the shortest first; none is empty.

    A sentence is chosen only with all its ``needs``. What the producer marked is in every choice, with all that it leans on,
    even where it is longer than ``most``.
    """
    must = _marked(candidates, needs)
    lengths = [candidate.words for candidate in candidates]
    most = min(sum(lengths), max(most, sum(lengths[place] for place in must), min(lengths)))
    width = max(1, most // _STEPS)
    states: list[tuple[int, float, int, int]] = [(0, 0.0, 0, _OUT)]
    for place, candidate in enumerate(candidates):
        wanted = sum(1 << other for other in needs[place] if other >= 0)
        missing = any(other < 0 for other in needs[place]) and place not in must
        value = values[place] + (0.0 if place not in must else _MUST if candidate.keep else _MUST / 2)
        before = candidates[place - 1] if place else None
        same = before is not None and before.paragraph == candidate.paragraph
        begins = _beginning(candidate, before) if before is not None else 0.0
        breaks = _TURNED if same and turns(candidate.text) else 0.0
        goes_on = _WAITING if _promises(candidates, place) else _IN
        opens = not place and candidate.block != "story"
        bare = goes_on == _IN and not (opens or judgement(candidate.text) or says_what_it_is(candidate.text))
        best: dict[tuple[int, int], list[tuple[int, float, int, int]]] = {}
        for words, worth, said, last in states:
            if last != _WAITING:
                ends = 0.0 if last == _OUT else breaks + (_ALONE if last == _BEGUN else 0.0)
                left = (words, worth - ends, said, _OUT)
                best.setdefault((words // width, _OUT), []).append(left)
            longer = words + lengths[place]
            if longer <= most and not missing and wanted & said == wanted:
                cost = -_RUN * lengths[place] if last != _OUT and same else begins if last == _OUT else 0.0
                now = _BEGUN if bare and last == _OUT else goes_on
                taken = (longer, worth + value - cost, said | 1 << place, now)
                best.setdefault((longer // width, now), []).append(taken)
        states = [state for found in best.values() for state in _best_few(found)]
    closes = [judgement(candidate.text) > 0 or place + 1 == len(candidates) for place, candidate in enumerate(candidates)]
    made = {
        said: Chosen(words=words, value=worth - (0.0 if closes[said.bit_length() - 1] else _OPEN_END), said=said)
        for words, worth, said, last in states
        if said and last != _WAITING
    }
    marked = sum(1 << place for place in must)
    found = [choice for choice in made.values() if choice.said & marked == marked]
    return tuple(sorted(found or made.values(), key=lambda choice: (choice.words, -choice.value, choice.said)))


def best(found: Sequence[Chosen], budget: int) -> Chosen:
    """The choice that is worth most within ``budget`` words and comes near them; the shortest of all where none is so short."""
    within = [choice for choice in found if choice.words <= budget] or list(found[:1])
    return max(within, key=lambda choice: (choice.value - _UNFILLED * max(0.0, _NEAR * budget - choice.words), -choice.said))


def _best_few(found: list[tuple[int, float, int, int]]) -> list[tuple[int, float, int, int]]:
    return found if len(found) <= _FEW else sorted(found, key=_by_worth)[:_FEW]


def _by_worth(state: tuple[int, float, int, int]) -> tuple[float, int, int]:
    words, worth, said, _ = state
    return -worth, words, said


def _beginning(candidate: Candidate, before: Candidate) -> float:
    tied = _UNTIED if loosened(candidate.text) != candidate.text else 0.0
    if not (judgement(candidate.text) and NAME.search(candidate.text)):
        tied += _SCRAP * max(0, _SHORT - candidate.words)
    if before.block != candidate.block:
        return _NEW_PART + tied
    if before.paragraph != candidate.paragraph:
        return _NEW_PARAGRAPH + tied
    opening = " ".join(candidate.text.split()[:_OPENS])
    return tied + (_NAMED if NAME.search(opening, 1) else _BARE)


def _promises(candidates: Sequence[Candidate], place: int) -> bool:
    """Whether a sentence is nothing without the next one: a question, an announcement, one of several fragments."""
    if place + 1 == len(candidates):
        return False
    here, following = candidates[place], candidates[place + 1]
    if here.paragraph != following.paragraph:
        return False
    if asks(here.text) or gathers(following.text) or _leads_over(candidates, place):
        return True
    others = candidates[max(0, place - 1) : place + 2]
    return fragment(here.text) and sum(fragment(c.text) for c in others if c.paragraph == here.paragraph) > 1


def _leads_over(candidates: Sequence[Candidate], place: int) -> bool:
    """Whether a sentence only leads over from the paragraph before: ``That is all there is to it.``"""
    if not place or candidates[place - 1].paragraph == candidates[place].paragraph:
        return False
    text = candidates[place].text
    return leans(text) and loosened(text) == text and not judgement(text)


def _marked(candidates: Sequence[Candidate], needs: Sequence[frozenset[int]]) -> frozenset[int]:
    """What the producer marked, and all that it leans on."""
    must: set[int] = set()
    waiting = [place for place, candidate in enumerate(candidates) if candidate.keep]
    while waiting:
        place = waiting.pop()
        if place not in must:
            must.add(place)
            waiting += [other for other in needs[place] if other >= 0]
            if _promises(candidates, place):
                waiting.append(place + 1)
    return frozenset(must)
