"""Every check of a review's content, in the order a producer reads a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.notes.against import director_of_the_text, ratings_apart, year_of_the_text
from segment.review.notes.cast_text import unmentioned
from segment.review.notes.doubtful import doubtful_names
from segment.review.notes.empty_headings import empty_headings
from segment.review.notes.endings import endings
from segment.review.notes.left_over import left_over
from segment.review.notes.marks import loose_marks
from segment.review.notes.missing import missing
from segment.review.notes.playing import not_cast
from segment.review.notes.print_talk import print_talk
from segment.review.notes.spelling import two_spellings
from segment.review.notes.two_critics import two_critics
from segment.review.notes.unfinished import unfinished
from segment.review.notes.unplaced import unplaced

CHECKS: tuple[Callable[[Found], Iterable[Finding]], ...] = (
    missing,
    two_critics,
    doubtful_names,
    director_of_the_text,
    year_of_the_text,
    ratings_apart,
    two_spellings,
    unmentioned,
    not_cast,
    print_talk,
    unfinished,
    endings,
    left_over,
    empty_headings,
    unplaced,
    loose_marks,
)


_MOST = 40
"""Notes of one check; a page with more of one sort is not read sentence by sentence."""


def notes(found: Found) -> tuple[Finding, ...]:
    """All notes on a review, of each check the first forty."""
    return tuple(note for check in CHECKS for note in _first(check(found)))


def _first(made: Iterable[Finding]) -> Iterator[Finding]:
    for number, note in enumerate(made):
        if number == _MOST:
            yield Finding(
                code=note.code, level=note.level, message="There are more of these, which are not listed.", where=note.where
            )
            return
        yield note
