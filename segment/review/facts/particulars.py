"""Facts of a work that need no label: ``2012, 120 min, PG-13``, ``Quill Press, £14.99, 320pp``, ``until 3 May``."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.review.word_table import words

Fact = tuple[str, str]
"""A field of :class:`segment.model.review.Facts` and its value, copied."""

_MINUTES = r"(?:minutes?|mins?\.?|mn|m)"
_TIME = re.compile(
    r"\d{1,3}[ -]?(?:minutes?|mins?\.?|mn)"
    rf"|\d{{1,2}}\s?(?:h|hrs?\.?|hours?|heures?)(?:[ ,]{{0,2}}(?:and |et )?\d{{1,2}}\s?{_MINUTES}?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PRICE = re.compile(
    r"(?:from |about )?[£$€]\s?\d[\d.,]{0,8}(?:\s?[-–]\s?[£$€]?\d[\d.,]{0,8})?|\d[\d.,]{0,8}\s?[€£$]", re.IGNORECASE
)
_PAGES = re.compile(r"\d{1,4}\s?(?:pp\.?|pages|p\.)", re.IGNORECASE)
_SAID_CERTIFICATE = re.compile(r"(?:cert(?:ificate)?\.?|rated|classé)\s?:?\s?(\S{1,8})", re.IGNORECASE)
_SURE = frozenset({"PG", "PG-13", "12A", "14A", "18A", "NC-17", "TV-MA", "TV-14", "TV-PG", "MA15+", "15A", "R18"})
_BARE = frozenset({"U", "G", "R", "M", "NR", "12", "13", "15", "16", "18", "AA", "TP", "Unrated", "Not rated", "Tous publics"})
_SPLIT = re.compile(r"\s?[|•·;]\s?|,\s|\s/\s|\s[–—-]\s|\.\s")
_DAY = r"(?:[A-Za-zé]{3,9}\.?,? )?(?:\d{1,2}(?:st|nd|rd|th|er)? [A-Za-zéû]{3,9}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_UNTIL = rf"(?:until|till|through|to|runs? (?:until|to|through)|jusqu['’]au)\s{_DAY}"
_RUN = re.compile(
    rf"(?:(?:at|au|à la|à l['’])\s)?(?P<venue>[^,.;:]{{3,60}}(?:, [^,.;:]{{3,30}})?),?\s(?P<dates>{_UNTIL})\.?", re.IGNORECASE
)
_ONLY_UNTIL = re.compile(rf"(?:on |showing )?({_UNTIL})\.?", re.IGNORECASE)
_SENTENCE_RUN = re.compile(
    rf"\b(?:is|are|runs|plays|playing|showing|continues|on)(?: on)? at"
    rf" (?P<venue>(?:the )?[A-Z][^,.;:!?]{{2,60}}?),? (?P<dates>{_UNTIL})"
)
_MAY = re.compile(r"\d|PG|TV-|[Cc]ert|CERT|[Rr]ated|[Cc]lass|ublics")
"""A cheap look: every fact without one of these needs a label."""
_GENRES = words(
    """drama comedy thriller horror action adventure romance western musical documentary animation biography fantasy mystery crime
    history war family sci-fi biopic drame comédie aventure policier documentaire komödie dokumentation"""
)
_FEW_WORDS = 30
_MAX = 160
_EDGES = " .,;()[]\xa0"


class Particulars(Struct, frozen=True, kw_only=True):
    """What a line of facts says."""

    facts: tuple[Fact, ...]
    rest: str = ""
    """Items of it that are no fact a review has a field for."""


def particulars(text: str) -> Particulars | None:
    """The facts of a line that holds nothing else, but for an item or two such as a country; None for any other line."""
    if len(text) > _MAX or not _MAY.search(text):
        return None
    if match := _ONLY_UNTIL.fullmatch(text.strip(_EDGES)):
        return Particulars(facts=(("dates", match[1]),))
    if (match := _RUN.fullmatch(text.strip())) and _is_place(match["venue"]):
        return Particulars(facts=(("venue", match["venue"]), ("dates", match["dates"])))
    items = [item.strip(_EDGES) for item in _SPLIT.split(text.strip(_EDGES)) if item.strip(_EDGES)]
    if not items or len(items) > 8:
        return None
    found = [fact(item, alone=len(items) == 1) or _genre(item, first=at == 0) for at, item in enumerate(items)]
    pages = [at for at, item in enumerate(items) if _PAGES.fullmatch(item)]
    rest = [at for at, pair in enumerate(found) if pair is None and at not in pages]
    known = [pair for pair in found if pair]
    if pages and len(rest) == 1 and rest[0] < pages[0] and len(items[rest[0]].split()) <= 5:
        known.append(("publisher", items[rest[0]]))
        rest = []
    if not known or (rest and len(known) + len(pages) < 2) or len(rest) > 2 or any(len(items[at].split()) > 3 for at in rest):
        return None
    if len(items) == 1 and known[0][0] == "year":
        return None
    genres = ", ".join(value for field, value in known if field == "genre")
    known = [pair for pair in known if pair[0] != "genre"]
    if not known:
        return None
    known += [("genre", genres)] if genres and genres in text else []
    return Particulars(facts=tuple(known), rest=", ".join(items[at] for at in (*rest, *pages)))


def _genre(item: str, *, first: bool) -> Fact | None:
    """A film's genre, behind other facts."""
    return ("genre", item) if not first and item.casefold() in _GENRES else None


def fact(item: str, *, alone: bool) -> Fact | None:
    """The one fact that ``item`` is; standing ``alone`` a bare ``15`` or ``R`` is none."""
    if _TIME.fullmatch(item):
        return "running_time", item
    if certificate := certified(item, alone=alone):
        return "certificate", certificate
    if _PRICE.fullmatch(item):
        return "price", item
    return ("year", item) if _YEAR.fullmatch(item) else None


def certified(item: str, *, alone: bool = False) -> str:
    """The certificate that ``item`` is, such as ``PG-13`` or ``cert 15``; empty for anything else."""
    if item in _SURE or (item in _BARE and not alone):
        return item
    match = _SAID_CERTIFICATE.fullmatch(item)
    return match[1] if match and match[1] in _SURE | _BARE else ""


def bracketed(text: str) -> tuple[str, tuple[Fact, ...]]:
    """A title line without the facts in brackets at its end, and these: ``The Lake Dog (2014, 97 min)``."""
    opening = text.rfind("(")
    if opening <= 0 or not text.endswith(")") or len(text) - opening > 60:
        return text, ()
    items = [item.strip(_EDGES) for item in _SPLIT.split(text[opening + 1 : -1])]
    found = [fact(item, alone=False) for item in items]
    if not all(found):
        return text, ()
    return text[:opening].rstrip(), tuple(pair for pair in found if pair)


def run_said(text: str) -> tuple[Fact, ...]:
    """Where and until when, out of a short sentence: ``The Thief is on at the Harbour Theatre until 23 September.``"""
    if len(text) > _FEW_WORDS * 15 or len(text.split()) > _FEW_WORDS:
        return ()
    match = _SENTENCE_RUN.search(text)
    return (("venue", match["venue"]), ("dates", match["dates"])) if match else ()


def _is_place(text: str) -> bool:
    """Capitals throughout, but for small words: a venue, not a clause."""
    parts = text.split()
    return len(parts) <= 8 and all(
        word[0].isupper() or word in {"the", "of", "and", "de", "la", "du", "at", "&"} for word in parts
    )
