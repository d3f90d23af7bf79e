"""What is left: plain words, plain figures, single symbols, and the mixtures that are taken apart."""

from __future__ import annotations

import re
import unicodedata

from segment.script.spoken.numerals import cardinal, feminine, number, ordinal
from segment.script.spoken.rule import Around

SYMBOLS = {
    "en": {"&": "and", "+": "plus", "=": "equals", "@": "at", "%": "per cent", "°": "degrees", "§": "section", "×": "by",
    "÷": "divided by",
           "−": "minus", "±": "plus or minus", "€": "euros", "£": "pounds", "¥": "yen", "¢": "cents", "№": "number",
           "$": "dollars"},
    "fr": {"&": "et", "+": "plus", "=": "égale", "@": "arobase", "%": "pour cent", "°": "degrés", "§": "paragraphe",
    "×": "par", "÷": "divisé par",
           "−": "moins", "±": "plus ou moins", "€": "euros", "£": "livres", "¥": "yens", "¢": "cents", "№": "numéro",
           "$": "dollars"},
}  # fmt: skip
"""Symbols that are said; every other mark is not."""
_FEMININE = frozenset(
    """h heure heures minute minutes seconde secondes étoile étoiles personne personnes fois année années femme femmes
    fille filles place places page pages chanson chansons semaine semaines scène scènes image images salle salles
    copie copies partie parties""".split()
)
_MOST_GROUPS = 5
"""Groups of three digits a number written with spaces may have."""


def word(match: re.Match[str], around: Around) -> str:
    """A plain word, its apostrophes straight."""
    return match[0].replace("’", "'").rstrip("'") if around.family != "fr" else match[0].replace("’", "'")


def figure(match: re.Match[str], around: Around) -> str:
    """A plain number; the dash before a rating is no minus."""
    minus = ("moins " if around.family == "fr" else "minus ") if match[1] and "star" not in around.core(1).lower() else ""
    said = number(match[2], around.language)
    if around.family == "fr":
        following = around.core(1).lower()
        if "," in match[2] and following in {"€", "$", "£"}:
            return minus + number(match[2].partition(",")[0], around.language)
        if following in _FEMININE:
            said = feminine(said)
    return minus + said


def ordinal_figure(match: re.Match[str], around: Around) -> str:
    """``16th``; French ``1re`` is feminine."""
    if around.family == "fr" and match[1] == "1":
        return "première" if match[0].endswith(("re", "ère")) else "premier"
    return ordinal(match[1], around.language)


def figure_range(match: re.Match[str], around: Around) -> str:
    """``10–12`` → ten to twelve."""
    between = "à" if around.family == "fr" else "to"
    return f"{cardinal(match[1], around.language)} {between} {cardinal(match[2], around.language)}"


def french_thousands(match: re.Match[str], around: Around) -> str | None:
    """``1 250 000``: the first group says the whole number, the others nothing."""
    back = 0
    while back < _MOST_GROUPS and _group(around.core(-back)) and _begins_group(around.core(-back - 1)):
        back += 1
    if back == _MOST_GROUPS:
        return None
    if back:
        return ""
    groups = [match[0]]
    while len(groups) < _MOST_GROUPS and _group(around.core(len(groups))):
        groups.append(around.core(len(groups)))
    said = cardinal("".join(groups), around.language)
    return feminine(said) if around.core(len(groups)).lower() in _FEMININE else said


def _begins_group(core: str) -> bool:
    return 1 <= len(core) <= 3 and core.isdecimal()


def _group(core: str) -> bool:
    return len(core) == 3 and core.isdecimal()


def symbol(match: re.Match[str], around: Around) -> str | None:
    """``&``, ``%``, ``+``: in words; any other single mark is not said."""
    char = match[0]
    if unicodedata.category(char)[0] not in "PS":
        return None
    if char == "/" and around.core(-1)[-1:].isdecimal() and around.core(1)[:1].isdecimal():
        return "sur" if around.family == "fr" else "out of"
    return SYMBOLS.get(around.family, {}).get(char, "")
