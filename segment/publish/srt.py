"""Captions as SubRip cards: two lines of 32 characters, a new card and a name where the speaker changes.

Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from segment.model.timeline import Timeline, Voiced
from segment.publish.breaks import cue_breaks
from segment.publish.names import speaker
from segment.publish.timing import TimedWord, timed_words
from segment.publish.vtt import Cue, placed
from segment.units import milliseconds, timestamp

LINE = 32
"""Characters on a line."""
LINES = 2
"""Lines on a card."""


def srt(timeline: Timeline, names: Mapping[str, str]) -> str:
    """The whole file, numbered from 1; ``names`` maps a role to the name shown."""
    blocks = []
    for number, card in enumerate(cards(timeline, names), 1):
        start, end = (timestamp(ms / 1000).replace(".", ",") for ms in (card.start, card.end))
        lines = "\n".join(wrapped(card.text.split(" ")))
        blocks.append(f"{number}\n{start} --> {end}\n{lines}\n")
    return "\n".join(blocks)


def cards(timeline: Timeline, names: Mapping[str, str]) -> tuple[Cue, ...]:
    """Cards in order of time; the text of a speaker's first begins with ``Name: ``."""
    raw: list[Cue] = []
    before = ""
    for line in sorted(timeline.voiced, key=lambda line: line.start):
        name = speaker(line.role, names)
        for group in _groups(line, _prefix(name) if name != before else "", timeline.rate):
            raw.append(
                Cue(
                    start=milliseconds(group[0].start, timeline.rate),
                    end=milliseconds(max(word.end for word in group), timeline.rate),
                    name=name,
                    text=" ".join(word.text for word in group),
                )
            )
            before = name
    return tuple(placed(raw, milliseconds(timeline.frames, timeline.rate)))


def wrapped(words: Sequence[str]) -> list[str]:
    """Words on lines, each as full as it goes; a word is never longer than a line here."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _prefix(name: str) -> str:
    """``Name:``, short enough to share a card with a word."""
    return f"{name if len(name) < LINE else name[: LINE - 2] + '…'}:"


def _fits(texts: Sequence[str]) -> bool:
    return len(wrapped(" ".join(texts).split(" "))) <= LINES


def _groups(line: Voiced, prefix: str, rate: int) -> Iterator[Sequence[TimedWord]]:
    words = timed_words(line, LINE)
    if words and prefix:
        words[0] = replace(words[0], text=f"{prefix} {words[0].text}")
    start = 0
    for stop in cue_breaks(words, rate, _fits):
        yield words[start:stop]
        start = stop
