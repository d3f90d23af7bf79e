"""Where the names of a lexicon stand among written words. Longer names win over shorter ones, earlier over later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from segment.model.lexicon import Lexicon, Pronunciation, folded
from segment.script.spoken.rule import Token, token


class Hit(Struct, frozen=True, kw_only=True):
    """A name among the words."""

    start: int
    """Its first word."""
    stop: int
    """The word behind its last."""
    owning: bool
    """Whether its last word is a possessive."""
    entry: Pronunciation


class Index:
    """A lexicon made ready to be looked up, word by word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Pronunciation]]] = {}
        for entry in lexicon.entries:
            words = tuple(token(word).core for word in folded(entry.spelling).split())
            if words and all(words):
                self._by_first.setdefault(words[0], []).append((words, entry))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def hits(self, written: Sequence[str]) -> Iterator[Hit]:
        """Every name, from the first word to the last; no word belongs to two."""
        if not self._by_first:
            return
        tokens = [token("".join(folded(word).split())) for word in written]
        at = 0
        while at < len(tokens):
            found = self._at(tokens, at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.stop

    def _at(self, tokens: Sequence[Token], at: int) -> Hit | None:
        here = tokens[at].core
        for first in dict.fromkeys((here, here.removesuffix("'s"), here.removesuffix("'"))):
            for words, entry in self._by_first.get(first, ()):
                near = tokens[at : at + len(words)]
                if len(near) < len(words) or any(
                    part.tail or part.core != word for part, word in zip(near[:-1], words, strict=False)
                ):
                    continue
                last = near[-1].core
                if last in {words[-1], f"{words[-1]}'s", f"{words[-1]}'"}:
                    owning = last == f"{words[-1]}'s"
                    return Hit(start=at, stop=at + len(words), owning=owning, entry=entry)
        return None
