"""A list of works, each under a heading that names it, with a line or two and a score: the least of them is a review."""

from __future__ import annotations

from collections.abc import Sequence

from segment.review.layout.line import Line
from segment.review.several.signs import Seen, names_a_work

_FEWEST = 3
_FEWEST_WORDS = 3
_SHARE = 2 / 3


def scored_places(lines: Sequence[Line], signs: Sequence[Seen]) -> tuple[int, ...]:
    """The headings of such a list; none where fewer than two thirds of the page's headings name a work and bear a score.

    One work under headings of parts has "Story", "Sound": no heading of them is a maker and a work.
    """
    stop = next((at for at, sign in enumerate(signs) if sign.sign == "stop" and at), len(lines))
    heads = [at for at in range(stop) if lines[at].heading]
    found = [
        at
        for at, end in zip(heads, [*heads[1:], stop], strict=False)
        if names_a_work(lines[at].text)
        and sum(signs[n].sign == "rating" for n in range(at + 1, end)) == 1
        and sum(lines[n].words for n in range(at + 1, end) if signs[n].sign in {"prose", "text", "title"}) >= _FEWEST_WORDS
    ]
    titles = {lines[at].text.casefold() for at in found}
    return tuple(found) if len(titles) == len(found) >= max(_FEWEST, _SHARE * len(heads)) else ()


def foot_of(signs: Sequence[Seen], at: int, end: int) -> range:
    """The indices of the facts and scores below the last words of the review headed at ``at``."""
    words = [n for n in range(at + 1, end) if signs[n].sign in {"prose", "text", "title"}]
    return range(words[-1] + 1, end) if words else range(0)
