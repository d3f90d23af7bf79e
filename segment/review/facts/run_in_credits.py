"""Year, genre, studio, cast and director in one run: ``(2018) Drama (Quill Films) Ann Roe, Jo Poe. Directed by Al Loe``."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.model.review import CastMember, Credit
from segment.review.facts.cast_line import cast_list
from segment.review.facts.credit_line import credit_line
from segment.review.facts.names import is_name
from segment.review.facts.particulars import Fact

_OPENING = re.compile(
    r"[(\[](?P<year>(?:18|19|20)\d\d)[)\]]\s(?P<genre>[^()\[\]]{3,40}?)\s?[(\[](?P<studio>[^()\[\]]{2,60})[)\]]\s"
)
_DIRECTED = re.compile(r"\.?\s(?=(?:(?:Written|Produced) and )?Directed by [A-Z])")
_MAX = 2000


class RunIn(Struct, frozen=True, kw_only=True):
    """What such a line says."""

    facts: tuple[Fact, ...]
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastMember, ...] = ()
    studio: str = ""
    """Who released it: a review has no field for that."""


def run_in_credits(text: str) -> RunIn | None:
    """Everything such a line names, or None for any other line."""
    opening = _OPENING.match(text) if len(text) <= _MAX else None
    if opening is None:
        return None
    rest = text[opening.end() :]
    directed = _DIRECTED.search(rest)
    names, makers = (rest[: directed.start()], rest[directed.end() :]) if directed else (rest, "")
    people = credit_line(makers.strip(" .")) if makers else None
    cast = tuple(member for member in cast_list(names) if is_name(member.actor))
    if not cast or (makers and people is None):
        return None
    return RunIn(
        facts=(("year", opening["year"]), ("genre", opening["genre"].strip())),
        credits=people.credits if people else (),
        cast=cast,
        studio=opening["studio"],
    )
