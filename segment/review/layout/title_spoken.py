"""Telling a work's title from a headline by what the review's own text calls the work.

A headline such as "The Lake Dog is a very good swimmer" is no title; the text that speaks of "The Lake Dog" says which part is.
"""

from __future__ import annotations

import re

from segment.review.facts.names import is_name
from segment.review.layout.title_words import spaced, unquoted
from segment.review.word_table import words

_QUOTES = ("“”", "‘’", '""', "«»", "„“", "„”", "»«", "‹›", "''")
_VERBS = words(
    """is are was has have had does makes gets brings shows proves delivers goes takes gives finds keeps turns offers feels
    looks lacks needs wants tries hits misses wins loses lands sings soars stumbles strikes remains returns comes leaves
    est mérite manque reste revient"""
)
_NAMES = words("movie film book album game play show novel record restaurant exhibition review reaction thoughts ep lp")
_WORKS = words("movie film book album game play musical")
_PLACES = words("à au aux at")
_SMALL = words(
    """a an and as at but by for from in into is it its nor of off on or over so than that the then to too up upon via vs with
    de du des le la les un une et ou en à au aux dans sur par pour d l der die das und von"""
)
_SORT_OF_WORK = re.compile(
    r"\b(?:essay|novel|memoir|book|film|movie|documentary|album|record|ep|play|musical|opera|game|exhibition|show|roman|buch|stück"
    r"|spiel|ausstellung|livre|disque|pièce|spectacle|exposition|romanzo|libro|filme|livro|novela|película)\s?,?\s"
    r"(?:“(?P<a>[^”]{2,80})”|„(?P<b>[^“”]{2,80})[“”]|«\s?(?P<c>[^»]{2,80}?)\s?»|‘(?P<d>[^’]{2,80})’)",
    re.IGNORECASE,
)
"""A sort of work and, right behind it, what one is called."""
_BEGINNING = 1500
_EDGES = " .,:;!?–—-|"
_MAX = 200
_LONGEST = 12
_WORD = 3
_OFTEN = 3
_HEADLINE = 7
_ARTICLES = frozenset({"a", "an", "un", "une"})
_DETERMINERS = frozenset({"der", "die", "das", "la", "il", "el", "lo", "gli"})


def spoken_title(title: str, text: str) -> str:
    """The part of a headline that the text calls the work by: what it begins with, or puts in quotation marks."""
    if not title or len(title) > _MAX or says(title, text):
        return title
    for pair in _QUOTES:
        # "‘The Lake Dog’: a must" names the work at its head.
        end = title.find(pair[1], 2)
        if title[0] == pair[0] and 2 < end < len(title) - 1:
            return title[1:end].strip(_EDGES)
    parts = title.split()
    for count in range(min(len(parts) - 1, _LONGEST), 0, -1):
        start = unquoted(" ".join(parts[:count]).strip(_EDGES))
        if (
            len(start) > 3
            and not start.endswith(("'s", "’s"))
            and (_leads_on(parts[count:]) or _breaks_off(parts[count:], start, text))
            and _is_titled(start)
            and any(char.isalpha() for char in start)
            and says(start, text)
        ):
            return start
    return _owned(title, text) or title


def says_often(title: str, text: str) -> bool:
    """Whether the text has a word of some length again and again: a work's title may be one word, and so may a menu's item."""
    return len(title) > _WORD and title[0].isupper() and text.count(title) >= _OFTEN


def unsaid(title: str, text: str) -> bool:
    """True for so many words that they may be a headline, of which the text has neither all nor the part before a colon."""
    parts = [part.strip(_EDGES) for part in re.split(r":\s|\s[–—-]\s|\s?\(", title)]
    plain = _plain(text)
    return len(title.split()) >= _HEADLINE and not any(_plain(part) in plain for part in (title, *parts) if len(part) > _WORD)


def headline_alone(title: str, text: str) -> bool:
    """True for words in sentence case that the text never says: a headline, and no title."""
    parts = [part.strip(_EDGES) for part in title.split()]
    small = [part for part in parts[1:] if part.islower() and part not in _SMALL]
    return len(parts) > 3 and bool(small) and not says(title, text)


def called_otherwise(title: str, standfirst: str, text: str) -> bool:
    """Whether the standfirst or the text's beginning speaks of a work by another name, and nothing of one called ``title``.

    ``In her essay “Low Water” …`` under the headline "Homesick for ever".
    """
    start = f"{standfirst}\n{text[:_BEGINNING]}"
    names = [_plain(match[match.lastgroup or 0]).strip() for match in _SORT_OF_WORK.finditer(start)]
    said = _plain(title).strip()
    return bool(names) and not any(name in said or said in name for name in names) and said not in _plain(f"{start}\n{text}")


def says(title: str, text: str) -> bool:
    """Whether the text has the title as whole words."""
    title = spaced(title)
    at = text.find(title)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(title) : at + len(title) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(title, at + 1)
    return False


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char.isspace())


def _breaks_off(rest: list[str], start: str, text: str) -> bool:
    """Whether a title that the text has again and again ends where the headline goes on in small letters, with no small word."""
    word = rest[0].strip(_EDGES)
    if " " not in start or not word.islower() or (word in _SMALL and word not in _ARTICLES) or text.count(start) < _OFTEN:
        return False
    # "Ann Roe dazzles" is about a person; "Die Tote Stadt" only looks like one.
    person = is_name(start) and start.partition(" ")[0].casefold() not in _DETERMINERS
    return not person and not any(mark[0] in " ".join(rest) for mark in _QUOTES if mark != "''")


def _owned(title: str, text: str) -> str:
    """What stands behind its maker's name at a headline's end: ``An evening of Ann Roe's Low Water``, if the text has it."""
    for mark in ("'s ", "’s "):
        before, found, work = title.rpartition(mark)
        work = work.strip(_EDGES)
        if found and before.split()[-1][:1].isupper() and " " in work and work[0].isupper() and says(work, text):
            return work
    return ""


def _leads_on(rest: list[str]) -> bool:
    """Whether what follows is about the work rather than more of its title."""
    first = rest[0].strip(_EDGES).casefold()
    if first == "the" and len(rest) > 1 and rest[1].strip(_EDGES).casefold() in _WORKS:
        # "The Lake Dog the movie and what it says of lakes"
        return True
    return rest[0][0] in "([–—|" or first in _VERBS or first in _NAMES or first in _PLACES


def _is_titled(start: str) -> bool:
    """Capitals at both ends."""
    parts = re.split(r"[ '’]", start)
    return parts[0][:1].isupper() or parts[0][:1].isdigit()
