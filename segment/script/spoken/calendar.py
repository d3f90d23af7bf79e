"""Years, decades, dates and times of day."""

from __future__ import annotations

import re

from segment.script.spoken.numerals import cardinal, feminine, ordinal, year
from segment.script.spoken.rule import Around

MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}
_SHORT = {name[:3].lower(): name for name in MONTHS["en"]} | {"sept": "September"}
_SHORT_FR = {"janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
_DAYS = {"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday",
         "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}  # fmt: skip
_MONTH_WORDS = frozenset(name.lower() for names in MONTHS.values() for name in names)
_YEAR_BEFORE = frozenset(
    """in since by from until till to of after before circa around during early mid late summer spring autumn fall winter through
    and en de depuis dès vers année l'année""".split()
)
_COUNTED = frozenset(
    """people men women children extras seats pages words miles kilometres kilometers metres meters feet copies tickets dollars
    pounds euros years months weeks days hours minutes seconds screens theatres theaters cinemas films movies actors soldiers
    islanders times degrees calories songs tracks albums votes students workers""".split()
)
_SINGULAR_S = frozenset("is was has as his its this us yes plus versus thus across series classics bus class press".split())
_DECADES = {
    "2": "twenties",
    "3": "thirties",
    "4": "forties",
    "5": "fifties",
    "6": "sixties",
    "7": "seventies",
    "8": "eighties",
    "9": "nineties",
    "1": "tens",
}


def lone_year(match: re.Match[str], around: Around) -> str | None:
    """Four digits from 1100 to 2099, unless what follows is counted: ``in 2012`` but ``1500 people``."""
    early = 1000 <= int(match[0]) < 1100 and around.core(-1).lower() in {"in", "since", "before", "of", "en"}
    if not (early or 1100 <= int(match[0]) <= 2099):
        return None
    after = around.core(1) if around.joined(1) else ""
    if after.lower() in _COUNTED:
        return None
    likely = around.core(-1).lower() in _YEAR_BEFORE or around.core(-1).lower() in _MONTH_WORDS or not around.joined(1)
    counted = after.islower() and after.endswith("s") and not after.endswith("ss") and after not in _SINGULAR_S
    return None if counted and not likely else year(match[0], around.language)


def years_own(match: re.Match[str], around: Around) -> str | None:
    """``1933’s``."""
    return f"{year(match[1], around.language)}'s" if 1100 <= int(match[1]) <= 2099 else None


def decade(match: re.Match[str], around: Around) -> str:
    """``1960s`` → nineteen sixties; ``60s`` → sixties."""
    digits = match[1]
    if len(digits) == 2:
        return _DECADES[digits[0]]
    century, ten = digits[:2], digits[2]
    if ten == "0":
        return f"{year(digits, around.language)}s"
    return f"{cardinal(century, around.language)} {_DECADES[ten]}"


def short_year(match: re.Match[str], around: Around) -> str | None:
    """``’94``: two digits behind an apostrophe."""
    if not around.here.lead.endswith(("'", "’", "‘")):
        return None
    return f"oh {cardinal(match[0][1], around.language)}" if match[0][0] == "0" else cardinal(match[0], around.language)


def year_range(match: re.Match[str], around: Around) -> str | None:
    """``1914–18``, ``1939-1945``."""
    first, last = match[1], match[2]
    if not 1100 <= int(first) <= 2099:
        return None
    between = "à" if around.family == "fr" else "to"
    ending = year(last, around.language) if len(last) == 4 else cardinal(last.lstrip("0") or "0", around.language)
    if len(last) == 2 and last[0] == "0":
        ending = f"oh {ending}"
    return f"{year(first, around.language)} {between} {ending}"


def month_short(match: re.Match[str], around: Around) -> str | None:
    """``Jan.`` next to a day or a year."""
    name = _SHORT.get(match[0].lower())
    beside = around.core(1)[:1].isdecimal() or around.core(-1)[:1].isdecimal()
    return name if name and beside and name.lower() != match[0].lower() else None


def month_short_french(match: re.Match[str], around: Around) -> str | None:
    """``janv.`` behind a day or before a year."""
    beside = around.core(1)[:1].isdecimal() or around.core(-1)[:1].isdecimal()
    number = _SHORT_FR.get(match[0].lower())
    return MONTHS["fr"][number - 1] if number and beside and around.here.tail.startswith(".") else None


def day_short(match: re.Match[str], around: Around) -> str | None:
    """``Sat.``: a day of the week, with its stop and something behind it."""
    return _DAYS.get(match[0].lower()) if around.here.tail.startswith(".") and around.core(1) else None


def day(match: re.Match[str], around: Around) -> str | None:
    """``March 3`` → March third; ``3 March`` is said the third of March."""
    digits = match[1]
    if not 1 <= int(digits) <= 31:
        return None
    if _is_month(around.core(-1)) and around.joined(-1) and not around.core(1).lower().endswith("stars"):
        return ordinal(digits, around.language)
    if _is_month(around.core(1)) and around.joined(1):
        article = "" if around.core(-1).lower() in {"the", "of"} else "the "
        return f"{article}{ordinal(digits, around.language)} of"
    return None


def french_first(match: re.Match[str], around: Around) -> str | None:
    """``1 mai`` and ``1er mai`` → premier."""
    return "premier" if around.core(1).lower() in MONTHS["fr"] else None


def _is_month(word: str) -> bool:
    lower = word.lower()
    return word[:1].isupper() and (lower in _MONTH_WORDS or lower in _SHORT)


def iso_date(match: re.Match[str], around: Around) -> str | None:
    """``2013-01-24``, said day first; month first in the United States."""
    return _date(match[1], int(match[2]), match[3], around)


def slashed_date(match: re.Match[str], around: Around) -> str | None:
    """``24/01/2013``; month first in the United States."""
    first, second = match[1], match[2]
    days, month = (second, first) if around.language == "en-us" else (first, second)
    return _date(match[3], int(month), days, around)


def _date(written_year: str, month: int, days: str, around: Around) -> str | None:
    if not (1 <= month <= 12 and 1 <= int(days) <= 31):
        return None
    name = MONTHS.get(around.family, MONTHS["en"])[month - 1]
    said = year(written_year, around.language)
    if around.family == "fr":
        first = "premier" if int(days) == 1 else cardinal(str(int(days)), around.language)
        return f"{first} {name} {said}"
    nth = ordinal(str(int(days)), around.language)
    return f"{name} {nth}, {said}" if around.language == "en-us" else f"the {nth} of {name}, {said}"


def clock(match: re.Match[str], around: Around) -> str | None:
    """``8:30``, ``8:05pm``, ``20:00``; a whole hour is o'clock unless the half of the day is said."""
    hour, minute, half = match[1], match[2], (match[3] or "").replace(".", "").lower()
    if int(hour) > 24 or int(minute) > 59:
        return None
    said = cardinal(str(int(hour)), around.language)
    if around.family == "fr":
        said = feminine(said)
        minutes = "" if minute == "00" else " " + cardinal(str(int(minute)), around.language)
        return f"{said} {'heure' if int(hour) == 1 else 'heures'}{minutes}"
    follows = around.core(1).lower().replace(".", "") in {"am", "pm"}
    if minute == "00":
        tail = "" if half or follows else " o'clock" if 1 <= int(hour) <= 12 else " hundred"
    else:
        tail = (" oh " if minute[0] == "0" else " ") + cardinal(str(int(minute)), around.language)
    return said + tail + (f" {half[0].upper()}-M" if half else "")


def hour(match: re.Match[str], around: Around) -> str:
    """``7pm``."""
    return f"{cardinal(match[1], around.language)} {match[2][0].upper()}-M"


def running_time(match: re.Match[str], around: Around) -> str:
    """``2h15``, ``1h 40m``: hours, and minutes where they stand in the same word."""
    french = around.family == "fr"
    hours, minutes = match[1], match[2]
    named = ("heure" if french else "hour") + ("s" if hours != "1" else "")
    count = cardinal(hours, around.language)
    said = f"{feminine(count) if french else count} {named}"
    if not minutes:
        return said
    said += f" {cardinal(str(int(minutes)), around.language)}"
    return said if french else f"{said} minute{'s' if int(minutes) != 1 else ''}"
