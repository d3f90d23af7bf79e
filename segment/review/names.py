"""Telling a person's name from other words, by its shape alone."""

from __future__ import annotations

_PARTICLES = frozenset(
    "de da do dos das del della di du la le les van von der den ter ten zu zum bin bint ibn al el y e und af av st".split()
)
_ENDINGS = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_NO_NAMES = frozenset(
    """a an and as at but by for from he her here his how i if in is it its not of on or our she so that the their then there these
    they this those to was we were what when where who why with you your un une le les et ou mais dans pour avec ce cette
    staff admin editor editors reader readers review reviews film films movie movies home news""".split()
)
_MAX_WORDS = 6


def is_name(text: str) -> bool:
    """True for ``Marc Glassman``, ``Guillermo del Toro``, ``J. R. R. Tolkien``, ``Léa Seydoux``; False for a phrase or a handle."""
    words = text.split()
    if not words or len(words) > _MAX_WORDS or len(text) > 60:
        return False
    if words[0].casefold() in _NO_NAMES or not _is_capital(words[0]):
        return False
    return all(_is_part(word) for word in words) and _is_capital(words[-1])


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
