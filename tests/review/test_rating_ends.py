"""Ratings that stand at the head or the end of a paragraph."""

from __future__ import annotations

import pytest

from segment.review.facts.labels import is_rating_label
from segment.review.facts.rating_ends import leading_rating, trailing_rating


@pytest.mark.parametrize(
    ("paragraph", "given", "rest"),
    [
        ("Go and see it. Rating: ★★★½ out of ★★★★★", "★★★½ out of ★★★★★", "Go and see it."),
        ("Go and see it. Final grade: B+", "B+", "Go and see it."),
        ("Go and see it. A-", "A-", "Go and see it."),
        ("Go and see it. Score – 7.5/10", "7.5/10", "Go and see it."),
        ("Go and see it. ★★★☆☆", "★★★☆☆", "Go and see it."),
    ],
)
def test_a_rating_comes_off_the_end(paragraph: str, given: str, rest: str) -> None:
    """Behind the last full stop, with a label in any words or without one."""
    found = trailing_rating(paragraph)
    assert found is not None
    assert (found[0].as_given, found[1]) == (given, rest)


def test_a_rating_comes_off_the_head_where_a_mark_parts_it() -> None:
    """``8/10 – A fine ferry.`` gives both; "4/5 of the cast" is a sentence."""
    found = leading_rating("8/10 – A fine ferry.")
    assert found is not None
    assert (found[0].as_given, found[1]) == ("8/10", "A fine ferry.")
    assert leading_rating("4/5 of the cast can swim.") is None


@pytest.mark.parametrize(
    "paragraph", ["We gave it a rest: 4", "The audience score: 8/10", "See it. User rating: 8.1", "He said. No: 4"]
)
def test_other_endings_are_text(paragraph: str) -> None:
    """What the readers or another site gave, and a number behind any other word, stay where they are."""
    assert trailing_rating(paragraph) is None


def test_a_label_of_a_rating_is_known_by_its_last_word() -> None:
    """A paper's own name may stand before it; the readers', another site's and an age's rating are others."""
    assert all(map(is_rating_label, ["Final grade", "Felix rating", "Our verdict", "Editor's score"]))
    assert not any(map(is_rating_label, ["User score", "Metacritic score", "MPAA rating", "Film score", "A note"]))
