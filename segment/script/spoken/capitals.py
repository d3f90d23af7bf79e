"""Capitals: initialisms spelled or said as words, shouted words, Roman numerals."""

from __future__ import annotations

import re

from segment.script.spoken.initialisms import READINGS, SAID_AS_WORDS, SPELLED, spell
from segment.script.spoken.numerals import cardinal, ordinal, year
from segment.script.spoken.rule import Around

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LABELS = frozenset(
    """act part chapter volume vol book scene episode season section article type title bowl war phase class stage level acte
    chapitre tome livre scène partie saison épisode guerre""".split()
)
"""Words whose number may be a single Roman letter, even ``I``."""
_CROWNED = frozenset(
    """henry richard louis elizabeth edward george charles james william philip francis napoleon frederick alexander nicholas ivan
    catherine gustav christian haakon pius benedict leo gregory innocent clement paul john mary peter ferdinand leopold wilhelm
    otto ramses ptolemy robert david alfonso juan carlos henri philippe édouard""".split()
)
"""Names behind which a numeral is an ordinal."""
_SHORT_WORDS = frozenset(
    """a all am an and any are as ask at bad be big but buy by can car cut day did do dog end far few for fun get go god got had
    has hat he her him his hot how i if in is it its job lay let lie lot mad man may me men met mom my new no nor not now of off
    oh old on one or our out own pay put ran real run sad sat saw say see set sex she sir sit so son sun the they to too top try
    two up use very war was way we who why win won yes yet you your""".split()
)
"""Short words that are words even in capitals."""
_VOWELS = frozenset("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜÆŒØÅ")


def reading(match: re.Match[str], around: Around) -> str | None:
    """A reading of its own, such as ``OK``; a plural or a possessive keeps its ending."""
    for ending in ("", "s", "'s", "’s"):
        if match[0].endswith(ending) and (said := READINGS.get(match[0].removesuffix(ending))):
            return said + ending.replace("’", "'")
    return None


def initialism(match: re.Match[str], around: Around) -> str | None:
    """``BFI`` → B-F-I, ``NATO`` → Nato, ``STARS`` → stars; a plural or possessive ending is kept."""
    if not match[1].isupper():
        return None
    letters, ending = match[1], match[2].replace("’", "'")
    if letters in SAID_AS_WORDS:
        return letters.capitalize() + ending
    lower = letters.lower()
    loud = _shouted(around.core(-1)) or _shouted(around.core(1))
    if letters in SPELLED and not (loud and lower in _SHORT_WORDS | {"it", "us", "id", "pa", "ma"}):
        return spell(letters) + ending
    sayable = any(c in _VOWELS for c in letters)
    if lower in _SHORT_WORDS or (sayable and (loud or len(letters) > 3)):
        return lower + ending
    return spell(letters) + ending


def _shouted(word: str) -> bool:
    """Whether a neighbour is a word in capitals rather than an initialism."""
    return len(word) > 3 and word.isupper() and word.isalpha() and word not in SPELLED and word not in SAID_AS_WORDS


def dotted(match: re.Match[str], around: Around) -> str:
    """``U.S``, ``a.m``, ``J.R.R``: letters with stops between them."""
    return spell(match[0].replace(".", ""))


def grade(match: re.Match[str], around: Around) -> str | None:
    """``A-``, ``B-``: a mark out of school."""
    return f"{match[0]} minus" if around.here.tail.startswith("-") and not around.here.tail.startswith("--") else None


def initial(match: re.Match[str], around: Around) -> str | None:
    """``A.`` before a name: the letter, not the article."""
    if not around.here.tail.startswith(".") or not around.core(1) or around.family != "en":
        return None
    return "ay" if match[0] == "A" else match[0]


def roman(match: re.Match[str], around: Around) -> str | None:
    """``Gladiator II``, ``Act III``, ``Henry V``, ``Louis XIV``; never the pronoun ``I`` and no single letter elsewhere."""
    written = match[0]
    before = around.core(-1) if around.joined(-1) or around.core(-1).lower() in _LABELS else ""
    label = before.lower() in _LABELS
    if not before[:1].isupper() and not label:
        return None
    value = _value(written)
    crowned = before.lower() in _CROWNED
    single = len(written) == 1
    if value is None or (
        single
        and not (
            label
            or (crowned and (written != "I" or not around.core(1) or not around.joined(1)))
            or (written == "V" and not before.isupper())
        )
    ):
        return None
    if not label and (value > 39 or written in SPELLED - {"II", "IV", "VI"}):
        return None
    if around.family == "fr" and crowned:
        return "premier" if value == 1 else cardinal(str(value), around.language)
    return (
        f"the {ordinal(str(value), around.language)}"
        if crowned and around.family == "en"
        else cardinal(str(value), around.language)
    )


def roman_year(match: re.Match[str], around: Around) -> str | None:
    """``MCMLXXXIV``."""
    value = _value(match[0])
    return year(str(value), around.language) if value and 1100 <= value <= 2099 else None


def roman_century(match: re.Match[str], around: Around) -> str | None:
    """French ``XIXe siècle``."""
    value = _value(match[1])
    return None if value is None else ordinal(str(value), around.language)


def _value(numeral: str) -> int | None:
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_VALUES[c] for c in numeral]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
