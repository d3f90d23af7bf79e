"""Credits as a person would say them: who made the work and who is in it, no word of credit-line English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from segment.model.review import Rating, Review

_DIRECTOR = re.compile(r"\b[Dd]irector ((?:[A-ZÀ-Ý][\w.'-]+ ){1,3}[A-ZÀ-Ý][\w'-]+)")
_STAR_NAMES = ("★", "☆", "⭐", "star", "étoile")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL_FR = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


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


def origin(review: Review, language: str = "en") -> str:
    """What the work was made from, such as ``the book by Craig Davidson``; empty when the page does not say."""
    if is_french(language):
        return ""
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


def rating_words(rating: Rating, language: str = "en") -> str:
    """``four stars out of five``, ``eight out of ten``, ``quatre étoiles sur cinq``.

    Empty when the figure cannot be read with its scale.
    """
    if rating.value is None or rating.value < 0 or (rating.scale is not None and rating.value > rating.scale):
        return ""
    starred = any(name in rating.as_given.lower() for name in _STAR_NAMES) and rating.value * 2 == int(rating.value * 2)
    if rating.scale is None and not starred:
        return ""
    french = is_french(language)
    star, out_of = ("étoile", "sur") if french else ("star", "out of")
    plural = rating.value >= 2 if french else rating.value != 1
    figure = _number(rating.value, french=french)
    if starred:
        figure = _stars(rating.value, figure, star, plural=plural, french=french)
    return f"{figure} {out_of} {_number(rating.scale, french=french)}" if rating.scale is not None else figure


def is_french(language: str) -> bool:
    """Whether a BCP 47 tag is French."""
    return language.lower().partition("-")[0] == "fr"


def surname(name: str) -> str:
    """What a person is called once the full name has been heard: ``de la Tour`` of ``Jean de la Tour``, the whole where that is
    all there is, or where it is no person's name (``The Saltmen``).
    """
    parts = name.split()
    if len(parts) < 2 or parts[0].lower() in {"the", "les", "los", "le", "la"} or {"&", "and", "et"} & set(parts):
        return name
    last = len(parts) - 1
    if parts[last].rstrip(".").lower() in {"jr", "sr", "ii", "iii"} and last > 1:
        last -= 1
    while last > 1 and parts[last - 1].islower():
        last -= 1
    return " ".join(parts[last:])


def _stars(value: float, figure: str, star: str, *, plural: bool, french: bool) -> str:
    noun = f"{star}s" if plural else star
    if not french or value == int(value):
        gender = {"un": "une"}.get(figure, figure) if french else figure
        return f"{gender} {noun}"
    if value < 1:
        return f"une demi-{star}"
    whole = _number(float(int(value)), french=True)
    return f"{'une' if whole == 'un' else whole} {star}{'s' if value >= 2 else ''} et demie"


def _number(value: float, *, french: bool = False) -> str:
    whole, half = int(value), value - int(value) == 0.5
    small = _SMALL_FR if french else _SMALL
    if value == whole:
        return small[whole] if whole < len(small) else str(whole)
    if half and whole < len(small):
        if french:
            return f"{small[whole]} et demi" if whole else "un demi"
        return f"{small[whole]} and a half" if whole else "half"
    figure = f"{value:g}"
    return figure.replace(".", ",") if french else figure
