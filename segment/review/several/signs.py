"""What a line says about where a work begins: its title may, its facts, its by-line and its rating do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from segment.review.facts.byline import first_name_byline
from segment.review.layout.headings import is_known, is_part
from segment.review.layout.line import Line, is_heading_like, is_list, is_prose, is_sentence
from segment.review.layout.meaning import Meaning, head_meaning
from segment.review.layout.run_in import apart
from segment.review.word_table import phrases

Sign = Literal["facts", "byline", "rating", "date", "title", "prose", "text", "stop", "other"]

_NUMBER = re.compile(r"(?:#|no\.? ?|n° ?)?(\d{1,3})(?:[.):]|\s[–—-])?\s+(?=\S)", re.IGNORECASE)
_YEAR = re.compile(r"[(\[](?:18|19|20)\d\d[)\]]")
_MAKER = re.compile(r"[(\[,–—-]\s?(?:dir\.|d\.|directed by|by|de|par)\s", re.IGNORECASE)
_TWO_PARTS = re.compile(r"\S\s[–—-]\s[^\W\d_a-zß-ÿ]|\S\s[–—-]\s[“\"«‘']")
"""``The Saltings – Low Water``."""
_OPENS = re.compile(
    r"(?:[★☆½⭐]{2,8}|\d{1,2}(?:[.,]\d)?\s?/\s?\d{1,3})?[\s–—-]{0,3}"
    r"(?:starring|cast|directed by|director|dir\.|with|avec|written by|author|réalisé par|réalisation|distribution)\s?:",
    re.IGNORECASE,
)
_DRESSED = re.compile(r"[^,“\"«‘„]{2,60}?,?\s[“\"«‘„][^”\"»’“]{1,90}[”\"»’“]")
"""``The Saltings, “Low Water”``."""
_QUOTES = ("“”", '""', "«»", "‘’", "''")
_FEWEST_TOLD = 6
_FEWEST_COUNTED = 2
_GAP = 2
_VIEWS = phrases("""
    second opinion
    another view
    the other view
    a second view
    second view
    first view
    one view
    take one
    take two
    take three
    the case for
    the case against
    for
    against
    pro
    contra
    pour
    contre
    deuxième avis
    second avis
    autre avis
    contrepoint
    counterpoint
    point
    a second look
    another opinion
    second take
    first take
""")
"""What stands over one of several reviews of the same work."""


class Seen(Struct, frozen=True, kw_only=True):
    """A line and its sign."""

    sign: Sign
    value: str = ""
    """The name in a by-line, the day of a date."""
    opens: bool = False
    """True for prose that opens with facts of its work: ``3/4 Starring: …``."""


def seen(line: Line) -> Seen:
    """The sign of one line."""
    if len(line.text) > 400 and is_prose(line):
        return Seen(sign="prose", opens=_OPENS.match(line.text) is not None)
    found = head_meaning(line.text)
    if found.what == "byline":
        return Seen(sign="byline", value=found.value)
    if found.what == "text" and line.glued and (name := first_name_byline(line.text)):
        return Seen(sign="byline", value=name)
    if found.what == "text":
        sign: Sign = "prose" if is_prose(line) or _is_told(line) else "title" if _titles(line) else "text"
        return Seen(sign=sign, opens=sign == "prose" and _OPENS.match(line.text) is not None)
    if found.what == "date":
        return Seen(sign="date", value=found.value)
    if found.what == "scored":
        return Seen(sign="title" if line.heading else "rating")
    return Seen(sign=_of_facts(found))


def _is_told(line: Line) -> bool:
    """``Synopsis: two friends look for a third``: text behind a heading that runs into it, if it is no sentence."""
    heading, _, text = apart(line.text)
    return bool(heading) and is_known(heading) and len(text.split()) >= _FEWEST_TOLD


def _of_facts(found: Meaning) -> Sign:
    if found.what in {"rating", "stop"}:
        return "rating" if found.what == "rating" else "stop"
    return "other" if found.what == "furniture" else "facts"


def _titles(line: Line) -> bool:
    """Whether a line can be a work's title: short, no sentence, no heading of a part."""
    text = line.text
    if line.words > 14 or len(text) > 120 or (is_sentence(line) and text[-1] not in "?!…" and not line.heading):
        return False
    return (line.heading or is_heading_like(line) or is_dressed(text) or (is_list(line) and line.words <= 8)) and not is_part(
        text
    )


def is_view(text: str) -> bool:
    """Whether a line heads one of several reviews of the same work."""
    return text.casefold().strip(" .:?!–—-") in _VIEWS


def number_of(text: str) -> int:
    """The number a title begins with, 0 for none."""
    match = _NUMBER.match(text)
    return int(match[1]) if match else 0


def is_counted(numbers: Sequence[int]) -> bool:
    """Whether numbers before titles count them, up from 1 or down to it; of three and more one may be left out on the way."""
    if len(numbers) < 2 or 0 in numbers or min(numbers) != 1:
        return False
    steps = {abs(after - before) for before, after in pairwise(numbers)}
    one_way = list(numbers) in (sorted(numbers), sorted(numbers, reverse=True))
    return one_way and min(steps) > 0 and (steps == {1} or (len(numbers) > _FEWEST_COUNTED and max(steps) <= _GAP))


def unnumbered(text: str) -> str:
    """A title without the number of its place in a list."""
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def is_dressed(text: str) -> bool:
    """Whether a line is a maker and, in quotation marks, a work: no section of a review is headed so."""
    return _DRESSED.fullmatch(unnumbered(text).strip()) is not None


def names_a_work(text: str) -> bool:
    """Whether a line shows by itself that it is a work's title: a year, its maker, or quotation marks all round."""
    bare = unnumbered(text).strip()
    return bool(is_dressed(text) or _YEAR.search(bare) or _MAKER.search(bare) or _TWO_PARTS.search(bare)) or (
        len(bare) > 2 and bare[0] + bare[-1] in _QUOTES
    )
