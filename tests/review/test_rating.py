"""Ratings as pages print them."""

from __future__ import annotations

import pytest

from segment.review.facts.rating import labelled_rating, rating, said_rating
from segment.review.facts.rating_ends import trailing_rating


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
        ("★★★★ (4/5)", 4.0, 5.0),
        ("⭐⭐💫", 2.5, None),
        ("*** out of five", 3.0, 5.0),
        ("★★★★/5", 4.0, 5.0),
        ("four stars out of five", 4.0, 5.0),
        ("three and a half stars", 3.5, None),
        ("NNNNN", 5.0, 5.0),
        ("NNN½", 3.5, 5.0),
        ("14/20", 14.0, 20.0),
        ("Two thumbs up", None, None),
    ],
)
def test_a_rating_is_a_number_on_its_own_scale(given: str, value: float | None, scale: float | None) -> None:
    """The text is kept, the number read, and the scale known only where it is printed."""
    found = rating(given)
    assert found is not None
    assert (found.as_given, found.value, found.scale) == (given, value, scale)


@pytest.mark.parametrize(
    "text",
    [
        "lands among the stars",
        "10/5",
        "8.7",
        "A-",
        "*",
        "****************",
        "Four stars fell",
        "24/7 service",
        "9/11",
        "one of four",
        "N",
    ],
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


def test_a_dash_before_a_rating_is_no_minus() -> None:
    """ "-4 stars" is four stars, kept without the dash that sets it off."""
    found = rating("-4 stars")
    assert found is not None
    assert (found.as_given, found.value) == ("4 stars", 4.0)


@pytest.mark.parametrize(
    ("given", "value", "scale"), [("87%", 87.0, 100.0), ("4 / 10 +", 4.0, 10.0), ("🌭🌭🌭", 3.0, None), ("N", 1.0, 5.0)]
)
def test_a_label_makes_more_a_rating(given: str, value: float, scale: float | None) -> None:
    """After "Rating:" a percentage counts, a number with a plus, one picture several times, and a single N."""
    found = labelled_rating(given)
    assert found is not None
    assert (found.as_given, found.value, found.scale) == (given, value, scale)


def test_a_rating_stands_after_the_last_full_stop_or_in_a_sentence_that_gives_it() -> None:
    """What is printed behind a paragraph comes off it; "nine out of ten of them" is no rating."""
    tail = trailing_rating("Go and see it. 4/5")
    said = said_rating("I give this lovely little film a solid 8/10.")
    assert tail is not None
    assert said is not None
    assert (tail[0].as_given, tail[1], said.as_given) == ("4/5", "Go and see it.", "8/10")
    assert trailing_rating("It was over by 4/5") is None
    assert said_rating("Nine out of ten of them gave up.") is None


def test_a_critic_may_give_a_bare_number() -> None:
    """ "I'd give it a 7." is a rating without a scale; a number of something is none."""
    found = said_rating("All right, I’m going to give Twelve Herons a 5.5 at best.")
    assert found is not None
    assert (found.as_given, found.value, found.scale) == ("5.5", 5.5, None)
    assert said_rating("I would give it a 5 minute rest.") is None
    assert said_rating("They give each of us a 4.") is None


def test_stars_with_their_number_before_them_are_counted_once() -> None:
    """``4****`` is four stars; where the number and the stars differ it is no rating."""
    found = rating("4****")
    assert found is not None
    assert (found.value, found.scale, found.as_given) == (4.0, None, "4****")
    assert rating("4***") is None
