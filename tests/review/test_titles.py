"""The work's title, told from what else a page says above the review."""

from __future__ import annotations

import pytest

from segment.review import read
from segment.review.layout.title_words import bare

TEXT = (
    "In this film a man walks his dog round a lake until one of them falls in, and the other has to decide what to do about it.\n"
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("The Lake Dog", "The Lake Dog"),
        ("The Lake Dog (2014)", "The Lake Dog"),
        ("“The Lake Dog”", "The Lake Dog"),
        ("Film review: The Lake Dog", "The Lake Dog"),
        ("The Lake Dog review – a wet and lovely walk", "The Lake Dog"),
        ("‘The Lake Dog’ Review: One Man and His Splash", "The Lake Dog"),
        ("The Lake Dog: film review", "The Lake Dog"),
        ("In review: The Lake Dog", "The Lake Dog"),
        ("Opera review: The Lake Dog", "The Lake Dog"),
        ("[Critique] Le Chien du lac", "Le Chien du lac"),
        ("Critique : Le Chien du lac", "Le Chien du lac"),
        ("The Lake Dog (Review)", "The Lake Dog"),
        ("The Lake Dog | Film review", "The Lake Dog"),
        ("Review", "Review"),
        ("A Review of the Year", "A Review of the Year"),
        ("The Critic", "The Critic"),
        ("The Lake Dog – The Play Review", "The Lake Dog – The Play"),
        ("Lake Dog: The Movie review", "Lake Dog: The Movie"),
        ("The Lake Dog concert review", "The Lake Dog"),
    ],
)
def test_a_title_is_freed_of_what_a_page_puts_round_it(line: str, title: str) -> None:
    """The word "review", a year, quotation marks and a headline's second half are no part of a title."""
    assert bare(line) == title


@pytest.mark.parametrize(
    ("head", "title", "headline"),
    [
        ("The Lake Dog\nReviewed by Ann Roe\n\n", "The Lake Dog", ""),
        ("Walkies to remember\nBy Ann Roe\n\nThe Lake Dog\nDirected by Jo Poe\n\n", "The Lake Dog", "Walkies to remember"),
        (
            "Walkies that you will long remember\nThe Lake Dog\nDirected by Jo Poe\n\n",
            "The Lake Dog",
            "Walkies that you will long remember",
        ),
        ("Walkies that you will remember\nFilm: The Lake Dog\n\n", "The Lake Dog", "Walkies that you will remember"),
        (
            "The Lake Dog review – a wet and lovely walk\nBy Ann Roe\n\n",
            "The Lake Dog",
            "The Lake Dog review – a wet and lovely walk",
        ),
    ],
)
def test_title_and_headline_are_two_things(head: str, title: str, headline: str) -> None:
    """The line above the credits, a label, or the headline itself gives the title; a headline that says more is kept apart."""
    review = read((head + TEXT).encode(), name="page.txt")
    assert (review.title, review.headline) == (title, headline)
