"""Ratings: stars, ``4/5``, ``3 ½ out of 4 stars``, ``NNNN``, ``B+``; kept as printed, and as a number on their own scale.

Only text that is a rating and nothing else is read as one: "lands among the stars" never is. The scale is known where it is
printed, and for the letters N, of which there are five.
"""

from __future__ import annotations

import re

from segment.model.review import Rating

_FULL = "★⭐🌟✭✮✯✪"
_EMPTY = "☆✩⚝"
_HALF = "½⯨⯪💫"
_HALVES = rf"(?:[{_HALF}]|\s?1/2)?"
_STARS = re.compile(rf"[{_FULL}\*]{{1,12}}{_HALVES}[{_EMPTY}]{{0,12}}")
_LETTERS = re.compile(r"N{1,5}(?:½|n)?")
_WORDS = {"zero": 0.0, "no": 0.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0}
_WORDS |= {"eight": 8.0, "nine": 9.0, "ten": 10.0, "une": 1.0, "deux": 2.0, "trois": 3.0, "quatre": 4.0, "cinq": 5.0}
_COUNT = "|".join(_WORDS)
_PART = r"\s?([½¼¾])|\s(1/2)|( and a half| et demie?)"
_NUMBER = rf"(?:(\d{{1,3}}(?:[.,]\d{{1,2}})?|{_COUNT})(?:{_PART})?|(½))"
_OF = r"\s?\(?(?:/|out of|sur|of|von|de|di|su)\s?"
_KINDS = r"(?:stars?|[ée]toiles?|points?|pts|sterne[n]?|punkte[n]?|estrelas?|estrellas?|puntos|pontos|stelle)"
_OUT_OF = re.compile(rf"{_NUMBER}(?:\s{_KINDS})?{_OF}(\d{{1,3}}|{_COUNT})(?:\s{_KINDS})?", re.IGNORECASE)
_PRAISED = re.compile(rf"{_NUMBER}\s?/\s?(\d{{1,3}})\s?[–—:-]\s?(?:[^\W\d_][\w’'-]{{1,14}}[ !]?){{1,3}}", re.IGNORECASE)
"""``8/10 – Very good``."""
_N_STARS = re.compile(rf"{_NUMBER}\s?-?(?:stars?|[ée]toiles?|[{_FULL}])", re.IGNORECASE)
_DRAWN_OF = re.compile(
    rf"([{_FULL}\*][{_FULL}\* ]{{0,20}}(?:[{_HALF}]|1/2)?){_OF}(\d{{1,2}}|{_COUNT}|[{_FULL}{_EMPTY}\*]{{4,10}})(?:\s{_KINDS})?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s?(?:%|percent|per cent|pour cent)", re.IGNORECASE)
_BARE = re.compile(_NUMBER, re.IGNORECASE)
_DECIMAL = re.compile(r"(?:\d[.,]\d|10[.,]0)")
_GRADE = re.compile(r"[A-F](?:\s?[+\-−–]|[ -](?:plus|minus))?")
_THUMBS = re.compile(r"(?:(?:one|two) )?thumbs?[ -](?:up|down|sideways)|[👍👎]{1,5}", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:give|gives|giving|gave|gets?|scores?|earns?|rate|rates|rated|rating of|score of|awards?|deserves|mérite|donne)\s"
    rf"(?:\w{{1,15}}\s){{0,8}}?({_NUMBER}(?:\s{_KINDS})?{_OF}(?:\d{{1,3}}|{_COUNT})(?:\s{_KINDS})?)(?![\w/])",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:I|we)(?:['’](?:d|ll|m)|\s(?:would|will|am))?\s(?:\w{1,15}\s){0,3}?(?:give|rate)\s(?:[\w’']{1,20}\s){1,5}?(?:an?|at)\s"
    r"(?P<number>10|\d(?:[.,]\d)?)(?=[.!?;]|$|\sat best|\soverall)",
    re.IGNORECASE,
)
"""A bare number that the critic gives in so many words; its scale is not known."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, " and a half": 0.5, " et demi": 0.5, " et demie": 0.5}
_COUNTED = re.compile(rf"(\d)\s?([{_FULL}\*]{{1,10}})")
"""``4****``: the stars, and how many they are."""
_TWICE = re.compile(
    rf"(?P<stars>[{_FULL}]{{1,10}}[{_HALF}]?)[{_EMPTY}]{{0,10}}\s?[(\[–-]?\s?"
    rf"(?P<number>\d[\d.,]{{0,3}}\s?(?:/|out of)\s?\d{{1,3}})"
)
"""The same rating in stars and in numbers."""
_MAY = re.compile(rf"[\d\*{_FULL}{_EMPTY}{_HALF}👍👎N]|star|étoile|thumb|out of|sur|stern|punkt|estrel|stelle", re.IGNORECASE)
"""A cheap look: no rating is without one of these."""
_SCALES = frozenset({4.0, 5.0, 6.0, 10.0, 20.0, 100.0})
"""What critics give out of; a number over any other is a rating only with a label or the word "stars": 9/11, 24/7."""
_NAMED = (
    "star",
    "stars",
    "étoile",
    "étoiles",
    "points",
    "pts",
    "sterne",
    "sternen",
    "punkte",
    "punkten",
    "estrelas",
    "estrellas",
    "stelle",
)
_LOOSE = frozenset({"of", "von", "de", "di", "su"})
_DASHES = "-–—−"
_MAX = 40


def rating(text: str) -> Rating | None:
    """The rating that ``text`` is, or None. A line of asterisks counts as stars only from two on and up to six."""
    if len(text) > _MAX * 2:
        return None
    # A dash before a rating sets it off from the text above; no rating is below nothing.
    given = text.strip().lstrip(_DASHES).strip()
    if not given or len(given) > _MAX or not _MAY.search(given):
        return None
    plain = given.replace("\ufe0f", "").strip(" .()[]\xa0").replace("\xa0", " ")
    if (both := _TWICE.fullmatch(plain)) and (number := rating(both["number"])) and number.value == _drawn(both["stars"]):
        return Rating(as_given=given, value=number.value, scale=number.scale)
    if (match := _COUNTED.fullmatch(plain)) and float(match[1]) == _drawn(match[2]):
        return Rating(as_given=given, value=float(match[1]))
    if match := _PRAISED.fullmatch(plain):
        return _of(given, _number(match), _amount(match[6])) if _usual(match) else None
    if match := _DRAWN_OF.fullmatch(plain):
        return _of(given, _drawn(match[1].replace(" ", "")), _whole(match[2]))
    if found := _stars(plain.replace(" ", "") if set(given) & set(_FULL) else plain, given):
        return found
    if (match := _OUT_OF.fullmatch(plain)) and (plain.casefold().endswith(_NAMED) or _usual(match)):
        return _of(given, _number(match), _amount(match[6]))
    if match := _N_STARS.fullmatch(plain):
        return Rating(as_given=given, value=_number(match))
    if len(plain) > 1 and _LETTERS.fullmatch(plain):
        return _letters(plain, given)
    return Rating(as_given=given) if _THUMBS.fullmatch(plain) else None


def labelled_rating(text: str) -> Rating | None:
    """What stands after "Rating:": also a bare number, a percentage, a grade, or one picture printed several times."""
    found = rating(text)
    given = text.strip()
    if found is not None or not given or len(given) > _MAX:
        return found
    plain = given.replace("\ufe0f", "").strip(" .()[]+").replace("\xa0", " ") if given[-2:] == " +" else _unboxed(given)
    if match := _OUT_OF.fullmatch(plain):
        return _of(given, _number(match), _amount(match[6]))
    if match := _PERCENT.fullmatch(plain):
        return _of(given, _amount(match[1]), 100.0)
    if match := _BARE.fullmatch(plain):
        return Rating(as_given=given, value=_number(match))
    if _LETTERS.fullmatch(plain):
        return _letters(plain, given)
    if _GRADE.fullmatch(plain):
        return Rating(as_given=given)
    return _pictures(plain.replace(" ", ""), given)


def placed_rating(text: str) -> Rating | None:
    """A bare ``8.7`` or ``B+`` alone on its line, where a page keeps its rating."""
    given = text.strip()
    if _DECIMAL.fullmatch(given):
        return Rating(as_given=given, value=_amount(given))
    return Rating(as_given=given) if len(given) == 2 and _GRADE.fullmatch(given) else None


def said_rating(text: str) -> Rating | None:
    """The rating a sentence gives: ``I give it 4 out of 5 stars``, ``I'd give it a 7.``; "nine out of ten of them" is none."""
    if match := _SAID.search(text[:5000]):
        return rating(match[1])
    bare = _GIVEN.search(text[:5000])
    return Rating(as_given=bare["number"], value=_amount(bare["number"])) if bare else None


def _unboxed(given: str) -> str:
    return given.replace("\ufe0f", "").strip(" .()[]").replace("\xa0", " ")


def _usual(match: re.Match[str]) -> bool:
    """A scale critics use, and more between the numbers than "of": "one of four" is no rating."""
    return _amount(match[6]) in _SCALES and not _LOOSE & set(match.group().casefold().replace("out of", "/").split())


def _of(given: str, value: float, scale: float) -> Rating | None:
    return Rating(as_given=given, value=value, scale=scale) if value <= scale and scale > 1 else None


def _stars(stars: str, given: str) -> Rating | None:
    """The scale is known only where empty stars are printed too."""
    if not _STARS.fullmatch(stars):
        return None
    empty = sum(stars.count(star) for star in _EMPTY)
    if "*" in stars and not 2 <= stars.count("*") <= 6:
        return None
    value = _drawn(stars)
    # A half star stands where a whole one would.
    scale = float(int(value + 0.5) + empty) if empty else None
    return Rating(as_given=given, value=value, scale=scale)


def _whole(scale: str) -> float:
    """A scale in figures, in a word, or drawn: ``★★★ out of ★★★★★``."""
    return float(len(scale)) if scale[0] in _FULL + _EMPTY + "*" else _amount(scale)


def _drawn(stars: str) -> float:
    half = any(star in stars for star in _HALF) or stars.endswith("1/2") or "1/2" in stars
    return sum(stars.count(star) for star in _FULL + "*") + (0.5 if half else 0.0)


def _letters(plain: str, given: str) -> Rating:
    return Rating(as_given=given, value=plain.count("N") + (0.0 if plain.endswith("N") else 0.5), scale=5.0)


def _pictures(plain: str, given: str) -> Rating | None:
    """``🌭🌭🌭``: the same picture, as often as it was earned."""
    picture = plain[:1]
    if not picture or ord(picture) < 0x2600 or plain != picture * len(plain) or len(plain) > 10 or picture.isalpha():
        return None
    return Rating(as_given=given, value=float(len(plain)))


def _number(match: re.Match[str]) -> float:
    """The value of :data:`_NUMBER`, which is the first five groups of its pattern."""
    part = next((group for group in match.groups()[1:4] if group), "")
    return 0.5 if match[5] else _amount(match[1]) + _PARTS.get(part.casefold(), 0.0)


def _amount(text: str) -> float:
    return _WORDS[text.casefold()] if text.casefold() in _WORDS else float(text.replace(",", "."))
