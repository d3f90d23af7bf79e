"""Where a spoken line is broken into caption cues: at the ends of sentences and phrases, in lines people can read in time."""

from __future__ import annotations

from collections.abc import Sequence

from segment.publish.timing import LONGEST, TimedWord

SHORTEST_S = 1.0
LONGEST_S = 7.0
PAUSE_S = 0.3
"""A silence of this length is as good a place to break as a comma."""

_SENTENCE_END, _PHRASE_END, _PAUSE_ONLY, _INSIDE = 0.0, 4.0, 4.0, 9.0
_PER_CUE = 2.0
"""What another cue costs: sentences may share one, but are not cut at commas to fill it."""
_CLOSING = "\"'”’»)]"


def cue_breaks(words: Sequence[TimedWord], rate: int) -> list[int]:
    """Indices one past the last word of each cue, in order; the cheapest way of breaking, found by dynamic programming."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(words) + 1):
        ending = 0.0 if stop == len(words) else _break_cost(words[stop - 1], words[stop], rate)
        length = -1
        choice = (float("inf"), stop - 1)
        for start in range(stop - 1, -1, -1):
            length += len(words[start].text) + 1
            if length > LONGEST and start < stop - 1:
                break
            seconds = (words[stop - 1].end - words[start].start) / rate
            cost = best[start][0] + _PER_CUE + ending + _time_cost(seconds) + _shape_cost(stop - start, length)
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
    if tail.endswith((".", "!", "?", "…")):
        return _SENTENCE_END
    if tail.endswith((",", ";", ":", "—", "–")) or following.text.startswith(("—", "–", "(")):
        return _PHRASE_END
    return _PAUSE_ONLY if (following.start - last.end) >= PAUSE_S * rate else _INSIDE


def _time_cost(seconds: float) -> float:
    """What is too short to read or stands too long costs in proportion."""
    return 12.0 * max(0.0, SHORTEST_S - seconds) + 6.0 * max(0.0, seconds - LONGEST_S)


def _shape_cost(words: int, characters: int) -> float:
    """A cue of a word or two in the middle of a sentence looks like a mistake."""
    return 3.0 if words == 1 and characters < 12 else 0.0
