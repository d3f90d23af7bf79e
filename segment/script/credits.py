"""Credits as a person would say them: who made the work and who is in it, no word of credit-line English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from segment.model.review import Rating, Review

_DIRECTOR = re.compile(r"\b[Dd]irector ((?:[A-ZÀ-Ý][\w.'-]+ ){1,3}[A-ZÀ-Ý][\w'-]+)")
_STAR_NAMES = ("★", "☆", "⭐", "star", "étoile")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def list_and(items: Iterable[str], word: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    said = [item for item in items if item]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} {word} {said[-1]}"


def people(review: Review, *roles: str) -> tuple[str, ...]:
    """Names credited with any of the roles, each once, in the order of the page."""
    return tuple(dict.fromkeys(credit.name for credit in review.credits if set(credit.roles) & set(roles)))


def leads(review: Review, most: int = 2) -> tuple[str, ...]:
    """The first performers of the cast, each once."""
    return tuple(dict.fromkeys(member.actor for member in review.cast))[:most]


def origin(review: Review) -> str:
    """What the work was made from, such as ``the book by Craig Davidson``; empty when the page does not say."""
    for credit in review.credits:
        if "author of the source" in credit.roles:
            words = credit.as_given.lower()
            named = next(
                (
                    noun
                    for noun in ("graphic novel", "short stories", "novel", "book", "play", "comic", "memoir")
                    if noun in words
                ),
                "",
            )
            return f"the {named or 'story'} by {credit.name}" if named else ""
    return ""


def first_name(name: str) -> str:
    """What colleagues call a critic: the first word of the name, or the whole when that is only an initial."""
    first = name.partition(" ")[0]
    return first if len(first.rstrip(".")) > 1 else name


def other_director(review: Review) -> str:
    """The director as the text names one, where that is nobody of the credits: then neither is said. Else empty."""
    credited = people(review, "director")
    prose = " ".join(paragraph for section in review.sections for paragraph in section.paragraphs)
    if not credited or any(name.split()[-1] in prose for name in credited if name):
        return ""
    named = _DIRECTOR.search(prose)
    return named[1] if named else ""


def rating_words(rating: Rating) -> str:
    """``four stars out of five``, ``eight out of ten``; empty when the figure cannot be read with its scale."""
    if rating.value is None or rating.value < 0 or (rating.scale is not None and rating.value > rating.scale):
        return ""
    starred = any(name in rating.as_given.lower() for name in _STAR_NAMES) and rating.value * 2 == int(rating.value * 2)
    if rating.scale is None and not starred:
        return ""
    stars = (" star" if rating.value == 1 else " stars") if starred else ""
    return f"{_number(rating.value)}{stars}{f' out of {_number(rating.scale)}' if rating.scale is not None else ''}"


def _number(value: float) -> str:
    whole, half = int(value), value - int(value) == 0.5
    if value == whole:
        return _SMALL[whole] if whole < len(_SMALL) else str(whole)
    if half and whole < len(_SMALL):
        return f"{_SMALL[whole]} and a half" if whole else "half"
    return f"{value:g}"
