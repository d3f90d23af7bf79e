"""Where a reader said something else than the script: words left out, put in, or others in their place.

A second listener who knows no script hears the reading as well, as English. Where the sounds of what it heard are others than
those of the script, and the recording fits them better than the script's words forced upon it, something else was said. Neither
is enough alone: the listener mishears one word in six, and a model's fit is seldom perfect.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.model.take import Otherwise
from segment.voice.take.ear import Caught

F64 = NDArray[np.float64]
Sounds = Mapping[str, tuple[str, ...]]

FRAME_S: Final = 0.01
VOWELS: Final = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
KINDS: Final = tuple(
    frozenset(kind.split())
    for kind in ("P B T D K G", "CH JH S Z SH ZH F V TH DH HH", "M N NG", "L R W Y", "ER R", "DH D", "T DH")
)
NEAR: Final = 0.5
"""What it costs that one sound was heard as another of its kind; 1 for any other, or for one more or less."""
ALIKE: Final = 0.7
"""Words that sound so much alike are the same, misheard."""
BETTER: Final = 0.0
"""By how much what was heard must fit better than the script's words: the mean of log likelihoods a frame."""
BETTER_ADDED: Final = -1.4
"""The same for words in whose place the script has none: those beside them are drawn out over them, and fit not badly."""
DOUBT: Final = 2.0
"""What it counts for that who knows the script did not hear a word."""
UNCLAIMED: Final = 1.0
"""The same where the script's words leave a pause and words were heard."""
SHORTEST: Final = 3
"""Sounds of the least that can have been put in."""


class Said(Struct, frozen=True, kw_only=True):
    """A word of the script, held against the reading."""

    word: int
    """Index in the sentence."""
    text: str
    caught: Caught
    """Where it lies when it must be there, and how well it fits."""
    doubtful: bool = False
    """Whether who knows the script did not hear it either."""


def otherwise(script: Sequence[Said], heard: Sequence[Caught], sounds: Sounds) -> tuple[Otherwise, ...]:
    """The places of one stretch of a reading; times count from where those of the words do.

    ``sounds``: how every word of both sounds, the likeliest way first.
    """
    better = _better([said.caught for said in script], heard)
    return tuple(_told(script, heard, sounds, better))


def _told(script: Sequence[Said], heard: Sequence[Caught], sounds: Sounds, better: F64) -> Iterator[Otherwise]:
    for own, other, like in _blocks([said.text for said in script], [word.text for word in heard], sounds):
        words, instead = _differing([script[n] for n in own], [heard[n] for n in other])
        if like >= ALIKE or not (words or instead):
            continue
        spoken = [said.caught for said in words] or instead
        start, end = spoken[0].start_s, spoken[-1].end_s
        gain = max(_mean(better, one) for one in ([said.caught for said in words], instead) if one)
        gain += DOUBT if any(said.doubtful for said in words) else 0.0
        if not words:
            if gain < BETTER_ADDED or sum(len(sounds.get(word.text, ("",))[0].split()) for word in instead) < SHORTEST:
                continue
            at = next((said.word for said in script if said.caught.start_s >= start), script[-1].word + 1)
            yield _place("added", at, at, instead, start, end, gain - BETTER_ADDED)
        elif gain >= BETTER:
            kind = "changed" if instead else "skipped"
            yield _place(kind, words[0].word, words[-1].word + 1, instead, start, end, gain)


def _differing(words: list[Said], instead: list[Caught]) -> tuple[list[Said], list[Caught]]:
    """Without the words at both ends that are the same."""
    first = 0
    while first < min(len(words), len(instead)) and words[first].text == instead[first].text:
        first += 1
    last = 0
    while last < min(len(words), len(instead)) - first and words[-1 - last].text == instead[-1 - last].text:
        last += 1
    return words[first : len(words) - last], instead[first : len(instead) - last]


def _mean(better: F64, words: Sequence[Caught]) -> float:
    start = round(words[0].start_s / FRAME_S)
    return float(better[start : max(round(words[-1].end_s / FRAME_S), start + 1)].mean())


def _place(kind: str, first: int, stop: int, instead: Sequence[Caught], start_s: float, end_s: float, gain: float) -> Otherwise:
    return Otherwise(
        kind="added" if kind == "added" else "changed" if kind == "changed" else "skipped",
        first=first,
        stop=stop,
        heard=" ".join(word.text for word in instead),
        start_s=round(start_s, 3),
        end_s=round(end_s, 3),
        confidence=round(1 / (1 + math.exp(-gain)), 2),
    )


def mean_gain(forced: Sequence[Caught], heard: Sequence[Caught]) -> float:
    """By how much what was heard fits better than the script's words, where these are; below 0 they fit better."""
    better = _better(forced, heard)
    frames = np.zeros(better.size, bool)
    for word in forced:
        frames[round(word.start_s / FRAME_S) : round(word.end_s / FRAME_S)] = True
    return float(better[frames].mean()) if frames.any() else math.inf


def _better(forced: Sequence[Caught], heard: Sequence[Caught]) -> F64:
    """For each frame by how much what was heard fits it better than the script's words."""
    frames = max((round(word.end_s / FRAME_S) for word in (*forced, *heard)), default=0)
    fits = np.zeros((2, frames))
    known = np.zeros((2, frames), bool)
    for row, words in enumerate((heard, forced)):
        for word in words:
            span = slice(round(word.start_s / FRAME_S), round(word.end_s / FRAME_S))
            fits[row, span], known[row, span] = word.confidence, True
    gain: F64 = np.where(known.all(axis=0), np.nan_to_num(fits[0] - fits[1]), np.where(known[0], UNCLAIMED, 0.0))
    return gain


def _blocks(own: Sequence[str], other: Sequence[str], sounds: Sounds) -> Iterator[tuple[list[int], list[int], float]]:
    """Runs of words that answer each other, indices of both, and how much alike they sound (0–1)."""
    first = [(n, phone) for n, text in enumerate(own) for phone in sounds.get(text, ("",))[0].split()]
    second = [(n, phone) for n, text in enumerate(other) for phone in sounds.get(text, ("",))[0].split()]
    pairs, cost = _aligned([phone for _, phone in first], [phone for _, phone in second])
    links = {(first[a][0], second[b][0]) for a, b in pairs}
    spent: dict[tuple[int, int], float] = {}
    for (a, b), price in cost.items():
        key = (first[a][0] if a >= 0 else -1, second[b][0] if b >= 0 else -1)
        spent[key] = spent.get(key, 0.0) + price
    n = m = 0
    while n < len(own) or m < len(other):
        mine, theirs = _component(n, m, links, len(own), len(other))
        length = max(sum(w in mine for w, _ in first), sum(w in theirs for w, _ in second), 1)
        price = sum(p for (a, b), p in spent.items() if (a in mine and a >= 0) or (b in theirs and b >= 0))
        yield mine, theirs, 1 - min(price / length, 1.0)
        n, m = (mine[-1] + 1 if mine else n), (theirs[-1] + 1 if theirs else m)


def _component(n: int, m: int, links: set[tuple[int, int]], count: int, others: int) -> tuple[list[int], list[int]]:
    """The smallest run from ``n`` and ``m`` on that no link leaves."""
    linked_n, linked_m = any(a == n for a, _ in links), any(b == m for _, b in links)
    if n < count and not linked_n:
        return [n], []
    if m < others and not linked_m:
        return [], [m]
    stop_n, stop_m = n + 1, m + 1
    while True:
        new_n = max([stop_n, *(a + 1 for a, b in links if m <= b < stop_m)])
        new_m = max([stop_m, *(b + 1 for a, b in links if n <= a < new_n)])
        if (new_n, new_m) == (stop_n, stop_m):
            return list(range(n, stop_n)), list(range(m, stop_m))
        stop_n, stop_m = new_n, new_m


def _aligned(one: Sequence[str], two: Sequence[str]) -> tuple[list[tuple[int, int]], dict[tuple[int, int], float]]:
    """Sounds that answer each other, and what every step costs, −1 for nothing; the cheapest way."""
    table = np.empty((len(one) + 1, len(two) + 1))
    table[0], table[:, 0] = np.arange(len(two) + 1), np.arange(len(one) + 1)
    for a, mine in enumerate(one, start=1):
        for b, theirs in enumerate(two, start=1):
            swap = table[a - 1, b - 1] + _unlike(mine, theirs)
            table[a, b] = min(swap, table[a - 1, b] + 1, table[a, b - 1] + 1)
    a, b = len(one), len(two)
    pairs: list[tuple[int, int]] = []
    cost: dict[tuple[int, int], float] = {}
    while a or b:
        if a and b and table[a, b] == table[a - 1, b - 1] + (unlike := _unlike(one[a - 1], two[b - 1])):
            a, b = a - 1, b - 1
            cost[a, b] = unlike
            if unlike < 1:
                pairs.append((a, b))
        elif a and table[a, b] == table[a - 1, b] + 1:
            a -= 1
            cost[a, -1 - b] = 1.0
        else:
            b -= 1
            cost[-1 - a, b] = 1.0
    return pairs, cost


def _unlike(one: str, two: str) -> float:
    if one == two:
        return 0.0
    if one in VOWELS and two in VOWELS:
        return NEAR
    return NEAR if any(one in kind and two in kind for kind in KINDS) else 1.0
