"""What one line of a page says, judged by the line alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from segment.model.review import CastMember, Credit, Rating
from segment.review.facts.byline import byline
from segment.review.facts.cast_line import cast_list
from segment.review.facts.credit_line import credit_line, label_roles, labelled_credits
from segment.review.facts.dates import iso_date
from segment.review.facts.labels import FACTS, about, labelled
from segment.review.facts.names import are_names, is_name
from segment.review.facts.particulars import Fact, certified, particulars
from segment.review.facts.rating import labelled_rating, placed_rating, rating
from segment.review.facts.rating_ends import counted_label
from segment.review.facts.run_in_credits import run_in_credits
from segment.review.facts.signature import signature
from segment.review.facts.unmarked import unmarked_label
from segment.review.layout.furniture import furniture
from segment.review.layout.line import ends_sentence
from segment.review.layout.stops import is_stop

_DATE_ENDS = re.compile(r" (?:in|by|at|par|dans|à|\||·|•) ")
_MAX_LABELLED = 2000
_MOST_SCORED = 8
_DASHES = (" – ", " — ", " - ", "…", "...")
_MAX_DASHED = 100
_REMEMBERED = 1 << 17
"""A line is asked for its meaning on each pass over the page: head, end, text, notes."""
_COMPANIES = frozenset({"creator", "performer", "orchestra", "choir", "developer", "producer"})


class Meaning(Struct, frozen=True, kw_only=True):
    """A line's part in the page."""

    what: Literal["furniture", "stop", "byline", "credits", "rating", "scored", "date", "title", "facts", "text"]
    value: str = ""
    """The name, ISO date or title, what is scored; for furniture the reason it is left out."""
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastMember, ...] = ()
    rating: tuple[Rating, ...] = ()
    facts: tuple[Fact, ...] = ()
    """Fields of the review's facts, with what the line says of each."""
    date: str = ""
    """The day in a by-line, ISO."""
    unread: str = ""
    """A part of the line that was not understood."""


TEXT = Meaning(what="text")


@lru_cache(maxsize=_REMEMBERED)
def meaning(text: str) -> Meaning:
    """What a line means wherever on the page it stands."""
    if is_stop(text):
        return Meaning(what="stop", value="heading of what comes after the review")
    if name := byline(text):
        return Meaning(what="byline", value=name)
    if parts := labelled(text) or unmarked_label(text):
        found = _labelled(*parts, _colon(text))
        if found is not None:
            return found
    if made := _dashed(text):
        return Meaning(what="credits", credits=made)
    if found_rating := rating(text) or counted_label(text):
        return Meaning(what="rating", rating=(found_rating,))
    if run := run_in_credits(text):
        return Meaning(what="credits", facts=run.facts, credits=run.credits, cast=run.cast)
    if said := particulars(text):
        return Meaning(what="facts", facts=said.facts, value=said.rest)
    if reason := furniture(text):
        return Meaning(what="furniture", value=reason)
    return TEXT


@lru_cache(maxsize=_REMEMBERED)
def head_meaning(text: str) -> Meaning:
    """What a line means above the review's text, where by-lines, dates and credits need no label."""
    found = meaning(text)
    if found.what != "text":
        return found
    if date := iso_date(text):
        return Meaning(what="date", value=date)
    if found_rating := placed_rating(text):
        return Meaning(what="rating", rating=(found_rating,))
    if signed := signature(text):
        return Meaning(what="byline", value=signed.name, date=signed.date)
    if line := credit_line(text):
        return Meaning(what="credits", credits=line.credits, cast=line.cast)
    return TEXT


def is_maker(text: str) -> bool:
    """Whether a line names who has a role, behind a dash, as programmes print it: ``Conductor – Ann Roe``."""
    return bool(_dashed(text))


def _dashed(text: str) -> tuple[Credit, ...]:
    """The credits of such a line."""
    for mark in _DASHES if len(text) <= _MAX_DASHED else ():
        label, found, names = text.partition(mark)
        if found and label_roles(label.strip()):
            people = labelled_credits(label.strip(), names.strip(" ,;"), colon=mark)
            return people if people and all(is_name(credit.name) for credit in people) else ()
    return ()


def _labelled(label: str, value: str, colon: str) -> Meaning | None:
    name = label.casefold()
    said = about(label)
    if not value or len(value) > _MAX_LABELLED:
        return None
    if field := FACTS.get(name):
        return _fact(field, label, value, colon)
    if said in {"rating", "part rating"} or (said == "cast" and rating(value)):
        return _rated(said, label, value)
    if said == "cast":
        return _cast(value)
    if said == "reviewer":
        return Meaning(what="byline", value=value) if are_names(value) or is_name(value) else None
    if said == "date" and (date := iso_date(_DATE_ENDS.split(value)[0])):
        return Meaning(what="date", value=date)
    if said == "title" and len(value) <= 120 and not ends_sentence(value):
        return Meaning(what="title", value=value)
    if said == "fact" and _is_fact(value):
        return Meaning(what="furniture", value=f"“{label}”: a fact a review has no field for")
    if said is not None:
        return None
    return _people(label, value, colon) or _scored(label, value)


def _people(label: str, value: str, colon: str) -> Meaning | None:
    """``Director: Ann Roe``; several labels on a line too: ``Director: Ann Roe; screenplay: Jo Poe``."""
    people = labelled_credits(label, value, colon=colon)
    if people and all(is_name(credit.name) or is_company(credit) for credit in people):
        return Meaning(what="credits", credits=people)
    line = credit_line(f"{label}: {value}") if label_roles(label) else None
    return Meaning(what="credits", credits=line.credits, cast=line.cast) if line else None


def _scored(label: str, value: str) -> Meaning | None:
    """``The Lake Dog: 8/10`` rates the work, ``Ann Roe: 8/10`` says who does, ``Pacing: 8/10`` rates a part: the page tells."""
    found = rating(value) if len(label.split()) <= _MOST_SCORED else None
    return Meaning(what="scored", value=label, rating=(found,)) if found else None


def _colon(text: str) -> str:
    """What stands between a label and its value on the page."""
    label, colon, value = text.partition(":")
    before, after = label[len(label.rstrip()) :], value[: len(value) - len(value.lstrip())]
    return f"{before}{colon}{after}" if colon else " "


def _fact(field: str, label: str, value: str, colon: str) -> Meaning | None:
    if not _is_fact(value):
        return None
    made = labelled_credits(label, value, colon=colon) if field == "artist" else ()
    said = ((field, value.rstrip(" .;,") if field != "certificate" else value.strip(" .")),)
    return Meaning(what="facts", facts=said, credits=made)


def _is_fact(value: str) -> bool:
    """Short, and no sentence."""
    return len(value) <= 200 and not (ends_sentence(value) and len(value.split()) > 5)


def _rated(said: str | None, label: str, value: str) -> Meaning | None:
    """What stands after "Rating:"; a film's "Rating: PG-13" is its certificate, and "Food: 4/5" rates a part of the whole."""
    if said == "part rating":
        scored = rating(value)
        return Meaning(what="furniture", value=f"“{label}”: a score of one part of the work") if scored else None
    if label.casefold() in {"rating", "rated"} and (certificate := certified(value)):
        return Meaning(what="facts", facts=(("certificate", certificate),))
    found = labelled_rating(value)
    return Meaning(what="rating", rating=(found,)) if found else None


def is_company(credit: Credit) -> bool:
    """A band, an orchestra or a studio: any few words that begin like a name."""
    return (
        not _COMPANIES.isdisjoint(credit.roles)
        and len(credit.name.split()) <= 8
        and not credit.name[:1].islower()
        and not ends_sentence(credit.name)
        and ":" not in credit.name
    )


def _cast(value: str) -> Meaning | None:
    members = cast_list(value)
    named = tuple(member for member in members if is_name(member.actor))
    if not named or len(named) * 2 < len(members):
        return None
    unread = ", ".join(member.actor for member in members if member not in named)
    return Meaning(what="credits", cast=named, unread=unread)
