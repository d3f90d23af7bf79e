"""The works on a page as a list, and the one somebody asks for by its number or title."""

from __future__ import annotations

from difflib import get_close_matches

from msgspec import Struct

from segment.errors import Cause, ReviewError, Where
from segment.model.review import Review

_EDGES = "“”‘’'\"«» .,:;!?…"


class Work(Struct, frozen=True, kw_only=True):
    """One line of the list."""

    number: int
    """From 1, in the page's order."""
    title: str
    kind: str
    reviewer: str
    paragraphs: int


def works(reviews: tuple[Review, ...]) -> tuple[Work, ...]:
    """The list of the works on a page."""
    return tuple(
        Work(
            number=number,
            title=review.title,
            kind=review.kind,
            reviewer=review.reviewer,
            paragraphs=sum(len(section.paragraphs) for section in review.sections),
        )
        for number, review in enumerate(reviews, start=1)
    )


def named(review: Review) -> str:
    """A review in a sentence: its title in quotation marks."""
    return f"“{review.title}”" if review.title else "one without a title"


def chosen(reviews: tuple[Review, ...], work: str) -> Review:
    """The review that ``work`` asks for: a number from 1, or a title, in any case and without its quotation marks.

    Raises ReviewError (exit code 2) with what is there when no title is meant, or more than one.
    """
    name = reviews[0].source
    wanted = work.strip()
    titles = [_folded(review.title) for review in reviews]
    hits = [review for review, title in zip(reviews, titles, strict=True) if title and title == _folded(wanted)]
    if len(hits) == 1:
        return hits[0]
    if not hits and wanted.isdecimal() and 1 <= int(wanted) <= len(reviews):
        return reviews[int(wanted) - 1]
    there = "; ".join(f"{work.number} {_line(work)}" for work in works(reviews))
    if hits:
        raise ReviewError(
            f"{len(hits)} reviews on this page are of {named(hits[0])}.",
            where=Where(file=name),
            hint=f"Give the number: {there}.",
            cause=Cause.USAGE,
        )
    close = get_close_matches(_folded(wanted)[:200], titles, n=1, cutoff=0.5)
    meant = f" Did you mean {named(reviews[titles.index(close[0])])}?" if close and close[0] else ""
    raise ReviewError(
        f"There is no work “{wanted[:60]}” on this page.{meant}",
        where=Where(file=name),
        hint=f"There is: {there}.",
        cause=Cause.USAGE,
    )


def _folded(title: str) -> str:
    return " ".join(title.casefold().replace("’", "'").split()).strip(_EDGES)


def _line(work: Work) -> str:
    title = work.title or "(no title)"
    return f"{title} ({work.reviewer})" if work.reviewer else title
