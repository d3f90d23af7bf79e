"""Finding the work's title, and the page's headline where that is another thing.

Only lines of the page are candidates. The line above the credits is the surest; a joke headline is never the title when
there is a better line.
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.review.facts.name_list import name_list
from segment.review.facts.names import is_name
from segment.review.layout.line import Line
from segment.review.layout.title_spoken import says, says_often, spoken_title
from segment.review.layout.title_words import bare, is_venue, says_review

_STRAIGHT = re.compile(r"(?<![^\W_])'([^\s'][^']{1,80})'(?![^\W_])")
"""Straight quotation marks, which apostrophes look like: nothing of a word stands outside them."""
_REVIEW_OF = re.compile(r"(?:review|critique|chronique) (?:of|de|du|d['’])", re.IGNORECASE)
_LEADS = re.compile(r"(?:\b(?:in|of|on|from|de|du|dans|à)|['’]s|s['’]|[–—:,|-])$", re.IGNORECASE)
"""What leads to a work in quotation marks: "Ann Roe in ‘The Lake Dog’", "The Loes’ “Songs”"."""
_LONG_WORD = 3
_BY = ("by", "par", "de", "von")
_MENU_WORDS = 3
_NAMES = 2
"""So many names and nothing else are no headline."""


class Titled(Struct, frozen=True, kw_only=True):
    """What heads the page."""

    title: str = ""
    headline: str = ""
    whole: str = ""
    """The title's line as it stands on the page."""
    used: frozenset[int] = frozenset()
    """Indices of the lines the two came from, repeats included."""
    sure: bool = False
    """True where its place shows that it is the title: above the credits, under "Review:", printed twice."""


def titled(lines: list[Line], candidates: list[int], credits_at: int | None, byline_at: int | None, text: str = "") -> Titled:
    """The title and headline among the unexplained short lines ``candidates`` (indices) of the page's head.

    ``credits_at`` and ``byline_at`` are the indices of the first line of credits and of the by-line, where there are any;
    ``text`` is the review's, which may speak of the work.
    """
    candidates = [at for at in candidates if len(name_list(lines[at].text)) < _NAMES] or candidates
    # The label of a record stands in brackets in its headline, and below the record by itself.
    boxes = {lines[at].text.rpartition("(")[2].rstrip(") ") for at in candidates if lines[at].text.endswith(")")}
    candidates = [at for at in candidates if lines[at].text not in boxes] or candidates
    texts = {at: bare(lines[at].text) for at in candidates}
    title_at = _above(candidates, credits_at, byline_at)
    marked = title_at is None
    if title_at is None:
        title_at = _reviewed(lines, candidates)
    marked = marked and title_at is not None
    if title_at is None:
        title_at = _repeated(texts)
    sure = title_at is not None
    if title_at is None:
        title_at = _above(candidates, byline_at)
    if title_at is None and byline_at is not None and byline_at + 1 in candidates:
        title_at = byline_at + 1
    if title_at is None:
        title_at = _spoken(texts, text)
    if title_at is None and candidates:
        # What stands below the work's makers is not its title.
        left = [at for at in candidates if credits_at is None or at < credits_at]
        title_at = _longest(lines, left) if len(left) > _MENU_WORDS else next(iter(_no_menu(lines, left)), None)
    if title_at is None:
        return Titled()
    title = texts[title_at]
    same = {at for at in candidates if texts[at].casefold() == title.casefold()}
    # "Review: The Film (2020)" says no more than the title; "The Film review – a joy" does.
    whole = lines[title_at].text
    headline = whole if len(whole.split()) > len(title.split()) + 2 else ""
    others = [at for at in candidates if at not in same and not (at > title_at and is_venue(lines[at].text))]
    # A line that says that it heads the review is its headline; the others are a menu's.
    others = [at for at in others if not name_list(lines[at].text) and not (marked and at < title_at)]
    headline_at = next((at for at in reversed(others) if lines[at].words > _MENU_WORDS), None)
    if headline_at is None and not headline:
        headline_at = next((at for at in others if at + 1 == byline_at and lines[at].words > 1), None)
    if headline_at is not None:
        headline = lines[headline_at].text
        same.add(headline_at)
    return Titled(title=title, headline=headline, whole=whole, used=frozenset(same), sure=sure)


def from_headline(headline: str, emphasised: frozenset[str], text: str = "") -> str:
    """The title inside a headline: the longest phrase of it that the text sets in italics, or that it puts in quotation marks.

    Quotation marks may hold what somebody says as well, so where there is a ``text`` to ask, it must speak of a work so
    called, or the headline say that it heads a review.
    """
    inside = [phrase for phrase in emphasised if len(phrase) > 1 and not phrase.islower() and says(phrase, headline)]
    # In "Low Water, by Ann Roe" a name in bold is the maker's.
    inside = [phrase for phrase in inside if not any(f" {by} {phrase}" in headline for by in _BY)]
    if inside:
        longest = max(inside, key=len)
        whole = bare(headline)
        # "The Heron", which the text calls the Heron, or another work: what the page's own title says is the title.
        return whole if whole.casefold().split()[1:] == longest.casefold().split() and whole.split()[0].istitle() else longest
    for opening, closing in ("“”", "‘’", '""', "«»", "„“", "„”", "»«", "‹›"):
        start = headline.find(opening)
        end = headline.find(closing, start + 1)
        if 0 <= start < end and 0 < end - start - 1 <= 80:
            return _borne_out(headline[start + 1 : end].strip(), headline, text)
    straight = _STRAIGHT.search(headline)
    return _borne_out(straight[1].strip(), headline, text) if straight else ""


def _borne_out(quoted: str, headline: str, text: str) -> str:
    """The words in quotation marks where something says that they are a work's: the text, or the words that lead to them."""
    if not text or says(quoted.rstrip(",."), text) or says_review(headline) or _REVIEW_OF.match(headline):
        return quoted
    before = headline[: headline.find(quoted)].rstrip("“‘\"«„»‹'").strip()
    outside = [word for word in headline.replace(quoted, " ").split() if len(word) > _LONG_WORD and word[0].isalpha()]
    small = sum(word[0].islower() for word in outside) * 2 > len(outside)
    titled = quoted[:1].isupper() and quoted.rsplit(maxsplit=1)[-1][:1].isupper()
    return quoted if _LEADS.search(before) or not before or (small and titled) else ""


def _above(candidates: list[int], at: int | None, *between: int | None) -> int | None:
    """The candidate right above a line; lines ``between`` may stand there."""
    while at is not None and at - 1 in between:
        at -= 1
    return at - 1 if at is not None and at - 1 in candidates else None


def _spoken(texts: dict[int, str], text: str) -> int | None:
    """The nearest to the text of the lines that the text says, whole or by their beginning; a person's name only at last."""
    said = [
        at
        for at, title in texts.items()
        if (" " in title and (says(title, text) or spoken_title(title, text) != title)) or says_often(title, text)
    ]
    works = [at for at in said if not is_name(texts[at])]
    return max(works or said, default=None)


def _repeated(texts: dict[int, str]) -> int | None:
    """A line that stands there twice and is more than a word."""
    seen: dict[str, list[int]] = {}
    for at, text in texts.items():
        seen.setdefault(text.casefold(), []).append(at)
    twice = [places for text, places in seen.items() if len(places) > 1 and " " in text]
    # A menu repeats many lines, and one of them many times.
    return twice[0][0] if len(twice) == 1 and len(twice[0]) == 2 else None


def _reviewed(lines: list[Line], candidates: list[int]) -> int | None:
    """The line that says it heads a review."""
    marked = [at for at in candidates if says_review(lines[at].text)]
    return marked[0] if marked else None


def _no_menu(lines: list[Line], candidates: list[int]) -> list[int]:
    """The candidates without single words, where one of more than a few words stands among them."""
    long = any(lines[at].words > _MENU_WORDS for at in candidates)
    return [at for at in candidates if lines[at].words > 1] if long else candidates


def _longest(lines: list[Line], candidates: list[int]) -> int | None:
    """Below a menu of short words, the one line that is no menu word."""
    long = [at for at in candidates if lines[at].words > _MENU_WORDS]
    return long[0] if len(long) == 1 else None
