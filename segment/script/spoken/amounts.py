"""Amounts: fractions, ratings, money, percentages, measures."""

from __future__ import annotations

import re

from segment.script.spoken.numerals import cardinal, number, ordinal
from segment.script.spoken.rule import Around

FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_WRITTEN = {f"{top}/{bottom}": sign for sign, (top, bottom) in FRACTIONS.items()}
_SCALES = frozenset({"4", "5", "6", "10", "20", "100"})
"""What ratings are out of."""
_DENOMINATORS = {"en": {2: "half", 4: "quarter"}, "fr": {2: "demi", 3: "tiers", 4: "quart"}}
_CURRENCIES = {
    "en": {
        "$": ("dollar", "dollars", "cents"), "us$": ("U-S dollar", "U-S dollars", "cents"),
        "c$": ("Canadian dollar", "Canadian dollars", "cents"),
        "ca$": ("Canadian dollar", "Canadian dollars", "cents"), "a$": ("Australian dollar", "Australian dollars", "cents"),
        "£": ("pound", "pounds", "p"), "€": ("euro", "euros", "cents"), "¥": ("yen", "yen", "sen"),
    },
    "fr": {
        "$": ("dollar", "dollars", "cents"), "£": ("livre", "livres", "pence"), "€": ("euro", "euros", "centimes"),
        "¥": ("yen", "yens", "sen"),
    },
}  # fmt: skip
_SCALED = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion"}
MAGNITUDES = frozenset(["thousand", "million", "billion", "trillion", "mille", "millions", "milliard", "milliards"])
_UNITS = {
    "min": ("minute", "minutes"), "mins": ("minute", "minutes"), "sec": ("second", "seconds"), "secs": ("second", "seconds"),
    "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "h": ("hour", "hours"), "km": ("kilometre", "kilometres"),
    "m": ("metre", "metres"),
    "cm": ("centimetre", "centimetres"), "mm": ("millimetre", "millimetres"), "kg": ("kilo", "kilos"), "g": ("gram", "grams"),
    "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "oz": ("ounce", "ounces"), "ft": ("foot", "feet"),
    "mph": ("mile an hour", "miles an hour"),
    "yrs": ("year", "years"), "pp": ("page", "pages"), "k": ("K", "K"), "x": ("times", "times"), "p": ("P", "P"), "d": ("D", "D"),
    "fps": ("frame a second", "frames a second"), "mb": ("megabyte", "megabytes"), "gb": ("gigabyte", "gigabytes"),
    "tb": ("terabyte", "terabytes"), "mhz": ("megahertz", "megahertz"),
    "ghz": ("gigahertz", "gigahertz"), "kbps": ("kilobits", "kilobits"),
    "ml": ("millilitre", "millilitres"), "hz": ("hertz", "hertz"), "khz": ("kilohertz", "kilohertz"),
    "db": ("decibel", "decibels"),
    "°c": ("degree Celsius", "degrees Celsius"), "°f": ("degree Fahrenheit", "degrees Fahrenheit"), "°": ("degree", "degrees"),
    "¢": ("cent", "cents"), "st": ("stone", "stone"),
}  # fmt: skip
_UNITS_FR = {
    "min": ("minute", "minutes"), "h": ("heure", "heures"), "km": ("kilomètre", "kilomètres"), "m": ("mètre", "mètres"),
    "cm": ("centimètre", "centimètres"),
    "mm": ("millimètre", "millimètres"), "kg": ("kilo", "kilos"), "g": ("gramme", "grammes"), "°": ("degré", "degrés"),
    "°c": ("degré Celsius", "degrés Celsius"), "°f": ("degré Fahrenheit", "degrés Fahrenheit"),
    "d": ("D", "D"), "s": ("seconde", "secondes"),
}  # fmt: skip


def _plural(figure: str) -> bool:
    return figure not in {"1", "1.0"}


def fraction(top: int, bottom: int, around: Around) -> str:
    """``3, 4`` → three quarters; one half is ``half`` only behind a whole number."""
    named = _DENOMINATORS.get(around.family, {}).get(bottom) or ordinal(str(bottom), around.language)
    several = top > 1 and not (around.family == "fr" and named.endswith("s"))
    plural = {"half": "halves"}.get(named, f"{named}s") if several else named
    return f"{cardinal(str(top), around.language)} {plural}"


def with_fraction(whole: str, sign: str, around: Around) -> str:
    """``4``, ``½`` → four and a half."""
    top, bottom = FRACTIONS[sign]
    if around.family == "fr":
        joined = "et demi" if sign == "½" else f"et {fraction(top, bottom, around)}"
        return f"{number(whole, around.language)} {joined}"
    part = "a half" if sign == "½" else "a quarter" if sign == "¼" else fraction(top, bottom, around)
    return f"{number(whole, around.language)} and {part}"


def mixed(match: re.Match[str], around: Around) -> str:
    """``3½``, ``4.5`` or ``4`` with its rating scale or not."""
    if around.family == "fr" and match[2] == "½" and around.core(1).startswith("étoile"):
        return number(match[1], around.language)
    return with_fraction(match[1], match[2], around)


def mixed_hyphened(match: re.Match[str], around: Around) -> str | None:
    """``3-1/2``."""
    sign = _WRITTEN.get(match[2])
    return with_fraction(match[1], sign, around) if sign else None


def lone_fraction(match: re.Match[str], around: Around) -> str:
    """``½``: behind a whole number the second half of it, else a fraction of its own."""
    top, bottom = FRACTIONS[match[0]]
    if around.joined(-1) and around.core(-1).isdecimal():
        return with_fraction("0", match[0], around).partition(" ")[2]
    if around.family == "en" and match[0] == "½":
        return "half"
    return fraction(top, bottom, around)


def out_of(match: re.Match[str], around: Around) -> str | None:
    """``8/10``, ``3½/5``, ``4.5/5`` → out of; ``1/2`` → one half; other pairs are left to be read as they are."""
    top, sign, scale = match[1], match[2] or "", match[3]
    special = {"24/7": "twenty-four seven", "9/11": "nine eleven", "50/50": "fifty-fifty"}.get(match[0])
    if special and around.family == "en":
        return special
    if (part := _WRITTEN.get(match[0])) and around.joined(-1) and around.core(-1).isdecimal():
        return with_fraction("0", part, around).partition(" ")[2]  # 3 1/2
    if not sign and match[0] in {"1/2", "1/3", "2/3", "1/4", "3/4", "1/8"} and not _rated(around):
        return fraction(int(top), int(scale), around)
    if scale not in _SCALES:
        return None
    said = with_fraction(top, sign, around) if sign else number(top, around.language)
    between = "sur" if around.family == "fr" else "out of"
    return f"{said} {between} {cardinal(scale, around.language)}"


def _rated(around: Around) -> bool:
    return around.core(1).lower() in {"stars", "star", "étoiles", "étoile"} or around.core(-1).lower() in {
        "rating",
        "score",
        "note",
    }


def stars(match: re.Match[str], around: Around) -> str:
    """``★★★½`` → three and a half stars; with empty stars behind, out of how many."""
    full, half, empty = len(match[1]), match[2], len(match[3])
    french = around.family == "fr"
    said = with_fraction(str(full), "½", around) if half and full else "half a" if half else cardinal(str(full), around.language)
    named = ("étoiles" if french else "stars") if full > 1 or (half and full) else ("étoile" if french else "star")
    total = full + bool(half) + empty
    if french and half and full:
        said, named = cardinal(str(full), around.language), "étoile et demie" if full == 1 else "étoiles et demie"
    behind = f" {'sur' if french else 'out of'} {cardinal(str(total), around.language)}" if empty else ""
    return f"{said} {named}{behind}"


def money(match: re.Match[str], around: Around) -> str | None:
    """``$5``, ``£13.50``, ``$1.5m``; before ``million`` the currency is left to that word."""
    return _money(match["sign"].lower(), match["figure"], (match["scale"] or "").lower(), around)


def _money(sign: str, figure: str, scale: str, around: Around) -> str | None:
    table = _CURRENCIES.get(around.family, _CURRENCIES["en"])
    if sign not in table or (scale and scale not in _SCALED):
        return None
    one, many, parts = table[sign]
    if scale:
        named = one if _before_a_noun(around, 1) else many
        return f"{number(figure, around.language)} {_SCALED[scale]} {named}"
    if around.core(1).lower() in MAGNITUDES and around.joined(1):
        return number(figure, around.language)
    mark = "," if around.family == "fr" else "."
    whole, _, part = figure.partition(mark)
    if len(part) != 2:
        return f"{number(figure, around.language)} {many if _plural(figure) and not _before_a_noun(around, 1) else one}"
    units = f"{number(whole, around.language)} {many if _plural(whole) else one}"
    if part == "00":
        return units
    small = cardinal(part.lstrip("0") or "0", around.language)
    if whole in {"0", ""}:
        return f"{small} {parts}"
    return f"{units} {small}" + (f" {parts}" if part[0] == "0" and parts != "p" else " p" if part[0] == "0" else "")


def _before_a_noun(around: Around, words: int) -> bool:
    """Whether the amount of so many words stands between an article and its noun: ``a $5 ticket`` is a five dollar ticket."""
    return around.core(-words).lower() in {"a", "an"} and around.joined(1) and around.core(1).isalpha()


def magnitude(match: re.Match[str], around: Around) -> str | None:
    """``million`` behind ``$200``: it takes the currency."""
    before = around.core(-1)
    table = _CURRENCIES.get(around.family, _CURRENCIES["en"])
    sign = before.rstrip("0123456789.,").lower()
    if sign not in table or sign == before.lower() or not around.joined(-1):
        return None
    return f"{match[0]} {table[sign][0 if _before_a_noun(around, 2) else 1]}"


def money_in_front(match: re.Match[str], around: Around) -> str | None:
    """``$1.5m`` or ``£13.50`` in French copy, as a page in English prints them: *1,5 million de dollars*."""
    figure = match["figure"]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figure):
        figure = figure.replace(",", "")
    figure = figure.replace(".", ",")
    scale = {"k": "mille", "m": "million", "b": "milliard"}.get((match["scale"] or "")[:1].lower(), "")
    if not scale:
        return _money(match["sign"], figure, "", around)
    said = number(figure, around.language)
    if scale == "mille":
        return f"{'' if figure == '1' else said + ' '}mille {_CURRENCIES['fr'][match['sign']][1]}"
    several = float(figure.replace(",", ".")) >= 2
    return f"{said} {scale}{'s' if several else ''} {_of(_CURRENCIES['fr'][match['sign']][1])}"


def _of(noun: str) -> str:
    return f"d'{noun}" if noun[:1] in "aeiou" else f"de {noun}"


def french_magnitude(match: re.Match[str], around: Around) -> str | None:
    """``millions`` behind ``$200``: it takes the currency."""
    before = around.core(-1)
    sign = before[:1]
    if sign not in _CURRENCIES["fr"] or not before[1:2].isdecimal() or not around.joined(-1):
        return None
    return f"{match[0]} {_of(_CURRENCIES['fr'][sign][1])}"


def money_behind(match: re.Match[str], around: Around) -> str | None:
    """French ``12,50€``."""
    return _money(match[2], match[1], "", around)


def lone_currency(match: re.Match[str], around: Around) -> str | None:
    """``12 €``: the sign behind the figure."""
    table = _CURRENCIES.get(around.family, _CURRENCIES["en"])
    before = around.core(-1)
    if match[0] not in table or not before[-1:].isdecimal():
        return None
    named = table[match[0]][1 if _plural(before) else 0]
    part = before.partition(",")[2] if around.family == "fr" else ""
    return f"{named} {cardinal(str(int(part)), around.language)}" if len(part) == 2 and int(part) else named


def percent(match: re.Match[str], around: Around) -> str:
    """``91%``."""
    return f"{number(match[1], around.language)} {per_cent(around)}"


def percent_range(match: re.Match[str], around: Around) -> str:
    """``10-15%``."""
    return f"{number(match[1], around.language)} {_to(around)} {number(match[2], around.language)} {per_cent(around)}"


def per_cent(around: Around) -> str:
    """The sign in words: two of them in Canada and Britain, one in the United States."""
    return "pour cent" if around.family == "fr" else "percent" if around.language == "en-us" else "per cent"


def _to(around: Around) -> str:
    return "à" if around.family == "fr" else "to"


def money_range(match: re.Match[str], around: Around) -> str | None:
    """``$20-30``, ``£10–£12``."""
    sign = match[1].lower()
    first = _money(sign, match[2], "", around) if match[3] else number(match[2], around.language)
    second = _money(sign, match[4], (match[5] or "").lower(), around)
    return f"{first} {_to(around)} {second}" if first and second else None


def money_hyphened(match: re.Match[str], around: Around) -> str | None:
    """``$1.5-million``."""
    sign = match[1].lower()
    table = _CURRENCIES.get(around.family, _CURRENCIES["en"])
    if sign not in table:
        return None
    named = table[sign][0 if _before_a_noun(around, 1) else 1]
    return f"{number(match[2], around.language)} {match[3].lower()} {named}"


def height(match: re.Match[str], around: Around) -> str:
    """``6'2``: feet and inches."""
    return f"{cardinal(match[1], around.language)} foot {cardinal(match[2], around.language)}"


def by(match: re.Match[str], around: Around) -> str:
    """``4x4``, ``16x9``."""
    between = "par" if around.family == "fr" else "by"
    return f"{cardinal(match[1], around.language)} {between} {cardinal(match[2], around.language)}"


def ratio(match: re.Match[str], around: Around) -> str:
    """``2.35:1``: the shape of a picture."""
    between = "pour" if around.family == "fr" else "to"
    return f"{number(match[1], around.language)} {between} {cardinal('1', around.language)}"


def french_stars(match: re.Match[str], around: Around) -> str | None:
    """French ``3½ étoiles``: the half comes behind the noun."""
    before = around.core(-1)
    return f"{match[0]} et demie" if len(before) > 1 and before.endswith("½") else None


def french_millions(match: re.Match[str], around: Around) -> str:
    """``5 M€``."""
    many = around.core(-1) not in {"1", "1,0"}
    noun = "milliard" if match[1] else "million"
    return f"{noun}{'s' if many else ''} d'euros"


def measure(match: re.Match[str], around: Around) -> str | None:
    """``100min``, ``4K``, ``10x``; ``35mm`` is a gauge and stays in the singular, ``40m`` behind ``1h`` is minutes."""
    named = _unit(match[2], around)
    if match[2] == "m" and around.core(-1)[-1:] == "h":
        named = ("minute", "minutes")
    if named is None:
        return None
    minus = ("moins " if around.family == "fr" else "minus ") if match[0].startswith("-") else ""
    return f"{minus}{number(match[1], around.language)} {named[_plural(match[1]) and match[2] != 'mm']}"


def lone_unit(match: re.Match[str], around: Around) -> str | None:
    """``min.`` or ``km`` behind a figure; of single letters only ``h``, and in French ``m``, which is nobody's title there."""
    before = around.core(-1)
    single = "hm" if around.family == "fr" else "h"
    if not before[-1:].isdecimal() or not around.joined(-1) or (len(match[0]) == 1 and match[0] not in single):
        return None
    named = _unit(match[0], around)
    return None if named is None else named[_plural(before)]


def _unit(written: str, around: Around) -> tuple[str, str] | None:
    if len(written) == 1 and written.isupper() and written not in "KD":
        return None
    return (_UNITS_FR if around.family == "fr" else _UNITS).get(written.lower())
