"""Abbreviations, by language, and the few whose reading hangs on what stands beside them."""

from __future__ import annotations

import re

from segment.script.spoken.rule import Around

ALWAYS = {
    "en": {
        "w/": "with", "w/o": "without", "b/c": "because", "c/o": "care of", "n/a": "not applicable", "vs": "versus",
        "etc": "et cetera",
        "e.g": "for example", "i.e": "that is", "viz": "namely", "cf": "compare", "approx": "approximately", "feat": "featuring",
        "prod": "produced by", "mr": "Mister", "mrs": "Missus", "ms": "Miz", "dr": "Doctor", "prof": "Professor", "jr": "Junior",
        "sr": "Senior", "ltd": "Limited", "inc": "Incorporated", "bros": "Brothers", "bldg": "building", "mph": "miles an hour",
        "dept": "department", "govt": "government", "min": "minutes", "mins": "minutes", "hrs": "hours", "yrs": "years",
        "a.k.a": "A-K-A",
        "aka": "A-K-A", "mx": "Mix", "thru": "through", "edn": "edition", "nite": "night",
    },
    "fr": {
        "m": "monsieur", "mm": "messieurs", "mme": "madame", "mmes": "mesdames", "mlle": "mademoiselle",
        "mlles": "mesdemoiselles",
        "dr": "docteur", "etc": "et cetera", "p.ex": "par exemple", "env": "environ", "vs": "contre", "av": "avant",
        "apr": "après",
        "réal": "réalisation", "éd": "édition", "ste": "sainte", "st": "saint", "cie": "compagnie", "j.-c": "Jésus-Christ",
    },
}  # fmt: skip
"""In lower case, without the last stop."""
_APOSTROPHES = {"'", "’", "‘"}
NEEDS_STOP = frozenset("min ms prod inc cf viz bros m mm av apr env sr feat ms mins hrs cie".split())
"""Words or units of their own without the stop."""
BEFORE_NAMES = {
    "gen": "General", "col": "Colonel", "sgt": "Sergeant", "capt": "Captain", "cmdr": "Commander", "lt": "Lieutenant",
    "maj": "Major",
    "gov": "Governor", "sen": "Senator", "rep": "Representative", "rev": "Reverend", "hon": "Honourable", "fr": "Father",
    "mt": "Mount",
    "ft": "Fort", "pres": "President", "dir": "director", "supt": "Superintendent",
}  # fmt: skip
BEFORE_FIGURES = {
    "no": "number", "nos": "numbers", "vol": "volume", "vols": "volumes", "ch": "chapter", "p": "page", "pp": "pages",
    "ep": "episode", "ép": "episode",
    "fig": "figure", "op": "opus", "c": "circa", "ca": "circa", "n°": "numéro", "no.": "number", "pt": "part", "sec": "section",
}  # fmt: skip
_FRENCH = {"number": "numéro", "numbers": "numéros", "chapter": "chapitre", "circa": "vers", "part": "partie",
           "episode": "épisode", "figure": "figure", "section": "section"}  # fmt: skip
STREETS = {
    "st": "Street",
    "ave": "Avenue",
    "rd": "Road",
    "blvd": "Boulevard",
    "sq": "Square",
    "ln": "Lane",
    "pl": "Place",
    "hwy": "Highway",
    "dr": "Drive",
}


_SIDES = frozenset(["East", "West", "North", "South", "E", "W", "N", "S"])
"""What stands behind the name of a street."""


def always(match: re.Match[str], around: Around) -> str | None:
    """An abbreviation with one reading."""
    word = match[0].lower().replace("’", "'")
    said = ALWAYS.get(around.family, {}).get(word)
    if said is None or (word in NEEDS_STOP and not around.here.tail.startswith(".")):
        return None
    if word in {"min", "mins"} and not around.core(-1)[-1:].isdecimal():
        return None
    return said


def and_between(match: re.Match[str], around: Around) -> str | None:
    """``rock 'n' roll``."""
    return "and" if around.here.lead[-1:] in _APOSTROPHES and around.here.tail[:1] in _APOSTROPHES else None


def before_name(match: re.Match[str], around: Around) -> str | None:
    """``Gen.``, ``Mt.``: a title before a name in capitals."""
    if match[0].lower() == "dir" and around.here.tail.startswith(".") and around.core(1).lower() == "by":
        return "directed"
    said = BEFORE_NAMES.get(match[0].lower())
    return said if said and around.here.tail.startswith(".") and around.core(1)[:1].isupper() else None


def before_figure(match: re.Match[str], around: Around) -> str | None:
    """``No. 5``, ``p. 12``, ``c. 1850``."""
    following = around.core(1)
    said = BEFORE_FIGURES.get(match[0].lower())
    figures = following[:1].isdecimal() or following.startswith("#")
    stop = around.here.tail.startswith(".") or match[0] in {"n°", "Nos"}
    stop = stop or (match[0] == "No" and bool(around.core(-1))) or (around.family == "fr" and match[0].lower() in {"no", "nos"})
    if not (said and figures and stop):
        return None
    return _FRENCH.get(said, said) if around.family == "fr" else said


def saint_or_street(match: re.Match[str], around: Around) -> str | None:
    """``St. John`` is a saint, ``Main St.`` a street: decided by the capitals on either side."""
    word = match[0].lower()
    before, after = around.core(-1), around.core(1)
    named = before[:1].isupper() and around.joined(-1)
    if word == "dr" and not (named and around.here.tail.startswith(".") and not after[:1].isupper()):
        return None
    if named and around.here.tail.startswith(".") and after in _SIDES:
        return STREETS[word]
    if word == "st" and after[:1].isupper() and not (named and around.here.tail.strip(".")) and not _numbered(around):
        return "Saint"
    if named or before.endswith(("th", "rd", "nd", "st")):
        return STREETS[word] if word != "st" or around.here.tail or not after[:1].isupper() or _numbered(around) else "Saint"
    return None


def _numbered(around: Around) -> bool:
    """Whether a house number stands a few words before."""
    return any(around.core(-step).isdecimal() for step in (2, 3))
