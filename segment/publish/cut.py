"""What broadcast automation is told, as a view of the timeline."""

from __future__ import annotations

from datetime import date

from segment.model.label import Cut
from segment.model.timeline import Timeline
from segment.publish.text import one_line

_OUT_CUE_WORDS = 6
_SHORTEST_RAMP_S = 0.5
"""What begins sooner than this begins with the first word: nobody can talk over it."""


def iso_date(text: str) -> str:
    """``2026-11-27`` where ``text`` is a day written so, else empty: a chunk holds no other form."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return ""


def cut(timeline: Timeline, *, id_: str, air_date: str = "", kill_date: str = "") -> Cut:
    """The cut of a programme: where its first and last words and its last sound are, and how it ends.

    Without a word in it there is nothing to talk up to, and the next item waits for the last sound.
    """
    lines = sorted((line for line in timeline.voiced if line.end > line.start), key=lambda line: line.start)
    ends = min(
        timeline.frames,
        max((*(line.end for line in timeline.voiced), *(piece.end for piece in timeline.played)), default=timeline.frames),
    )
    if not lines:
        return Cut(id=id_, last_word=ends, ends=ends, air_date=air_date, kill_date=kill_date)
    last = max(lines, key=lambda line: line.end)
    words = last.words
    first_word = lines[0].words[0].start if lines[0].words else lines[0].start
    return Cut(
        id=id_,
        out_cue=" ".join(one_line(last.text).split()[-_OUT_CUE_WORDS:]),
        first_word=first_word if first_word >= _SHORTEST_RAMP_S * timeline.rate else 0,
        last_word=min(words[-1].end if words else last.end, ends),
        ends=ends,
        air_date=air_date,
        kill_date=kill_date,
    )
