"""What is left: plain words, plain figures, single symbols, and the mixtures that are taken apart."""

from __future__ import annotations

import re
import unicodedata

from segment.script.spoken.numerals import cardinal, number, ordinal
from segment.script.spoken.rule import Around

SYMBOLS = {
    "en": {"&": "and", "+": "plus", "=": "equals", "@": "at", "%": "per cent", "°": "degrees", "§": "section", "×": "by", "÷": "divided by",
           "−": "minus", "±": "plus or minus", "€": "euros", "£": "pounds", "¥": "yen", "¢": "cents", "№": "number", "$": "dollars"},
    "fr": {"&": "et", "+": "plus", "=": "égale", "@": "arobase", "%": "pour cent", "°": "degrés", "§": "paragraphe", "×": "par", "÷": "divisé par",
           "−": "moins", "±": "plus ou moins", "€": "euros", "£": "livres", "¥": "yens", "¢": "cents", "№": "numéro", "$": "dollars"},
}  # fmt: skip
"""Symbols that are said; every other mark is not."""


def word(match: re.Match[str], around: Around) -> str:
    """A plain word, its apostrophes straight."""
    return match[0].replace("’", "'").rstrip("'") if around.family != "fr" else match[0].replace("’", "'")


def figure(match: re.Match[str], around: Around) -> str:
    """A plain number."""
    return number(match[0], around.language)


def ordinal_figure(match: re.Match[str], around: Around) -> str:
    """``16th``."""
    return ordinal(match[1], around.language)


def figure_range(match: re.Match[str], around: Around) -> str:
    """``10–12`` → ten to twelve."""
    between = "à" if around.family == "fr" else "to"
    return f"{cardinal(match[1], around.language)} {between} {cardinal(match[2], around.language)}"


def french_thousands(match: re.Match[str], around: Around) -> str | None:
    """``1 250 000``: the first group says the whole number, the others nothing."""
    back = 0
    while (
        _group(around.core(-back))
        and around.joined(-1)
        and 1 <= len(around.core(-back - 1)) <= 3
        and around.core(-back - 1).isdecimal()
    ):
        back += 1
    if back:
        return ""
    digits = match[0]
    step = 1
    while _group(around.core(step)):
        digits += around.core(step)
        step += 1
    return cardinal(digits, around.language)


def _group(core: str) -> bool:
    return len(core) == 3 and core.isdecimal()


def symbol(match: re.Match[str], around: Around) -> str | None:
    """``&``, ``%``, ``+``: in words; any other single mark is not said."""
    char = match[0]
    if unicodedata.category(char)[0] not in "PS":
        return None
    if char == "/" and around.core(-1)[-1:].isdecimal() and around.core(1)[:1].isdecimal():
        return "sur" if around.family == "fr" else "out of"
    return SYMBOLS.get(around.family, SYMBOLS["en"]).get(char, "")
