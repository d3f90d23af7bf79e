"""Marks in square brackets: silences, and the attributes of ``(text)[key:"value"]``. After Speech Markdown, with our own
``say``."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.script.typography import even_unescaped, kept_uneven

KEYS = ("sub", "say", "ipa", "lang")
STRENGTHS = {"none": 0, "x-weak": 100, "weak": 250, "medium": 500, "strong": 800, "x-strong": 1200}
"""Milliseconds for the strengths of a break that Speech Markdown takes over from SSML."""
BEATS = {"beat": 500, "pause": 1000, "long pause": 2000}
"""Milliseconds of a silence that is asked for in words, ``(beat)`` or ``[beat]``, as people type it into a script."""
LONGEST_MS = 20_000
ALLOWED = (
    'Allowed: [500ms], [1.5s], [break:"strong"], (text)[sub:"…"], (text)[say:"…"], (text)[ipa:"…"], (text)[lang:"fr"]; '
    "\\[ for a bracket."
)

_LONGEST = 600
"""Characters a mark may have between its brackets."""
_QUOTES = "\"“”„«»'‘’‹›"
_NAME = re.compile(r"\s*([A-Za-z]+)\s*:\s*")
_LENGTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?) ?(m?s)")


class Mark(Struct, frozen=True, kw_only=True):
    """What stands between two square brackets."""

    inner: str
    stop: int
    """Offset behind the closing bracket."""
    key: str = ""
    """In lower case; empty where there is no ``key:``."""
    value: str = ""
    several: bool = False
    """True when a second key follows."""

    def milliseconds(self) -> int | None:
        """The silence it asks for, or None when it asks for none or for more than twenty seconds."""
        asked = self.value if self.key else self.inner
        if not self.key and (beat := beat_ms(asked)) is not None:
            return beat
        if self.key == "break" and asked.lower() in STRENGTHS:
            return STRENGTHS[asked.lower()]
        length = _LENGTH.fullmatch(asked) if self.key in {"", "break"} else None
        if length is None:
            return None
        ms = round(float(length[1]) * (1 if length[2] == "ms" else 1000))
        return ms if ms <= LONGEST_MS else None


def beat_ms(words: str) -> int | None:
    """The silence that ``beat``, ``a beat``, ``pause`` or ``long pause`` between brackets asks for; None for other words."""
    return BEATS.get(" ".join(words.split()).casefold().removeprefix("a ").rstrip(".…"))


def read_mark(text: str, at: int) -> Mark | None:
    """The mark whose opening bracket is at ``at``; None when it is not closed within 600 characters."""
    window = text[at + 1 : at + 1 + _LONGEST]
    named = _NAME.match(window)
    if named is None or window[named.end() : named.end() + 1] not in set(_QUOTES):
        end = window.find("]")
        return None if end < 0 else Mark(inner=" ".join(window[:end].split()), stop=at + end + 2)
    opening = named.end()
    closing = _closing(window, opening)
    end = -1 if closing < 0 else window.find("]", closing)
    if end < 0:
        return None
    return Mark(
        inner=" ".join(window[:end].split()),
        stop=at + end + 2,
        key=named[1].lower(),
        value=" ".join(even_unescaped(window[opening + 1 : closing]).split()),
        several=bool(window[closing + 1 : end].strip()),
    )


def _closing(window: str, opening: int) -> int:
    """Where the quotation ends: a mark of the same weight, single or double, that is not escaped; −1 for nowhere."""
    closers = "'’›" if window[opening] in "'‘’‹›" else '"”“»'
    at = opening + 1
    while at < len(window):
        if window[at] == "\\":
            at += 1
        elif window[at] in closers and (closers[0] == '"' or window[at + 1 :].lstrip()[:1] in {"]", ";"}):
            return at
        at += 1
    return -1


def written_value(value: str) -> str:
    """An attribute's value between quotation marks."""
    return '"' + kept_uneven(re.sub(r'[\\"“”»]', r"\\\g<0>", value)) + '"'
