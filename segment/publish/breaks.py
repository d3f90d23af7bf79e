"""Where a spoken line is broken into caption cues: at the ends of sentences and phrases, in lines people can read in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from segment.publish.timing import LONGEST, TimedWord

SHORTEST_S = 1.0
LONGEST_S = 7.0
PAUSE_S = 0.3
"""A silence of this length is as good a place to break as a comma."""

_SENTENCE_END, _PHRASE_END, _PAUSE_ONLY, _INSIDE, _IN_A_NAME = 0.0, 4.0, 4.0, 9.0, 13.0
_PER_CUE = 2.0
"""What another cue costs: sentences may share one, but are not cut at commas to fill it."""
_LEFTOVER = 3.0
"""A lone short word, or a cue of two sentences that begins or breaks off inside one."""
_UNEVEN = 2.0
"""What the empty part of a line costs when all of it is empty, in proportion to its square: cues of a sentence even out."""
_ABBREVIATION = 5
"""A capitalised word of up to this many characters that ends in a point, no pause after it, is "Mr." or "Prof."."""
_CLOSING = "\"'”’»)]"


Fits = Callable[[Sequence[str]], bool]
"""Whether some words have room in one cue."""


def on_one_line(texts: Sequence[str]) -> bool:
    """Whether words stand on one caption line."""
    return sum(map(len, texts)) + len(texts) - 1 <= LONGEST


def cue_breaks(words: Sequence[TimedWord], rate: int, fits: Fits = on_one_line) -> list[int]:
    """Indices one past the last word of each cue, in order; the cheapest way of breaking, found by dynamic programming.

    A word for which there is no room stands alone.
    """
    ends = [_break_cost(last, following, rate) for last, following in pairwise(words)] + [_SENTENCE_END]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(words) + 1):
        length = -1
        choice = (float("inf"), stop - 1)
        for start in range(stop - 1, -1, -1):
            length += len(words[start].text) + 1
            if start < stop - 1 and not fits([word.text for word in words[start:stop]]):
                break
            seconds = (words[stop - 1].end - words[start].start) / rate
            cost = best[start][0] + _PER_CUE + ends[stop - 1] + _time_cost(seconds) + _shape_cost(ends, start, stop, length)
            choice = min(choice, (cost, start))
        best.append(choice)
    breaks: list[int] = []
    stop = len(words)
    while stop:
        breaks.append(stop)
        stop = best[stop][1]
    return breaks[::-1]


def _break_cost(last: TimedWord, following: TimedWord, rate: int) -> float:
    """How badly two words want to stay together."""
    tail = last.text.rstrip(_CLOSING)
    pause = following.start - last.end >= PAUSE_S * rate
    if tail.endswith((".", "!", "?", "…")):
        abbreviated = tail.endswith(".") and len(tail) <= _ABBREVIATION and tail[0].isupper()
        return _INSIDE if abbreviated and not pause else _SENTENCE_END
    if tail.endswith((",", ";", ":", "—", "–")) or following.text.startswith(("—", "–", "(")):
        return _PHRASE_END
    if pause:
        return _PAUSE_ONLY
    return _IN_A_NAME if last.text[0].isupper() and following.text[0].isupper() else _INSIDE


def _time_cost(seconds: float) -> float:
    """What is too short to read or stands too long costs in proportion."""
    return 12.0 * max(0.0, SHORTEST_S - seconds) + 6.0 * max(0.0, seconds - LONGEST_S)


def _shape_cost(ends: Sequence[float], start: int, stop: int, length: int) -> float:
    """What looks wrong: an empty line, a word left over, two halves of sentences in one cue. ``ends``: a break's cost by word."""
    empty = max(0.0, 1.0 - length / LONGEST)
    lone = stop - start == 1 and length < 12
    broken = (start > 0 and ends[start - 1] != _SENTENCE_END) or ends[stop - 1] >= _INSIDE
    straddles = broken and _SENTENCE_END in ends[start : stop - 1]
    return _UNEVEN * empty * empty + (_LEFTOVER if lone or straddles else 0.0)
