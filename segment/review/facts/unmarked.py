"""A label without a colon, as in ``Rating ★★★★`` or ``Running time 97 minutes``: known only by what stands after it."""

from __future__ import annotations

import re

from segment.review.facts.labels import FACTS, LABELS, about
from segment.review.facts.particulars import certified, fact
from segment.review.facts.rating import labelled_rating, rating

_FIRST = frozenset(label.split()[0] for label in (*LABELS, *FACTS))
_LONGEST = 3
_RATED_WHEN = re.compile(r"\s(?:on|by|le|par)\s.{3,40}$")
_MAX = 60


def unmarked_label(text: str) -> tuple[str, str] | None:
    """Label and value, where the label's words begin the line and the value is a fact of its sort; None for any other line."""
    words = text.split() if len(text) <= _MAX else []
    if not words or words[0].casefold() not in _FIRST:
        return None
    if words[0].casefold() == "rated" and (found := rating(given := _RATED_WHEN.sub("", " ".join(words[1:])))) and found.scale:
        # "Rated 2/5 on 17 October 2007 by annr": the site's line on who rated it when.
        return "Rating", given
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        if (dashed := value.lstrip("–—- ")) != value and about(label.casefold()) == "rating":
            value = dashed
        name = label.casefold()
        if about(name) in {"rating", "part rating"} and _rates(value):
            return label, value
        field = FACTS.get(name)
        if field == "certificate" and certified(value):
            return label, value
        if field in {"running_time", "price", "year"} and (said := fact(value, alone=True)) and said[0] == field:
            return label, value
    return None


def _rates(value: str) -> bool:
    """A rating by itself, or a grade; a bare number may be the label's own, as in ``Note 3``."""
    found = rating(value) or labelled_rating(value)
    return found is not None and (found.scale is not None or not value.strip().isalnum() or value[:1] in "★⭐")
