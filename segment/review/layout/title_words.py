"""The words a page puts round a work's title, and the short lines that can be none."""

from __future__ import annotations

import re

from segment.review.layout.line import Line
from segment.review.word_table import words

_YEAR = re.compile(r"\s*[(\[](?:19|20)\d\d[)\]]$")
_SORT = (
    r"(?:(?:in|first|capsule|film|movie|cinema|book|novel|album|ep|cd|lp|record|music|single|live|gig|concert|opera|theatre|theater"
    r"|stage|play|musical|dance|ballet|restaurant|food|game|video game|tv|dvd|blu-ray|vod|art|exhibition|show|podcast|festival"
    r"|critic(?:'s|’s)?|our|my|spoiler-free|advance|early|mini|quick|the) ){0,3}"
)
_BEFORE = re.compile(
    rf"[\[(]?(?:{_SORT}reviews?(?:ed)?|critique(?: (?:de film|du film|film|ciné|cinéma|express|livre|album|théâtre|concert|d'album|bd))?"
    r"|chronique|compte[- ]rendu)(?: ?[\])]| ?[:|]|\s[–—-])\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:\s[–—|-]\s|\s?[:,]\s|\s[(\[]|\s){_SORT}(?:reviews?|reviewed|critique|chronique)[)\]]?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"(?:,|:)?\s{_SORT}review(?:ed)?(?::|\s[–—|-])\s", re.IGNORECASE)
_BULLETS = "•□■◦▪►»›·*|[{<@#"
_LABEL = re.compile(r"[^:]{1,40}\s?:\s?\S")
_SMALL = words("with from that into than this when then over your have what were been they them about after before under upon")
_HEADLINE_WORDS = 6
_LOWER_WORDS = 3


def bare(text: str) -> str:
    """A title line without "Review:" (and what a headline says after it), a year in brackets, or quotation marks all round."""
    text = _YEAR.sub("", text.strip())
    if len(text) <= 300:
        before = _BEFORE.match(text)
        start = before.end() if before and before.end() < len(text) else 0
        inside = _INSIDE.search(text, start)
        after = None if inside and inside.start() > start else _AFTER.search(text, start)
        stop = (
            inside.start()
            if inside and inside.start() > start
            else after.start()
            if after and after.start() > start
            else len(text)
        )
        text = text[start:stop].strip(" –—-:|,") or text
    text = _YEAR.sub("", text)
    if len(text) > 2 and (text[0] + text[-1]) in {'""', "“”", "''", "‘’", "«»"}:
        text = text[1:-1].strip()
    return text


def says_review(text: str) -> bool:
    """True for a line that names a work and says that it heads a review of it."""
    return len(text) <= 300 and bare(text) != _YEAR.sub("", text.strip()) and _marked(text.strip())


def is_headline(text: str) -> bool:
    """True for a headline in sentence case, which is no work's title: "The harbour bistro that feeds the whole town"."""
    parts = text.split()
    lower = [word for word in parts[1:] if len(word) > 3 and word.islower() and word not in _SMALL]
    return len(parts) >= _HEADLINE_WORDS and len(lower) >= _LOWER_WORDS


def may_be_title(lines: list[Line], at: int) -> bool:
    """False for an item of a menu, the name of a picture, and a line of a block of facts such as ``Mode: solo``."""
    text = lines[at].text
    if text[0] in _BULLETS or not any(char.isalnum() for char in text):
        return False
    if not _LABEL.match(text):
        return True
    above = at > 0 and lines[at].glued and _LABEL.match(lines[at - 1].text)
    below = at + 1 < len(lines) and lines[at + 1].glued and _LABEL.match(lines[at + 1].text)
    return not (above or below)


def _marked(text: str) -> bool:
    return bool(_BEFORE.match(text) or _AFTER.search(text) or _INSIDE.search(text))
