"""Headings that run into their paragraph: ``The Story. Rachel is…``, ``Verdict: see it while you can.``"""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from segment.review.layout.headings import is_known
from segment.review.layout.line import Line, ends_sentence
from segment.review.layout.meaning import meaning

_MARKS = (". ", ": ", " : ", "\xa0: ", " – ", " — ", " - ", ".– ", ".— ", ".–", ".—")
_SURE = frozenset({": ", " : ", "\xa0: "})
_PAGES = frozenset({"review", "critique", "book", "film", "album", "author", "director", "cast"})
"""Known heading words that say what a page is about before a colon."""
_MAX_WORDS = 5
_MAX = 50
_FEWEST_WORDS = 4


def run_ins_apart(lines: list[Line], title: str = "") -> list[Line]:
    """The lines, each known heading that runs into its paragraph on a line of its own; the work's ``title`` is never one.

    After a colon one is enough; after a full stop or a dash the heading begins with "The", or the page has several.
    """
    found = [_run_in(line, title) for line in lines]
    often = Counter(mark for _, mark, _ in found)
    result: list[Line] = []
    for line, (heading, mark, text) in zip(lines, found, strict=True):
        if heading and (mark in _SURE or often[mark] > 1 or heading.startswith(("The ", "Le ", "La ", "Les "))):
            result.append(replace(line, text=heading, heading=True))
            result.append(replace(line, text=text, glued=True))
        else:
            result.append(line)
    return result


def apart(text: str) -> tuple[str, str, str]:
    """The first few words of a paragraph, the mark after them and what follows; three empty texts when there is no such mark."""
    start = text[:_MAX]
    places = [(at, -len(mark), mark) for mark in _MARKS if (at := start.find(mark)) > 0]
    if not places:
        return "", "", ""
    at, _, mark = min(places)
    heading, rest = text[:at].strip(" \xa0"), text[at + len(mark) :].strip(" \xa0")
    if len(heading.split()) > _MAX_WORDS or heading[:1].islower() or not rest:
        return "", "", ""
    return heading, mark, rest


def _run_in(line: Line, title: str) -> tuple[str, str, str]:
    nothing = ("", "", "")
    if line.heading:
        return nothing
    heading, mark, text = apart(line.text)
    name = heading.casefold()
    if not heading or not is_known(heading) or name == title.casefold() or name in _PAGES:
        return nothing
    if len(text.split()) < _FEWEST_WORDS or (text[:1].islower() and mark not in _SURE) or not ends_sentence(text):
        return nothing
    return (heading, mark, text) if meaning(line.text).what == "text" else nothing
