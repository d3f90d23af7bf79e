"""Figures in words, through num2words. All functions take digits as text and a BCP 47 tag in lower case."""

from __future__ import annotations

from functools import lru_cache

_MOST_DIGITS = 15
"""Beyond this a number is a code, and is read digit by digit."""


@lru_cache(maxsize=2048)
def _words(value: int, to: str, language: str) -> str:
    from num2words import num2words

    family = language.partition("-")[0]
    try:
        said = num2words(value, lang=family, to=to)
    except (NotImplementedError, KeyError, IndexError, OverflowError):
        said = num2words(value, lang="en", to="cardinal")
    said = str(said).replace(",", "").replace("\xa0", " ")
    return said.replace(" and ", " ") if language == "en-us" else said


def cardinal(digits: str, language: str) -> str:
    """``1234`` → one thousand two hundred and thirty-four; leading zeros and very long numbers digit by digit."""
    if len(digits) > _MOST_DIGITS or (len(digits) > 1 and digits[0] == "0"):
        return one_by_one(digits, language)
    return _words(int(digits), "cardinal", language)


def one_by_one(digits: str, language: str) -> str:
    """``007`` → zero zero seven."""
    return " ".join(_words(int(digit), "cardinal", language) for digit in digits)


def decimal(whole: str, part: str, language: str) -> str:
    """``3``, ``14`` → three point one four; digits behind the point one by one."""
    point = "virgule" if language.partition("-")[0] == "fr" else "point"
    return f"{cardinal(whole or '0', language)} {point} {one_by_one(part, language)}"


def number(figure: str, language: str) -> str:
    """A figure as written, with thousands separators and a decimal part in the language's own manner."""
    separator, mark = (" ", ",") if language.partition("-")[0] == "fr" else (",", ".")
    if mark == "," and "." in figure:  # French copy quotes English prices
        separator, mark = (".", ",") if "," in figure or len(figure.rpartition(".")[2]) == 3 else (" ", ".")
    whole, _, part = figure.replace(separator, "").partition(mark)
    return decimal(whole, part, language) if part else cardinal(whole, language)


def feminine(said: str) -> str:
    """French numbers before a feminine noun: ``vingt et un`` becomes ``vingt et une``."""
    return f"{said}e" if said == "un" or said.endswith((" un", "-un")) else said


def ordinal(digits: str, language: str) -> str:
    """``16`` → sixteenth."""
    return cardinal(digits, language) if len(digits) > _MOST_DIGITS else _words(int(digits), "ordinal", language)


def year(digits: str, language: str) -> str:
    """``1905`` → nineteen oh-five; ``2012`` → twenty twelve; ``2009`` → two thousand and nine."""
    return _words(int(digits), "year", language)
