"""The top of a saved page that is other pages': teasers of a menu, each with a writer and a day, above the page's own head.

A site's menu may hold twenty headlines with names, days and scores, and every one of them looks like the head of a review. The
page's own is the last of them: the one that stands right above the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from segment.model.review import LeftOut
from segment.review.facts.dates import iso_date
from segment.review.facts.names import is_name
from segment.review.facts.rating import labelled_rating
from segment.review.layout.line import Line, is_prose
from segment.review.layout.meaning import head_meaning

TEASER = "teases another page, in a menu above the article"
SITE = "the name of the site"
_FEWEST = 3
"""So many days above the text are no one page's."""
_REACH = 6
"""Lines between the day of the page's own head and its text."""
_TITLE_REACH = 3
"""Lines between a page's title and its day: who wrote it, what he is."""
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright)\s?(?:©\s?)?|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\b", re.IGNORECASE)
_TAIL = re.compile(r"\ball rights reserved\b.*|\btous droits réservés\b.*|\bpowered by\b.*", re.IGNORECASE)
_STARTS = ("©", "(c)", "copyright")
_LONGEST = 120


def below_menu(lines: list[Line]) -> tuple[list[Line], tuple[LeftOut, ...]]:
    """The lines from the page's own head on, without its site's name; and those that are left out."""
    text = next((at for at, line in enumerate(lines) if is_prose(line) and head_meaning(line.text).what == "text"), 0)
    start = _own_head(lines, text)
    out = [LeftOut(line=line.number, text=line.text, reason=TEASER) for line in lines[:start]]
    site = _site(lines)
    kept: list[Line] = []
    for at, line in enumerate(lines[start:], start=start):
        if at < text and site and line.text.casefold() == site:
            out.append(LeftOut(line=line.number, text=line.text, reason=SITE))
        else:
            kept.append(line)
    return kept, tuple(out)


def _own_head(lines: Sequence[Line], text: int) -> int:
    """The index of the title that stands over the last day above the ``text``; 0 where no menu stands above it."""
    days = [at for at in range(text) if len(lines[at].text) <= _LONGEST and iso_date(lines[at].text)]
    if len(days) < _FEWEST or text - days[-1] > _REACH:
        return 0
    for at in range(days[-1] - 1, max(days[-2], days[-1] - 1 - _TITLE_REACH), -1):
        line = lines[at]
        said = head_meaning(line.text).what
        if said == "text" and not is_name(line.text) and labelled_rating(line.text) is None and line.words > 1:
            return at
    # Of a title in one or two words, or one like a person's name, only its place is known.
    above = [at for at in range(days[-2] + 1, days[-1]) if head_meaning(lines[at].text).what == "text"]
    return above[0] if above and len(above) <= _TITLE_REACH else 0


def _site(lines: Sequence[Line]) -> str:
    """The name in the line of its rights, in lower case, where that is all the line holds."""
    for line in reversed(lines):
        said = line.text.casefold()
        if len(said) <= _LONGEST and said.startswith(_STARTS):
            name = " ".join(_TAIL.sub("", _RIGHTS.sub("", said)).split()).strip(" .,-–—|·•")
            if name:
                return name
    return ""
