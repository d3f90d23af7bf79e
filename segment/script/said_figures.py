"""A figure of a review, alone, as it is said: ``1962``, ``3``, ``£13.50``, ``2h 5m``. What is no such figure stays as it is."""

from __future__ import annotations

import re

from segment.script.credits import is_french
from segment.script.spoken import numerals

_MONEY = re.compile(r"\s*([£$€])?\s*(\d[\d,\u00a0\u202f ]*?)(?:[.,](\d{2}))?\s*([£$€])?\s*")
_HOURS = re.compile(r"\s*(\d{1,2})\s*(?:h|hrs?|hours?|heures?)\.?\s*(?:(\d{1,2})\s*(?:m|mins?|minutes?)?\.?)?\s*", re.IGNORECASE)
_MINUTES = re.compile(r"\s*(\d{1,4})\s*(?:m|mins?|minutes?|'|′)?\.?\s*", re.IGNORECASE)
_NAMES = {
    "en": {"£": ("pound", "pounds", "p"), "$": ("dollar", "dollars", ""), "€": ("euro", "euros", "")},
    "fr": {"£": ("livre", "livres", ""), "$": ("dollar", "dollars", ""), "€": ("euro", "euros", "")},
}


def year(given: str, language: str) -> str:
    """``1962`` → nineteen sixty-two."""
    found = re.fullmatch(r"\s*(\d{4})\s*", given)
    return numerals.year(found[1], language) if found else given


def ordinal(given: str, language: str) -> str:
    """``3`` → third."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*", given)
    return numerals.ordinal(found[1], language) if found else given


def money(given: str, language: str) -> str:
    """``£13.50`` → thirteen pounds fifty."""
    found = _MONEY.fullmatch(given)
    sign = (found[1] or found[4]) if found else None
    if found is None or sign is None:
        return given
    whole = re.sub(r"\D", "", found[2])
    one, many, _ = _NAMES["fr" if is_french(language) else "en"][sign]
    cents = str(int(found[3])) if found[3] and int(found[3]) else ""
    if not int(whole) and cents and not is_french(language):
        return f"{numerals.cardinal(cents, language)} {'pence' if sign == '£' else 'cents'}"
    single = int(whole) < 2 if is_french(language) else int(whole) == 1
    said = f"{numerals.cardinal(str(int(whole)), language)} {one if single else many}"
    if is_french(language) and int(whole) == 1 and sign == "£":
        said = f"une {one}"
    return f"{said} {numerals.cardinal(cents, language)}" if cents else said


def duration(given: str, language: str) -> str:
    """``125 min`` and ``2h 5m`` → two hours and five minutes; up to an hour and a half in minutes."""
    if (clock := _HOURS.fullmatch(given)) is not None:
        total = int(clock[1]) * 60 + int(clock[2] or 0)
    elif (minutes := _MINUTES.fullmatch(given)) is not None:
        total = int(minutes[1])
    else:
        return given
    french = is_french(language)
    hours, rest = divmod(total, 60)
    if not hours or (hours == 1 and rest and total < 100 and not french):
        return _counted(total, "minute", language)
    return _both(hours, rest, language, french=french) if rest else _counted(hours, "heure" if french else "hour", language)


def _both(hours: int, rest: int, language: str, *, french: bool) -> str:
    said = _counted(hours, "heure" if french else "hour", language)
    if french:
        return f"{said} {numerals.cardinal(str(rest), language)}" if rest != 30 else f"{said} et demie"
    if rest == 30 and hours > 1:
        return f"{numerals.cardinal(str(hours), language)} and a half hours"
    return f"{said} and {_counted(rest, 'minute', language)}"


def _counted(number: int, noun: str, language: str) -> str:
    said = numerals.cardinal(str(number), language)
    if is_french(language):
        said = re.sub(r"\bun$", "une", said)
        return f"{said} {noun}{'s' if number > 1 else ''}"
    return f"{said} {noun}{'' if number == 1 else 's'}"
