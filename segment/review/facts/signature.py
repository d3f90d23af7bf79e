"""The line that signs a page: who wrote it and on what day, in any order, with what a site sets round them.

``By Ann Roe | 4 October 2012``, ``Posted on May 4, 2022 by Ann Roe in Film``, ``Ann Roe, chief film critic``.
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.review.facts.dates import MONTHS, iso_date
from segment.review.facts.names import are_names, is_name
from segment.review.word_table import words

_BARS = re.compile(r"\s?[|•·/]\s?|\s[–—-]\s")
_BY = re.compile(r"(?:^|\s)(?:by|par)(?:\s|:\s)|^(?:von|por|di)\s|^(?:scritto da|a cura di|escrito por)\s", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:posted|published|written|updates?|publié|écrit|mis en ligne|article)(?:\s(?:on|le|in|at))?\s?:?", re.IGNORECASE
)
_MONTH = "|".join(MONTHS)
_ENDS = re.compile(
    rf"\s(?:\d|on|in|at|le|dans|à|for|pour|under)\s|,\s|\s\(|\s[–—|•·/-]\s|\s?[|•·]\s?|\s(?=(?:{_MONTH})\.?\s\d)", re.IGNORECASE
)
_JOBS = words(
    """critic critics reviewer contributor correspondent columnist reporter journalist journaliste critique rédacteur rédactrice
    chroniqueur chroniqueuse"""
)
_DESKS = words("editor writer")
"""A critic's only beside a word of the paper's: "Ann Roe, writer" wrote the work, "Ann Roe, staff writer" the review."""
_BESIDE = words(
    """film films movie movies music arts art culture theatre theater tv television food restaurant restaurants book books game
    games gaming opera classical stage dance staff senior chief deputy assistant guest associate managing features lifestyle
    entertainment life style section web online news the and & our at contributing freelance rock pop in chef de la en cinéma
    musique"""
)
_JOB = re.compile(r"(?P<name>[^,|/(–—·•]{4,50}?)(?:,\s|\s?[|/·•(]\s?|\s[–—-]\s)(?P<job>[^,|/()]{4,50})\)?")
_HOUSES = words(
    """theatre theater opera arena club museum gallery playhouse studio studios festival stadium centre center times news magazine
    review reviews gazette tribune herald records orchestra symphony cinema productions film films books music staff team"""
)
"""Words that are in the name of a place or a paper, and in no person's."""
_MAX = 120


class Signature(Struct, frozen=True, kw_only=True):
    """What such a line says."""

    name: str
    date: str = ""
    """ISO, empty where the line gives none."""


def signature(text: str) -> Signature | None:
    """Name and day of a line that signs a page; None for any other line, and for one without a full name."""
    dashed = text.lstrip().startswith(("–", "—", "-"))
    text = text.strip(" –—-*|•·")
    if not text or len(text) > _MAX:
        return None
    if said := _said(text):
        return said
    found = _between_bars(text) or _before_day(text) or _with_job(text, dashed=dashed)
    return found if found and not names_a_house(found.name) else None


def dashed_name(text: str) -> str:
    """The full name behind a dash in a line of its own, as a critic signs below the text: ``– Ann Roe``."""
    name = text.strip().lstrip("–—-~ ").rstrip(". ")
    dashed = text.strip()[:1] in "–—-~" and len(text) <= _MAX and " " in name
    return name if dashed and is_name(name) and not names_a_house(name) else ""


def names_a_house(text: str) -> bool:
    """Whether what looks like a name has a word of a place's or a paper's in it."""
    return not _HOUSES.isdisjoint(text.casefold().split())


def _said(text: str) -> Signature | None:
    """``Posted on May 4, 2022 by Ann Roe in Film``: nothing but "posted" and a day before "by"."""
    match = _BY.search(text)
    if match is None:
        return None
    posted = text[: match.start()].strip(" ,:–—-|•·")
    before = _POSTED.sub("", posted).strip(" ,:–—-|•·")
    day = iso_date(before)
    if before and not day:
        return None
    after = text[match.end() :].strip()
    end = _ENDS.search(after)
    name = _without_job((after[: end.start()] if end else after).strip(" .,:"))
    rest = _POSTED.sub("", after[end.start() :].strip(" ,(|•·–—-/")).strip(" )") if end else ""
    day = day or _day(rest)
    # "Written by" without a day may name the work's own writer.
    alone = bool(day and posted and " " not in name and name[1:].islower() and is_name(name))
    # "Posted on 4 May 2022 by Ann" signs with one name; without a day it may be a site's handle.
    if names_a_house(name) or not (are_names(name) or alone) or (not day and posted.casefold() in {"written", "écrit"}):
        return None
    return Signature(name=name, date=day)


def _without_job(text: str) -> str:
    """``Ann Roe Film Critic`` as ``Ann Roe``."""
    parts = text.split()
    kept = list(parts)
    while len(kept) > 2 and kept[-1].casefold() in _JOBS | _DESKS | _BESIDE:
        kept.pop()
    return " ".join(kept) if (_JOBS | _DESKS) & {part.casefold() for part in parts[len(kept) :]} else text


def _day(text: str) -> str:
    """The day at the head of a text, before a bar or another mark."""
    return iso_date(text) or next((day for part in _BARS.split(text) if (day := iso_date(part))), "")


def _between_bars(text: str) -> Signature | None:
    """``Ann Roe | 4 October 2012``: a full name and a day, in whichever order."""
    parts = [part.strip(" ,") for part in _BARS.split(text)]
    if len(parts) == 1 and ", " in text:
        # "Ann Roe, 4 October 2012"
        head, _, tail = text.partition(", ")
        parts = [head, tail]
    if not 1 < len(parts) <= 4:
        return None
    days = [day for part in parts if (day := iso_date(_POSTED.sub("", part).strip()))]
    named = [part for part in parts[:2] if " " in part and is_name(part)]
    return Signature(name=named[0], date=days[0]) if len(days) == 1 and len(named) == 1 else None


def _before_day(text: str) -> Signature | None:
    """``Ann Roe Dec 29 2014, 12:16 PM ET``: a full name, and nothing but a day after it."""
    parts = text.split()
    for at in range(2, min(len(parts) - 1, 5)):
        name = " ".join(parts[:at])
        if is_name(name) and (day := iso_date(" ".join(parts[at:]))):
            return Signature(name=name, date=day)
    return None


def _with_job(text: str, *, dashed: bool) -> Signature | None:
    """``Ann Roe, chief film critic``; behind a dash ``– Ann Roe, writer`` signs too."""
    match = _JOB.fullmatch(text)
    if match is None or " " not in match["name"].strip() or not is_name(match["name"].strip()):
        return None
    said = match["job"].casefold().split()
    known = all(word in _JOBS | _DESKS | _BESIDE for word in said)
    known = known and bool(_JOBS & set(said) or (_DESKS & set(said) and (dashed or _BESIDE & set(said))))
    return Signature(name=match["name"].strip()) if known else None
