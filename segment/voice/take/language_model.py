"""What a reader of this script is likely to say next: its own sentences, and what people say when they begin again.

An ARPA trigram model. Each order keeps a fixed share for what the order below it expects, so that a reader may leave the script
at any word and come back at any other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

ASIDES: Final = (
    "sorry", "sorry again", "sorry once more", "again", "once again", "once more", "one more time", "let me do that again",
    "let me start again", "let me start over", "i'll do that again", "i'll start again", "start again", "from the top",
    "okay", "okay again", "okay so", "right", "no", "no sorry", "no wait", "wait", "hang on", "hold on", "excuse me", "pardon me",
    "take one", "take two", "take three", "take four", "take five", "pick up", "rolling", "are we rolling", "is this on",
    "um", "uh", "oh", "damn", "that was wrong", "try that again",
    "let me try that again", "we can cut that", "ready when you are",
    "thank you", "thanks", "that's it", "that was it", "got it", "how was that", "one two three", "can you hear me",
)  # fmt: skip
"""What is said between the sentences of a script. No sentence of a script is lost by standing here: the script comes first."""

_BEGIN, _END = "<s>", "</s>"
_KEPT: Final = 0.9
"""Of the probability of an order; the rest is left to the order below."""
_ENDING: Final = 0.08
_ASIDE: Final = 0.15
"""The share of single words that are ends of breath, and that are words of asides."""

Gram = tuple[str, ...]


def arpa(sentences: Sequence[Sequence[str]]) -> str:
    """The model as text, for sentences of words (lower case)."""
    asides = [aside.split() for aside in ASIDES]
    expected = [_single(sentences, asides), *(_shares(_grams(sentences, asides, order)) for order in (2, 3))]
    lines = ["\\data\\", *(f"ngram {n}={len(grams)}" for n, grams in enumerate(expected, start=1))]
    for order, grams in enumerate(expected, start=1):
        backs = _backs(grams, expected[order]) if order < len(expected) else {}
        lines.append(f"\n\\{order}-grams:")
        for gram, share in sorted(grams.items()):
            back = f" {_log(backs.get(gram, 1.0)):.4f}" if backs else ""
            lines.append(f"{_log(share):.4f} {' '.join(gram)}{back}")
    return "\n".join([*lines, "\n\\end\\", ""])


def _log(share: float) -> float:
    return math.log10(share) if share > 0 else -99.0


def _backs(lower: dict[Gram, float], higher: dict[Gram, float]) -> dict[Gram, float]:
    """For each history, what the order below is scaled with, so that all its words together come to 1."""
    kept: defaultdict[Gram, float] = defaultdict(float)
    known: defaultdict[Gram, float] = defaultdict(float)
    for gram, share in higher.items():
        kept[gram[:-1]] += share
        known[gram[:-1]] += lower[gram[1:]]
    return {history: (1 - kept[history]) / max(1 - known[history], 1e-6) for history in kept}


def _single(sentences: Sequence[Sequence[str]], asides: Sequence[Sequence[str]]) -> dict[Gram, float]:
    own = Counter(word for sentence in sentences for word in sentence)
    beside = Counter(word for aside in asides for word in aside)
    total, others = sum(own.values()), sum(beside.values())
    rest = 1 - _ENDING
    shares: dict[Gram, float] = {(_BEGIN,): 0.0, (_END,): _ENDING}
    for word in {*own, *beside}:
        shares[(word,)] = rest * ((1 - _ASIDE) * own[word] / max(total, 1) + _ASIDE * beside[word] / others)
    return shares


def _grams(sentences: Sequence[Sequence[str]], asides: Sequence[Sequence[str]], order: int) -> Counter[Gram]:
    counted: Counter[Gram] = Counter()
    stream = [word for sentence in sentences for word in sentence]
    # A breath may end, and begin, at any sentence; and a reader may run on into the next without one.
    for words, weight in [*((list(s), 4) for s in sentences), *((list(a), 1) for a in asides), (stream, 4)]:
        framed = [_BEGIN, *words, _END]
        for gram in _windows(framed, order):
            counted[gram] += weight
    return counted


def _windows(words: Sequence[str], order: int) -> Iterator[Gram]:
    return zip(*(words[n:] for n in range(order)), strict=False)


def _shares(counted: Counter[Gram]) -> dict[Gram, float]:
    totals: defaultdict[Gram, int] = defaultdict(int)
    for gram, count in counted.items():
        totals[gram[:-1]] += count
    return {gram: _KEPT * count / totals[gram[:-1]] for gram, count in counted.items()}
