"""The chapters listeners are shown, and Podcasting 2.0 chapters JSON 1.2.0.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec.structs import replace

from segment.model.tags import Tags
from segment.model.timeline import ChapterMark, Timeline
from segment.publish.text import one_line
from segment.units import milliseconds

A_CHAPTER_EVERY_S = 60
"""A listener gets at most one chapter a minute."""
SLOT_TOLERANCE_S = 2
"""A file for a 3:00 slot ends up to two seconds under, and is a three-minute file all the same."""
MOST = 255
"""An ID3 table of contents counts its children in one byte."""


def shown_chapters(timeline: Timeline) -> tuple[ChapterMark, ...]:
    """The timeline's chapters, few enough and long enough to be of use, in order of time.

    At most one for each minute of the file, so a three-minute file has at most three and a :60 has none; the first starts
    at 0, each ends where the next starts, the last ends with the programme. Where there are too many, the shortest goes
    first and the one before it takes its time (the opening one is taken in by the second), so that a title always stands
    where its own subject begins. A mark without a title or outside the programme is not shown; of several at one moment
    the last is.
    """
    starts = {m.start: m for m in timeline.chapters if 0 <= m.start < timeline.frames and one_line(m.title)}
    marks = sorted(starts.items(), key=lambda start: start[0])
    allowed = min(int((timeline.frames / timeline.rate + SLOT_TOLERANCE_S) // A_CHAPTER_EVERY_S), MOST)
    if min(allowed, len(marks)) < 2:
        return ()
    marks[0] = (0, marks[0][1])
    while len(marks) > allowed:
        ends = [start for start, _ in marks[1:]] + [timeline.frames]
        lengths = [end - start for (start, _), end in zip(marks, ends, strict=True)]
        shortest = min(range(len(marks)), key=lambda i: (lengths[i], -i))
        del marks[shortest]
        marks[0] = (0, marks[0][1])
    ends = [start for start, _ in marks[1:]] + [timeline.frames]
    return tuple(
        replace(mark, title=one_line(mark.title), start=start, end=end) for (start, mark), end in zip(marks, ends, strict=True)
    )


def chapters_json(timeline: Timeline, tags: Tags, addresses: Mapping[str, str] | None = None) -> str:
    """``<slug>.chapters.json``, served as ``application/json+chapters``: the same chapters as in the MP3, times in seconds.

    ``addresses`` says under which addresses the pictures of chapters will be, by the names they use.
    """
    document: dict[str, object] = {"version": "1.2.0"}
    for key, value in (("title", tags.title), ("author", tags.artist), ("podcastName", tags.album)):
        if one_line(value):
            document[key] = one_line(value)
    document["chapters"] = [_shown(mark, timeline.rate, addresses or {}) for mark in shown_chapters(timeline)]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _shown(mark: ChapterMark, rate: int, addresses: Mapping[str, str]) -> dict[str, object]:
    shown: dict[str, object] = {
        "startTime": milliseconds(mark.start, rate) / 1000,
        "endTime": milliseconds(mark.end, rate) / 1000,
        "title": mark.title,
    }
    if mark.link:
        shown["url"] = mark.link
    if mark.image in addresses:
        shown["img"] = addresses[mark.image]
    return shown
