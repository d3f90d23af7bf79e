"""Ratings as pages print them."""

from __future__ import annotations

import pytest

from segment.review.facts.rating import labelled_rating, rating


@pytest.mark.parametrize(
    ("given", "value", "scale"),
    [
        ("★★★☆☆", 3.0, 5.0),
        ("★★★½☆", 3.5, 5.0),
        ("★★★½", 3.5, None),
        ("★ ★ ★ ☆ ☆", 3.0, 5.0),
        ("⭐️⭐️⭐️", 3.0, None),
        ("*****", 5.0, None),
        ("4/5", 4.0, 5.0),
        ("3 ½ out of 4 stars", 3.5, 4.0),
        ("4 ½ STARS", 4.5, None),
        ("87/100", 87.0, 100.0),
        ("7,5 sur 10", 7.5, 10.0),
    ],
)
def test_a_rating_is_a_number_on_its_own_scale(given: str, value: float, scale: float | None) -> None:
    """The text is kept, the number read, and the scale known only where it is printed."""
    found = rating(given)
    assert found is not None
    assert (found.as_given, found.value, found.scale) == (given, value, scale)


@pytest.mark.parametrize(
    "text", ["lands among the stars", "10/5", "8.7", "A-", "*", "****************", "Four stars fell", "24/7 service"]
)
def test_other_words_are_no_rating(text: str) -> None:
    """An idiom, an impossible score, or a bare number without a label is not taken for a rating."""
    assert rating(text) is None


def test_a_label_makes_a_grade_a_rating() -> None:
    """After "Rating:" a bare number counts, and a letter is kept without a number."""
    number, grade = labelled_rating("8.7"), labelled_rating("A-")
    assert number is not None
    assert grade is not None
    assert (number.value, number.scale, grade.as_given, grade.value) == (8.7, None, "A-", None)
