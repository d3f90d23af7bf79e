"""Captions: WebVTT with a voice for every cue, from word times.

Sources: W3C WebVTT (https://www.w3.org/TR/webvtt1/); 65 characters a line is the most that podcast apps take.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from segment.model.timeline import Timeline, Voiced
from segment.publish.breaks import cue_breaks
from segment.publish.names import speaker
from segment.publish.text import one_line
from segment.publish.timing import TimedWord, timed_words
from segment.units import milliseconds, timestamp

SHORTEST_MS = 1000
"""A cue stays at least this long where there is room before the next."""


class Cue(Struct, frozen=True, kw_only=True):
    """One caption: what is shown from ``start`` up to ``end``, in milliseconds."""

    start: int
    end: int
    name: str
    text: str


def vtt(timeline: Timeline, names: Mapping[str, str]) -> str:
    """The whole WebVTT file; ``names`` maps a role to the name shown, a role without one shows itself."""
    blocks = [
        f"{timestamp(cue.start / 1000)} --> {timestamp(cue.end / 1000)}\n<v {_escaped(cue.name)}>{_escaped(cue.text)}"
        for cue in cues(timeline, names)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def cues(timeline: Timeline, names: Mapping[str, str]) -> tuple[Cue, ...]:
    """Cues in order of time, never overlapping, one line of at most 65 characters each; every word once and in order."""
    raw = [
        Cue(
            start=milliseconds(group[0].start, timeline.rate),
            end=milliseconds(max(word.end for word in group), timeline.rate),
            name=speaker(line.role, names),
            text=" ".join(word.text for word in group),
        )
        for line in sorted(timeline.voiced, key=lambda line: line.start)
        for group in _groups(line, timeline.rate)
    ]
    return tuple(placed(raw, milliseconds(timeline.frames, timeline.rate)))


def _groups(line: Voiced, rate: int) -> Iterator[Sequence[TimedWord]]:
    """The words of one spoken line, cue by cue."""
    words = timed_words(line)
    start = 0
    for stop in cue_breaks(words, rate):
        yield words[start:stop]
        start = stop


def placed(raw: Sequence[Cue], programme_end: int) -> Iterator[Cue]:
    """Cues held for their shortest time and cut off where the next begins; a cue is never empty."""
    previous_end = 0
    for i, cue in enumerate(raw):
        start = max(cue.start, previous_end)
        room = max(raw[i + 1].start if i + 1 < len(raw) else programme_end, start + 1)
        end = min(max(cue.end, start + SHORTEST_MS), room)
        yield Cue(start=start, end=end, name=cue.name, text=cue.text)
        previous_end = end


def _escaped(text: str) -> str:
    """Text as cue payload or voice name: ``&``, ``<`` and ``>`` escaped, so that ``-->`` cannot occur."""
    return html.escape(one_line(text), quote=False)
