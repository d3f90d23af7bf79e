"""Telling a person's name from other words, by its shape alone."""

from __future__ import annotations

import re

from segment.review.word_table import words

_PARTICLES = words(
    """de da do dos das del della di du la le les van von der den ter ten zu zum bin bint ibn al el y e und af av st"""
)
_ENDINGS = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_NO_NAMES = words(
    """a an and as at but by for from he her here his how i if in is it its not of on or our she so that the their then there
    these they this those to was we were what when where who why with you your un une le les et ou mais dans pour avec ce
    cette staff admin editor editors reader readers review reviews film films movie movies home news"""
)
_MAX_WORDS = 6
_BETWEEN = re.compile(r"\s(?:and|&|et)\s|,\s(?:and\s)?")


def is_name(text: str) -> bool:
    """True for ``Ann Roe``, ``Jo del Poe``, ``A. R. Loe``; False for a phrase or a handle."""
    parts = text.split()
    if not parts or len(parts) > _MAX_WORDS or len(text) > 60:
        return False
    if parts[0].casefold() in _NO_NAMES or not _is_capital(parts[0]):
        return False
    return all(_is_part(word) for word in parts) and _is_capital(parts[-1])


def are_names(text: str) -> bool:
    """True for one full name, and for several with "and" or a comma between: ``Ann Roe and Jo Poe``."""
    return all(" " in name and is_name(name) for name in _BETWEEN.split(text))


def names_of(text: str) -> tuple[str, ...]:
    """The names that "and" or commas part: ``Ann Roe and Jo Poe`` is two."""
    return tuple(name.strip() for name in _BETWEEN.split(text))


def _is_capital(word: str) -> bool:
    """Starts with a letter that is not lower case, so that scripts without case pass."""
    letter = word.lstrip("'’(“\"")[:1]
    return letter.isalpha() and not letter.islower()


def _is_part(word: str) -> bool:
    if word.casefold() in _PARTICLES or word.casefold() in _ENDINGS:
        return True
    prefixed = word[:2] in {"d'", "d’", "l'", "l’"} or word[:3] in {"al-", "el-"}
    if not (_is_capital(word) or prefixed):
        return False
    # A full stop belongs to initials only: "J.", "J.R.", "M."; anything else ends a sentence.
    dotted = word.endswith(".")
    if dotted and len(word.replace(".", "")) > 2:
        return False
    return all(c.isalpha() or c in "-'’." or _is_mark(c) for c in word)


def _is_mark(char: str) -> bool:
    """A combining mark, as in decomposed accents."""
    return "\u0300" <= char <= "\u036f"
