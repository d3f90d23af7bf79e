"""Marks that French sets off by a space, and the words they belong to: ``roman ?`` is one word, and no line ends inside it."""

from __future__ import annotations

import re

HARD = "\u00a0"
"""A space at which no line ends."""
WORD = re.compile(r"""(?:[«‹]\s+)?\S+(?:\s+[?!:;»›]+[”"')\].,…]*(?=\s|$))*""")
"""A written word with all that clings to it."""
_MARKS = re.compile(r"""[?!:;»›]+[”"')\].,…]*""")
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"(?<=[^\W_]);$")


def bound(word: str, language: str = "") -> str:
    """A written word for showing, its spaces hard; French outside Canada has one before a semicolon.

    A script cannot have that one, since a semicolon behind a space begins a comment.
    """
    tag = language.lower().replace("_", "-")
    if tag.partition("-")[0] == "fr" and tag != "fr-ca":
        word = _TIGHT.sub(f"{HARD};", word)
    return _SPACE.sub(HARD, word)


def clings(word: str) -> bool:
    """Whether a written word is nothing but marks that belong to the word before it."""
    return bool(_MARKS.fullmatch(word))


def opens(word: str) -> bool:
    """Whether a written word is nothing but a mark that belongs to the word behind it."""
    return word in {"«", "‹"}
