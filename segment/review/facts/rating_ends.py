"""A rating printed at the head or the end of a paragraph, as part of its line."""

from __future__ import annotations

import re

from msgspec.structs import replace

from segment.model.review import Rating
from segment.review.facts.labels import is_rating_label
from segment.review.facts.rating import labelled_rating, rating

_STAR = "★⭐🌟✭✮✯✪"
_OTHER = "½⯨⯪💫☆✩⚝"
_DRAWN = rf"[{_STAR}](?:\s?[{_STAR}]){{0,11}}(?:[½⯨⯪💫]|\s?1/2)?(?:\s?[☆✩⚝]){{0,12}}"
_HEAD = re.compile(_DRAWN)
_TAIL = re.compile(rf"(?<![{_STAR}{_OTHER}]){_DRAWN}$")
_SCORE = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:½|1/2)?\s?\(?(?:/|out of|sur)\s?(?:4|5|6|10|20|100)(?:\s(?:stars?|étoiles?|points?|pts))?"
_FIRST = re.compile(rf"[(\[]?(?P<rating>{_SCORE})[)\]]?(?:\s?[.–—:|-]\s+|\.$)", re.IGNORECASE)
"""``8/10 – A fine ferry.``: a mark parts it from the words, so that "4/5 of the cast" is none."""
_LAST = re.compile(rf"(?<=[.!?…”»\")])\s+(?:[-–—]\s?)?[(\[]?(?P<rating>{_SCORE})[)\]]?\.?$", re.IGNORECASE)
_GRADE = re.compile(r"(?<=[.!?…”»\")])\s+[(\[]?(?P<rating>[A-D][+−–-])[)\]]?$")
_LABELLED = re.compile(r"(?<=[.!?…”»\")])\s+(?P<label>[^\W\d][^:.!?…]{2,30}?)\s?(?::|\s[–—-])\s?(?P<rating>[^:]{1,40}?)\.?$")
_COUNTED = re.compile(r"(?P<rating>\d{1,3}(?:[.,]\d)?(?:\s?/\s?\d{1,3})?)\s?(?P<label>[^\W\d][^:.!?…\d]{3,30})")
"""``9 Overall Score``, with a space between or without one."""
_MAX = 40
_REACH = 90


def counted_label(text: str) -> Rating | None:
    """The rating of a box that prints its number above its label: ``9 Overall Score``."""
    match = _COUNTED.fullmatch(text) if len(text) <= _MAX and text[:1].isdigit() else None
    found = labelled_rating(match["rating"]) if match and is_rating_label(match["label"]) else None
    # Glued to its label, the number is no word of the page by itself.
    return replace(found, as_given=text) if found and match and match.end("rating") == match.start("label") else found


def leading_rating(text: str) -> tuple[Rating, str] | None:
    """A rating at the head of a paragraph, and the paragraph without it."""
    match = _HEAD.match(text)
    found = rating(match.group().strip()) if match else None
    if found and len(found.as_given) < len(text):
        return found, text[len(found.as_given) :].strip(" –—-:|")
    match = _FIRST.match(text)
    found = rating(match["rating"]) if match else None
    return (found, text[match.end() :].strip()) if match and found and match.end() < len(text) else None


def trailing_rating(text: str) -> tuple[Rating, str] | None:
    """A rating after the last full stop of a paragraph, by itself or behind its label, and the paragraph without it."""
    tail = text[-_REACH:]
    start = len(text) - len(tail)
    for form in (_LABELLED, _TAIL, _LAST, _GRADE):
        match = form.search(tail if form is _LABELLED else tail[-_MAX:])
        if match is None:
            continue
        given = match["rating"] if form is not _TAIL else match.group()
        found = labelled_rating(given) if form in (_LABELLED, _GRADE) else rating(given)
        if form is _LABELLED and not is_rating_label(match["label"]):
            continue
        at = start + match.start() + (0 if form is _LABELLED else max(0, len(tail) - _MAX))
        if found and (rest := text[:at].rstrip(" –—-|")):
            return found, rest
    return None
