"""Ratings: stars, ``4/5``, ``3 ½ out of 4 stars``, ``87/100``; kept as printed, and as a number on their own scale.

Only text that is a rating and nothing else is read as one: "lands among the stars" never is.
"""

from __future__ import annotations

import re

from segment.model.review import Rating

_FULL = "★⭐🌟"
_EMPTY = "☆✩"
_HALF = "½⯨"
_STARS = re.compile(rf"[{_FULL}\*]{{1,12}}[{_HALF}]?[{_EMPTY}]{{0,12}}")
_HEAD = re.compile(rf"[{_FULL}]{{1,12}}[{_HALF}]?[{_EMPTY}]{{0,12}}")
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)\s?([½¼¾])?"
_OUT_OF = re.compile(rf"{_NUMBER}\s?(?:/|out of|sur)\s?(\d{{1,3}})(?:\s(?:stars?|étoiles?))?", re.IGNORECASE)
_N_STARS = re.compile(rf"{_NUMBER}\s?-?(?:stars?|étoiles?)", re.IGNORECASE)
_BARE = re.compile(_NUMBER)
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MAX = 40


def rating(text: str) -> Rating | None:
    """The rating that ``text`` is, or None. A line of asterisks counts as stars only from two on and up to six."""
    if len(text) > _MAX * 2:
        return None
    given = text.strip()
    plain = given.replace("\ufe0f", "").replace(" ", "") if set(given) & set(_FULL) else given
    plain = plain.strip(" .()[]")
    if not plain or len(given) > _MAX:
        return None
    if match := _STARS.fullmatch(plain):
        return _stars(match.group(), given)
    if match := _OUT_OF.fullmatch(plain):
        value, scale = _number(match[1], match[2]), float(match[3])
        return Rating(as_given=given, value=value, scale=scale) if value <= scale else None
    if match := _N_STARS.fullmatch(plain):
        return Rating(as_given=given, value=_number(match[1], match[2]))
    return None


def labelled_rating(text: str) -> Rating | None:
    """What stands after "Rating:": also a bare number, or a grade kept as given without a number."""
    found = rating(text)
    given = text.strip()
    if found is not None or not given or len(given) > _MAX:
        return found
    if match := _BARE.fullmatch(given):
        return Rating(as_given=given, value=_number(match[1], match[2]))
    if len(given) <= 3:
        return Rating(as_given=given)
    return None


def leading_stars(text: str) -> tuple[Rating, str] | None:
    """Stars printed at the head of a paragraph, and the paragraph without them."""
    match = _HEAD.match(text)
    found = _stars(match.group()) if match else None
    return (found, text[len(found.as_given) :].strip()) if found else None


def _stars(stars: str, given: str = "") -> Rating | None:
    """The scale is known only where empty stars are printed too."""
    full = sum(stars.count(star) for star in _FULL + "*")
    empty = sum(stars.count(star) for star in _EMPTY)
    half = 0.5 if any(star in stars for star in _HALF) else 0.0
    if "*" in stars and not 2 <= full <= 6:
        return None
    # A half star stands where a whole one would.
    scale = float(full + empty + (1 if half else 0)) if empty else None
    return Rating(as_given=given or stars, value=full + half, scale=scale)


def _number(digits: str, part: str | None) -> float:
    return float(digits.replace(",", ".")) + _PARTS.get(part or "", 0.0)
