"""The words of a spoken line with their times, each short enough for a caption line."""

from __future__ import annotations

from msgspec import Struct

from segment.model.timeline import Voiced
from segment.publish.text import one_line

LONGEST = 65
"""Characters a caption line holds."""


class TimedWord(Struct, frozen=True, kw_only=True):
    """A word, or a part of one that is longer than a caption line."""

    text: str
    start: int
    """Programme frame."""
    end: int


def timed_words(line: Voiced, longest: int = LONGEST) -> list[TimedWord]:
    """The line's words in order, never going backwards in time.

    A line without word times shares its time out in proportion to the letters of its text. A "word" of more
    than ``longest`` characters (an address, a language without spaces) comes in parts, its time shared out in the same way.
    """
    heard = [(one_line(word.text), word.start, word.end) for word in line.words]
    if not heard:
        texts = [text for text in one_line(line.text).split(" ") if text]
        heard = [(text, start, end) for text, start, end in _shared_out(texts, line.start, line.end)]
    words: list[TimedWord] = []
    floor = line.start
    for text, start, end in heard:
        begin = max(start, floor)
        parts = [text[i : i + longest] for i in range(0, len(text), longest)]
        words += [TimedWord(text=t, start=s, end=e) for t, s, e in _shared_out(parts, begin, max(end, begin))]
        floor = begin
    return words


def _shared_out(texts: list[str], start: int, end: int) -> list[tuple[str, int, int]]:
    """Each text with its share of the time from ``start`` to ``end``, by its length; one more for the space after it."""
    total = sum(len(text) + 1 for text in texts)
    shares, done = [], 0
    for text in texts:
        at = start + (end - start) * done // total
        done += len(text) + 1
        shares.append((text, at, start + (end - start) * done // total))
    return shares
