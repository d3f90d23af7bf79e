"""A line that is a work and who made it: ``The Loes – Songs``, ``Low Water de Ann Roe``, ``The Kite, Jo Poe, 2011.``"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from segment.model.review import Credit
from segment.review.facts.names import are_names, names_of
from segment.review.layout.headings import is_part
from segment.review.layout.line import Line
from segment.review.layout.title_parts import BY_ROLES, TitleParts, title_parts
from segment.review.word_table import words

How = Literal["dash", "by", "year"]

_DASH = re.compile(r"(?P<maker>[^–—]{1,80}?)\s[–—-]\s(?P<work>.{1,100})")
_BY = re.compile(r"(?P<work>.{2,100}?),? (?:by|par|de|von|di) (?P<maker>[^,(]{4,80})")
_YEAR = re.compile(r"(?P<work>.{2,120}?)(?:, | by )(?P<maker>[^,]{4,60}), ?\(?(?P<year>(?:18|19|20)\d\d)\)?\.?")
_COUNTERS = words(
    """part parts chapter episode season series side disc disk cd act scene day week round level track book volume step
    partie chapitre épisode saison face disque acte scène jour semaine étape tome
    starter starters main mains dessert course entrée plat lead"""
)
"""Words that begin the heading of a part: ``Act One – The Storm``."""
_LISTS = re.compile(
    r"\b(?:albums|records|discs|disques|films|movies|books|livres|games|jeux|reviews|critiques|chroniques|lectures|reads|plays"
    r"|singles|eps|releases|sorties|lps|best of|top \d{1,3}|les meilleurs)\b",
    re.IGNORECASE,
)
"""What heads a page about several works."""
_MAX = 160
_FEWEST = 2
_FEWEST_UNTOLD = 3


class Made(Struct, frozen=True, kw_only=True):
    """Such a line taken apart."""

    work: str
    maker: str
    how: How
    year: str = ""


def made(text: str) -> Made | None:
    """The work and its maker, None for any other line."""
    text = text.strip()
    if not text or len(text) > _MAX or not text[0].isalnum():
        return None
    if (match := _YEAR.fullmatch(text)) and " " in match["maker"] and are_names(match["maker"]):
        return Made(work=match["work"].strip(), maker=match["maker"].strip(), how="year", year=match["year"])
    # Behind a number a work may begin with a small letter.
    if (match := _DASH.fullmatch(text)) and _begins(match["maker"]) and (text[0].isdigit() or _begins(match["work"])):
        return Made(work=match["work"].strip(), maker=match["maker"].strip(), how="dash")
    if (match := _BY.fullmatch(text)) and are_names(match["maker"].strip()) and not _is_part(match["work"]):
        return Made(work=match["work"].strip(), maker=match["maker"].strip(), how="by")
    return None


def parts_of(one: Made, kind: str, emphasised: Collection[str]) -> TitleParts | None:
    """Title, maker and year; None where a dash parts two names of which nothing tells the work, and the kind is no album."""
    if one.how == "dash":
        if kind == "album":
            return title_parts(f"{one.maker} – {one.work}", kind)
        works = [part for part in (one.work, one.maker) if part in emphasised]
        return TitleParts(title=works[0]) if len(works) == 1 else None
    role = BY_ROLES.get(kind)
    names = names_of(one.maker) if role else ()
    makers = tuple(Credit(name=name, as_given=name, roles=(role,)) for name in names if role)
    return TitleParts(title=one.work, facts=(("year", one.year),) if one.year else (), credits=makers)


def made_places(lines: Sequence[Line], places: Sequence[int], headline: str, emphasised: Collection[str]) -> tuple[int, ...]:
    """Those of the headings at ``places`` that name works, where the page as a whole shows that they do; else none.

    A year behind the maker is evidence enough. For the other dresses the form sets the works themselves in italics, or the
    page's ``headline`` says that it is about several: "Ottoline – Ann Roe" may also head what is said of a part.
    """
    found = [(at, one) for at in places if (one := made(lines[at].text))]
    dated = tuple(at for at, one in found if one.how == "year")
    if len(dated) >= _FEWEST and _differ(found):
        return dated
    headed = [(at, one) for at, one in found if lines[at].heading and one.how != "year"]
    dashed = [pair for pair in headed if pair[1].how == "dash"]
    headed = dashed if len(dashed) * 2 > len(headed) else [pair for pair in headed if pair[1].how == "by"]
    listed = _LISTS.search(headline) is not None
    set_off = sum(one.work in emphasised or one.maker in emphasised for _, one in headed)
    told = set_off * 2 > len(headed)
    if len(headed) < (_FEWEST if listed and told else _FEWEST_UNTOLD) or not (listed or told) or not _differ(headed):
        return ()
    return tuple(at for at, _ in headed)


def _differ(found: Sequence[tuple[int, Made]]) -> bool:
    """No section of one work comes twice, and works of a list are never all by one maker and called the same."""
    return len({one.work.casefold() for _, one in found}) > 1


def _begins(part: str) -> bool:
    """Capitals or figures at its head, and no heading of a part, numbered or not."""
    part = part.strip()
    return bool(part) and not part[0].islower() and any(char.isalnum() for char in part) and not _is_part(part)


def _is_part(part: str) -> bool:
    first = part.partition(" ")[0].casefold().strip(".:")
    return is_part(part) or first in _COUNTERS
