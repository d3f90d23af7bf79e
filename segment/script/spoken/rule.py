"""One reading rule, and what it may look at: the written word and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

_BEFORE = "\"“”„'‘’‚‹›«»([{<¿¡*_~|•·—–…\u00a0"
_BEHIND = "\u00a0\"“”'‘’‹›«»)]}>*_~|—–.,;:!?…-"


class Token(Struct, frozen=True, kw_only=True):
    """A written word in three: marks before it, the word, marks behind it."""

    lead: str
    core: str
    tail: str


def token(written: str) -> Token:
    """The three parts of a written word; a word of nothing but marks has an empty core."""
    bare = written.lstrip(_BEFORE)
    core = bare.rstrip(_BEHIND)
    return Token(lead=written[: len(written) - len(bare)], core=core, tail=bare[len(core) :])


class Around(Struct, frozen=True, kw_only=True):
    """Where a word stands."""

    tokens: Sequence[Token]
    at: int
    language: str
    """BCP 47 tag in lower case, such as ``en-us``."""

    @property
    def here(self) -> Token:
        """The word itself."""
        return self.tokens[self.at]

    @property
    def family(self) -> str:
        """The language without its region."""
        return self.language.partition("-")[0]

    def core(self, step: int) -> str:
        """The core of the word ``step`` places on (negative: back), or empty beyond the ends."""
        at = self.at + step
        return self.tokens[at].core if 0 <= at < len(self.tokens) else ""

    def joined(self, step: int) -> bool:
        """True when no mark stands between this word and its neighbour at ``step`` (1 or −1)."""
        left, right = (self.at, self.at + 1) if step > 0 else (self.at - 1, self.at)
        inside = left >= 0 and right < len(self.tokens)
        return inside and not self.tokens[left].tail.strip(".") and not self.tokens[right].lead


Reading = Callable[[re.Match[str], Around], str | None]


class Rule(Struct, frozen=True, kw_only=True):
    """A pattern over the whole core and how to say what it matches; None from ``say`` lets the next rule try."""

    name: str
    families: tuple[str, ...] = ()
    """Languages it is for; empty means all."""
    pattern: re.Pattern[str]
    say: Reading
