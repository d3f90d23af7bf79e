"""The text espeak-ng is given, made from parts, and the way back from its word marks to the parts.

No part can act as markup: control characters (espeak obeys commands that follow U+0001) and square brackets (two of them open
phonemes) become spaces, and SSML is not switched on, so ``<break/>`` is only words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

TEXT, PHONEMES, FOREIGN = "text", "phonemes", "foreign"
"""Kinds of part: words to read; mnemonics to say; words to read as another language reads them."""

Part = tuple[str, str, str, int, str, str]
"""Kind; body; punctuation after it; stress 0, 1 or 2; for FOREIGN the other language's voice, and for FOREIGN or for PHONEMES
that are not the home language's the name of its phoneme table."""

_HANDED_ON = re.compile(r"\(([a-z][a-z0-9-]*)\)")

# Some variants come with an echo, which a mix cannot take out again: turned down to -50 dB.
_DRY = "\x011H "

# Stress as a person gives it: a little slower, higher and stronger. Relative to the voice: words a minute, pitch steps, volume.
_STRESS = {1: (-25, 12, 15), 2: (-45, 20, 25)}


def plain(text: str) -> str:
    """The text with nothing in it that espeak-ng could obey."""
    return "".join(c if c.isprintable() and c not in "[]" else " " for c in text)


def compose(parts: Iterable[Part], home: str, phonemes: Callable[[str, str], str]) -> tuple[str, list[int]]:
    """Joins parts with spaces.

    ``home`` is the voice's own phoneme table, such as ``en-us``; ``phonemes(voice, text)`` reads text as another voice does.
    Returns the text and, for each part, the character it starts at.
    """
    text, ended = _DRY, ""
    starts = []
    for kind, body, tail, stress, voice, table in parts:
        starts.append(len(text))
        if kind == FOREIGN:
            spoken = bracketed(phonemes(voice, plain(body)).replace("_", " "), table, home)
        elif kind == PHONEMES:
            spoken = bracketed(plain(body), table, home)
        else:
            spoken = plain(body)
        # The command that ends a stress counts as the beginning of the next part: espeak-ng marks the word after it there.
        text += ended + _command(stress, 1) + spoken + plain(tail) + " "
        ended = _command(stress, -1)
    return text, starts


def bracketed(mnemonics: str, table: str, home: str) -> str:
    """Mnemonics as espeak-ng takes them, with a switch to another phoneme table and back where they are not from ``home``.

    A voice may hand a word to another language in turn; espeak-ng writes that as ``(en)…(fr)``.
    """
    now = table or home
    out = [] if now == home else [f"[[_^_{now}]]"]
    for index, piece in enumerate(_HANDED_ON.split(mnemonics)):
        if index % 2:
            now = piece
            out.append(f"[[_^_{now}]]")
        elif piece.strip():
            out.append(f"[[{piece.strip()}]]")
    if now != home:
        out.append(f"[[_^_{home}]]")
    return " ".join(out)


def _command(level: int, sign: int) -> str:
    """Begins (sign 1) or ends (−1) a stress."""
    if level not in _STRESS:
        return ""
    rate, pitch, volume = (sign * change for change in _STRESS[level])
    return f"\x01{rate:+d}S\x01{pitch:+d}P\x01{volume:+d}A "


def part_marks(starts: list[int], marks: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Word marks (offset, length, sample) as (part, sample): the first mark inside each part, in order."""
    first: dict[int, int] = {}
    for offset, length, sample in marks:
        if length > 0:
            # The first word's mark may stand before its part, where our own command is.
            first.setdefault(max(bisect_right(starts, offset) - 1, 0), sample)
    return sorted(first.items())
