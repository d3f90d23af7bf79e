"""Filters and tests for those who write templates: ``{{ names|list_and }}``, ``{% if said is short %}`` and the like.

Text comes in and goes out shaded (see :mod:`segment.script.shade`); what a filter has to read it reads with the real signs.
Each is explained, with an example, in docs/templates.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zlib import crc32

from jinja2 import TemplateRuntimeError, pass_context

from segment.model.review import Rating, Review
from segment.script import credits as saying
from segment.script import said_figures as figures
from segment.script.credit_sentences import credit_sentences
from segment.script.leave_out import stale
from segment.script.shade import shade, unshaded
from segment.script.spoken.say import say
from segment.sentences import sentences

_STARS = re.compile(r"\s*([★⭐]*)\s*([½])?\s*([☆]*)\s*")
_OUT_OF = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(?:/|out of|sur)\s*(\d+)(?:\s*(?:stars|étoiles))?\s*", re.IGNORECASE)


def words(text: str) -> int:
    """How many words are spoken."""
    return len(text.split())


def trim_to(text: str, most: int) -> str:
    """Whole sentences from the beginning of the text, up to so many words; at least the first."""
    kept: list[str] = []
    total = 0
    for sentence in sentences(unshaded(text)):
        total += len(sentence.split())
        if kept and total > most:
            break
        kept.append(sentence)
    return shade(" ".join(kept))


def opening(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def pick(choices: Sequence[Any], seed: int, what: str = "") -> Any:
    """One of several ways to say it: always the same one for a work, another for another; ``what`` keeps two picks apart."""
    if not choices:
        raise TemplateRuntimeError("there is nothing to pick from")
    return choices[crc32(f"{seed} {what}".encode()) % len(choices)]


def rating(given: Any, language: str) -> str:
    """A rating of the review, or one as printed, in words; empty where it has no scale."""
    if isinstance(given, Rating):
        return saying.rating_words(given, language)
    text = unshaded(str(given))
    if (points := _OUT_OF.fullmatch(text)) is not None:
        value, scale = float(points[1].replace(",", ".")), float(points[2])
        return saying.rating_words(Rating(as_given=text, value=value, scale=scale), language)
    stars = _STARS.fullmatch(text)
    if stars is None or not text.strip():
        return ""
    value = len(stars[1]) + (0.5 if stars[2] else 0.0)
    scale = len(stars[1]) + bool(stars[2]) + len(stars[3])
    return saying.rating_words(Rating(as_given="★", value=value, scale=float(scale) if stars[3] else None), language)


def filters(language: str, heard: set[str]) -> dict[str, Callable[..., Any]]:
    """Every filter of our own, by the name a template uses, for a show in ``language``.

    ``heard`` holds the names that the script has said; whoever renders empties it first.
    """
    french = saying.is_french(language)

    def list_and(items: Iterable[Any], word: str = "") -> str:
        return saying.list_and(map(str, items), word or ("et" if french else "and"))

    def quote(text: str) -> str:
        bare = text.strip().strip('"“”«» \u00a0')
        return f"« {bare} »" if french else f"“{bare}”"

    def spoken(text: Any) -> str:
        return shade(" ".join(word for word in say(unshaded(str(text)).split(), language) if word))

    # A filter of a constant would be worked out once, when the template is compiled: one that remembers asks for the context.
    @pass_context
    def mention(context: object, name: str) -> str:
        known = name in heard
        heard.add(name)
        return saying.surname(name) if known else name

    def figure(made: Callable[[str, str], str]) -> Callable[[Any], str]:
        return lambda given: shade(made(unshaded(str(given)), language))

    def credits_of(review: Review, known: str = "") -> tuple[str, ...]:
        return credit_sentences(review, language, known)

    return {
        "list_and": list_and,
        "first_name": saying.first_name,
        "surname": saying.surname,
        "mention": mention,
        "credits": credits_of,
        "words": words,
        "trim_to": trim_to,
        "sentences": lambda text: tuple(shade(sentence) for sentence in sentences(unshaded(text))),
        "opening": opening,
        "quote": quote,
        "pick": pick,
        "spoken": spoken,
        "ordinal": figure(figures.ordinal),
        "year": figure(figures.year),
        "money": figure(figures.money),
        "duration": figure(figures.duration),
        "rating": lambda given: rating(given, language),
    }


TESTS: dict[str, Callable[..., bool]] = {
    "known": bool,
    "short": lambda text, most=12: len(str(text).split()) <= most,
    "question": lambda text: str(text).rstrip('"”» ').endswith("?"),
    "time_bound": lambda text: stale(unshaded(str(text))),
    "several": lambda text: bool(re.search(r" (?:and|et|&) |,", str(text))),
}
"""Every test of our own: ``{% if work.leads is several %}``."""
