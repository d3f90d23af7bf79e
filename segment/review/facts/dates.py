"""Dates as pages print them, read only where they can mean one day."""

from __future__ import annotations

import datetime as dt
import re

from segment.review.word_table import words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar janeiro enero gennaio",
            "february feb février fevrier februar fevereiro febrero febbraio",
            "march mar mars märz março marzo",
            "april apr avril abril aprile",
            "may mai maio mayo maggio",
            "june jun juin juni junho junio giugno",
            "july jul juillet juli julho julio luglio",
            "august aug août aout agosto",
            "september sep sept septembre setembro septiembre settembre",
            "october oct octobre oktober outubro octubre ottobre",
            "november nov novembre novembro noviembre",
            "december dec décembre decembre dezember dezembro diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = words(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lundi mardi mercredi jeudi
    vendredi samedi dimanche le on published posted publié date updated review reviewed mis ligne à at de montag dienstag
    mittwoch donnerstag freitag samstag sonntag am den vom"""
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].{0,30})?")
_CLOCK = re.compile(
    r",?\s(?:at |à )?\d{1,2}(?:[.:]\d\d|\s?h\s?(?:\d\d)?)(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$", re.IGNORECASE
)
_READING_TIME = re.compile(r"[\s·|•–—,-]{1,3}\d{1,3}\s?min(?:ut(?:e|es|o|i|en))?s?\b.{0,60}$")
"""``4 October 2012 · 3 min read · music``."""
_DIGIT = re.compile(r"\d")
_MAX = 60


def iso_date(text: str) -> str:
    """``October 4, 2012``, ``4 octobre 2012`` or ``2012-10-04 21:42`` as ``2012-10-04``; empty for anything else.

    ``04/10/2012`` is two different days on two sides of an ocean: it is not read.
    """
    text = text.strip()
    text = _READING_TIME.sub("", text) if "min" in text else text
    if len(text) > _MAX or not _DIGIT.search(text):
        return ""
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    text = _CLOCK.sub("", text)
    words = [word for word in re.split(r"[\s,.:]+", text.casefold()) if word and word not in _DAYS]
    if len(words) != 3:
        return ""
    months = [word for word in words if word in MONTHS]
    numbers = [word for word in words if word not in MONTHS]
    if len(months) != 1 or len(numbers) != 2:
        return ""
    day = re.sub(r"(?<=\d)(?:st|nd|rd|th|er)$", "", numbers[0])
    year = numbers[1]
    if not (day.isascii() and day.isdigit() and len(day) <= 2 and year.isascii() and year.isdigit() and len(year) == 4):
        return ""
    return _day(int(year), MONTHS[months[0]], int(day))


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
