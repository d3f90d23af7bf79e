"""Headings that run into their paragraph: ``The Story. Rachel is…``, ``Verdict: see it``, ``The music — loud…``."""

from __future__ import annotations

from msgspec.structs import replace

from segment.review.layout.headings import is_known
from segment.review.layout.line import Line

_MARKS = (". ", ": ", " : ", "\xa0: ", " – ", " — ", " - ", ".– ", ".— ")
_MAX_WORDS = 5
_MAX = 50
_FEWEST_WORDS = 4


def run_ins_apart(lines: list[Line], title: str = "") -> list[Line]:
    """The lines, a known heading that runs into its paragraph set on a line of its own; the work's ``title`` is never one."""
    result: list[Line] = []
    for line in lines:
        heading, text = apart(line.text)
        known = heading and is_known(heading) and heading.casefold() != title.casefold()
        if known and not line.heading and len(text.split()) >= _FEWEST_WORDS:
            result.append(replace(line, text=heading, heading=True))
            result.append(replace(line, text=text, glued=True))
        else:
            result.append(line)
    return result


def apart(text: str) -> tuple[str, str]:
    """The first few words of a paragraph and what follows the mark after them; two empty texts when there is no such mark."""
    start = text[:_MAX]
    places = [(at, mark) for mark in _MARKS if (at := start.find(mark)) > 0]
    if not places:
        return "", ""
    at, mark = min(places)
    heading, rest = text[:at].strip(" \xa0"), text[at + len(mark) :].strip(" \xa0")
    if len(heading.split()) > _MAX_WORDS or heading[:1].islower() or not rest:
        return "", ""
    return heading, rest
