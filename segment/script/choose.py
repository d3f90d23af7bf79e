"""Choosing sentences for a length: the least is given up for the words that must go, and no sentence loses what it leans on."""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.review import Review
from segment.script.headings import Block
from segment.script.leaning import NAME
from segment.script.leave_out import time_bound
from segment.script.material import Candidate

_WORTH: dict[Block, float] = {"verdict": 3.0, "story": 2.2, "acting": 2.2, "maker": 1.8, "background": 0.8}
_PLAIN_WORTH = 1.8
_BY_LENGTH = 0.7
"""How far length counts against worth: at 1 the long sentences would always go first, and with them the story."""
_BROKEN_OFF = 0.9
"""What it costs to leave a gap inside a paragraph rather than end it earlier."""
_WHOLE_THOUGHT = 5
"""Words below which a sentence of a verdict is a fragment, and says little alone."""
_CLOSE = 0.94
"""A choice this near under the length is near enough."""


def worth(candidates: Sequence[Candidate], review: Review, *, gist: bool = False) -> tuple[float, ...]:
    """How much each sentence is worth to a listener: what opens a part or closes the review, who is in it, what it comes to.

    For the ``gist`` it is the verdict that counts, and in it what names the work.
    """
    if gist:
        return _gist(candidates, review)
    people = {name for member in review.cast for name in NAME.findall(member.actor)}
    people |= {name for credit in review.credits for name in NAME.findall(credit.name)}
    found: list[float] = []
    heard: set[str] = set()
    in_block: dict[Block, int] = {}
    for place, candidate in enumerate(candidates):
        before = candidates[place - 1] if place else None
        value = _WORTH.get(candidate.block, _PLAIN_WORTH)
        if before is None:
            value += 7.0
        elif before.block != candidate.block:
            value += 2.0
        elif before.paragraph != candidate.paragraph:
            value += 0.8
            in_block[candidate.block] = in_block.get(candidate.block, 0) + 1
        if candidate.block in {"story", ""}:
            value += 0.8 if candidate.paragraph == candidates[0].paragraph else 0.0
            value -= 0.4 * min(5, in_block.get(candidate.block, 0))
        names = set(NAME.findall(candidate.text)) & people
        value += 0.9 if names - heard else 0.0
        heard |= names
        if candidate.block == "verdict" and review.title and review.title in candidate.text:
            value += 1.5
        if candidate.words > 28:
            value -= 0.6
        if time_bound(candidate.text):
            value -= 0.8
        found.append(max(0.2, value))
    if found:
        found[-1] += 6.0
    return tuple(found)


def _gist(candidates: Sequence[Candidate], review: Review) -> tuple[float, ...]:
    """As :func:`worth` where there is room for what it comes to and no more: the first line of a story says nothing alone."""
    found: list[float] = []
    for place, candidate in enumerate(candidates):
        value = 4.0 if candidate.block == "verdict" else 0.1 + place / len(candidates)
        if candidate.block != "story":
            value += 9.0 if review.title and review.title in candidate.text else 0.0
        if candidate.words < _WHOLE_THOUGHT:
            value *= 0.2
        found.append(value - (0.6 if candidate.words > 28 or time_bound(candidate.text) else 0.0))
    if found:
        found[-1] += 6.0
    return tuple(found)


def choose(
    candidates: Sequence[Candidate], needs: Sequence[frozenset[int]], values: Sequence[float], budget: int
) -> tuple[int, ...]:
    """Places of the sentences to say, in order, within about ``budget`` words.

    Everything is kept when it fits. Else sentences go one by one, each with all that lean on it, those first that are worth the
    least for their length; at the end whatever still fits comes back. The last sentence stays, and so do those that the producer
    marked, with all that they lean on.
    """
    kept = set(range(len(candidates)))
    stays = {len(candidates) - 1, *(place for place, candidate in enumerate(candidates) if candidate.keep)}
    words = [candidate.words for candidate in candidates]
    total = sum(words)
    leaning = _leaning(needs)
    while total > budget and len(kept) > 1:
        best: tuple[bool, float, int] | None = None
        best_group: set[int] = set()
        for place in kept:
            group = _closure(place, leaning, kept)
            if stays & group:
                continue
            size = sum(words[member] for member in group)
            loss = sum(values[member] for member in group)
            loss += _BROKEN_OFF if _goes_on(candidates, kept - group, max(group)) else 0.0
            price = loss / size**_BY_LENGTH
            rank = (total - size < _CLOSE * budget, price, -place)
            if best is None or rank < best:
                best, best_group = rank, group
        if best is None:
            break
        kept -= best_group
        total -= sum(words[member] for member in best_group)
    for place in sorted(set(range(len(candidates))) - kept, key=lambda p: -values[p]):
        if needs[place] <= kept and total + words[place] <= budget:
            kept.add(place)
            total += words[place]
    return tuple(sorted(kept))


def _goes_on(candidates: Sequence[Candidate], kept: set[int], place: int) -> bool:
    """Whether the paragraph goes on behind a place."""
    following = place + 1
    while following < len(candidates) and candidates[following].paragraph == candidates[place].paragraph:
        if following in kept:
            return True
        following += 1
    return False


def _leaning(needs: Sequence[frozenset[int]]) -> tuple[tuple[int, ...], ...]:
    """For each sentence those that lean on it directly."""
    found: list[list[int]] = [[] for _ in needs]
    for place, wanted in enumerate(needs):
        for other in wanted:
            found[other].append(place)
    return tuple(tuple(places) for places in found)


def _closure(place: int, leaning: Sequence[Sequence[int]], kept: set[int]) -> set[int]:
    """The sentence and everything that leans on it, directly or through others."""
    group = {place}
    waiting = [place]
    while waiting:
        for other in leaning[waiting.pop()]:
            if other in kept and other not in group:
                group.add(other)
                waiting.append(other)
    return group
