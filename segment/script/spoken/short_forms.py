"""Short forms of figures with a word or a mark grown to them: ``3,000+``, ``14st``, ``2½-hr``, ``Mon–Fri``, ``12/31``."""

from __future__ import annotations

import re

from segment.script.spoken.amounts import with_fraction
from segment.script.spoken.calendar import MONTHS
from segment.script.spoken.numerals import cardinal, number, ordinal
from segment.script.spoken.rule import Around

DAYS = {"Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Thurs": "Thursday",
        "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}  # fmt: skip
SHAPES = r"4:3|3:2|5:4|16:9|14:9|21:9|9:16"
"""Of pictures, as they are written."""
_UNITS = {"hr": "hour", "yr": "year", "min": "minute", "sec": "second", "mm": "millimetre", "km": "kilometre", "mi": "mile",
          "lb": "pound", "kg": "kilo", "cm": "centimetre", "ft": "foot", "mo": "month", "wk": "week"}  # fmt: skip
HYPHENED = "|".join(_UNITS)
_NUMBERED = frozenset("sc scene act p pp page pages ch chapter part book vol volume canto".split())
_ROMAN = {"i": 1, "v": 5, "x": 10}


def plus(match: re.Match[str], around: Around) -> str:
    """``3,000+``."""
    return f"{number(match[1], around.language)} plus"


def shape(match: re.Match[str], around: Around) -> str:
    """``16:9``."""
    between = "neuvièmes" if around.family == "fr" and match[0] == "16:9" else ""
    wide, high = match[0].split(":")
    if between:
        return f"{cardinal(wide, around.language)} {between}"
    return f"{cardinal(wide, around.language)} {'par' if around.family == 'fr' else 'by'} {cardinal(high, around.language)}"


def own(match: re.Match[str], around: Around) -> str:
    """``13’s``: a figure that owns something."""
    return f"{number(match[1], around.language)}'s"


def long_ordinal(match: re.Match[str], around: Around) -> str:
    """``1,000,000th``."""
    return ordinal(match[1].replace(",", ""), around.language)


def seconds(match: re.Match[str], around: Around) -> str:
    """``3.2s``."""
    return f"{number(match[1], around.language)} seconds"


def stone(match: re.Match[str], around: Around) -> str:
    """``14st``, which is no ordinal."""
    return f"{cardinal(match[1], around.language)} stone"


def inches(match: re.Match[str], around: Around) -> str | None:
    """``2in`` behind ``6ft``."""
    if not around.core(-1).lower().endswith(("ft", "feet", "foot")):
        return None
    return f"{cardinal(match[1], around.language)} {'inch' if match[1] == '1' else 'inches'}"


def hours_on(match: re.Match[str], around: Around) -> str:
    """``a.m.–6`` and ``6–8pm``: from one hour to another."""
    first = cardinal(match["from"], around.language) if match["from"] else ""
    last = cardinal(match["to"], around.language)
    return f"{first}{_half(match['half'])} to {last}{_half(match['last'])}".strip()


def _half(written: str | None) -> str:
    return f" {written[0].upper()}-M" if written else ""


def days(match: re.Match[str], around: Around) -> str | None:
    """``Mon–Fri``."""
    first, last = DAYS.get(match[1]), DAYS.get(match[2])
    return f"{first} to {last}" if first and last else None


def hyphened(match: re.Match[str], around: Around) -> str:
    """``2½-hr``, ``65-mm``, ``10-yr.-old``: a measure that stands before its noun is in the singular."""
    figure, sign, unit, old = match[1], match[2], match[3].lower(), match[4]
    said = with_fraction(figure, sign, around) if sign else number(figure, around.language)
    return f"{said}-{_UNITS[unit]}-old" if old else f"{said} {_UNITS[unit]}"


def noughties(match: re.Match[str], around: Around) -> str | None:
    """``’00s``."""
    return "two thousands" if around.here.lead.endswith(("'", "’", "‘")) else None


def american_day(match: re.Match[str], around: Around) -> str | None:
    """``12/31`` in the United States; what could be a rating is left alone."""
    month, day = int(match[1]), int(match[2])
    if around.language != "en-us" or not (1 <= month <= 12 and 13 <= day <= 31) or day == 20:
        return None
    return f"{MONTHS['en'][month - 1]} {ordinal(match[2], around.language)}"


def small_roman(match: re.Match[str], around: Around) -> str | None:
    """``scene iii``."""
    before = around.core(-1).lower()
    return cardinal(str(_value(match[0])), around.language) if before in _NUMBERED else None


def scene(match: re.Match[str], around: Around) -> str | None:
    """``sc. iii``, ``sc. 2``."""
    following = around.core(1)
    figures = following.isdecimal() or re.fullmatch(r"[ivx]+|[IVX]+", following)
    return "scene" if around.here.tail.startswith(".") and figures else None


def french_eighties(match: re.Match[str], around: Around) -> str | None:
    """``les années 80``: *quatre-vingt* has no s there."""
    return "quatre-vingt" if around.core(-1).lower() == "années" else None


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
