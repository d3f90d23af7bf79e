"""What is spoken in one go: a phrase of the script, or a stretch of it where it is too long for one breath of an engine."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from segment.model.utterance import SayWord

LONGEST = 300
"""Characters spoken in one go; engines lose their footing in sentences several times as long."""
LONGEST_WORD = 60
"""What is longer without a space is no word, and is not said."""

_STRONG = ";:—–"
_WEAK = ","


class Chunk(Struct, frozen=True, kw_only=True):
    """Words to be spoken in one go."""

    words: tuple[SayWord, ...]
    joined: bool = False
    """True when it continues the phrase that the chunk before it began."""

    @property
    def text(self) -> str:
        """What is to be heard."""
        return " ".join(word.say for word in self.words if word.say)


def pronounceable(word: SayWord) -> bool:
    """Whether there is a letter or a digit in it, and no monster."""
    return any(c.isalnum() for c in word.say) and all(len(w) <= LONGEST_WORD for w in word.say.split())


def chunks(words: Sequence[SayWord]) -> tuple[Chunk, ...]:
    """A phrase in stretches of at most LONGEST characters, cut after punctuation where there is any, else between words.

    Words that cannot be said (a lone dash, an emoji, a long address) stay in their places, silent.
    """
    out: list[Chunk] = []
    rest = [word if pronounceable(word) else replace(word, say="") for word in words]
    while rest:
        size = _fitting(rest)
        cut = size if size == len(rest) else _best_cut(rest[:size])
        out.append(Chunk(words=tuple(rest[:cut]), joined=bool(out)))
        rest = rest[cut:]
    return tuple(out)


def halves(chunk: Chunk) -> tuple[Chunk, ...]:
    """Another split of a chunk: in two near the middle, after punctuation where there is any; a single word stays whole."""
    size = len(chunk.words)
    if size < 2:
        return (chunk,)
    middle = range(max(size // 4, 1), max(3 * size // 4, size // 4 + 1, 2))
    cut = max(middle, key=lambda n: (_weight(chunk.words[n - 1]), -abs(2 * n - size)))
    return (Chunk(words=chunk.words[:cut], joined=chunk.joined), Chunk(words=chunk.words[cut:], joined=True))


def _fitting(words: Sequence[SayWord]) -> int:
    total = 0
    for count, word in enumerate(words):
        total += len(word.say) + 1
        if total > LONGEST and count:
            return count
    return len(words)


def _best_cut(words: Sequence[SayWord]) -> int:
    late = range(max(len(words) // 3, 1), len(words) + 1)
    return max(late, key=lambda n: (_weight(words[n - 1]), n))


def _weight(word: SayWord) -> int:
    end = word.say.rstrip("\"'”’»)")[-1:]
    return 2 if end in _STRONG and end else 1 if end in _WEAK and end else 0
