"""Credits, ratings and addresses in a host's words."""

from __future__ import annotations

import pytest

from segment.model.review import Credit, Rating, Review, Section
from segment.script.brief import website
from segment.script.credits import first_name, list_and, origin, other_director, rating_words


@pytest.mark.parametrize(
    ("given", "value", "scale", "said"),
    [
        ("★★★★", 4.0, 5.0, "four stars out of five"),
        ("★★★½", 3.5, 5.0, "three and a half stars out of five"),
        ("★", 1.0, 5.0, "one star out of five"),
        ("4 stars", 4.0, None, "four stars"),
        ("8.7", 8.7, 10.0, "8.7 out of ten"),
        ("87/100", 87.0, 100.0, "87 out of 100"),
        ("½", 0.5, 5.0, "half out of five"),
        ("8", 8.0, None, ""),
        ("A minus", None, None, ""),
        ("11/10", 11.0, 10.0, ""),
    ],
)
def test_a_rating_is_said_on_its_own_scale(given: str, value: float | None, scale: float | None, said: str) -> None:
    """Stars and points become words; a figure without a scale, or off it, is not said."""
    assert rating_words(Rating(as_given=given, value=value, scale=scale)) == said


@pytest.mark.parametrize(
    ("items", "said"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "", "B", "C"), "A, B and C")]
)
def test_a_list_is_said_with_and(items: tuple[str, ...], said: str) -> None:
    """Names are joined as in speech; empty ones are not heard."""
    assert list_and(items) == said


@pytest.mark.parametrize(("name", "said"), [("Hanna Birkett", "Hanna"), ("J. P. Orr", "J. P. Orr"), ("", ""), ("Zed", "Zed")])
def test_a_critic_goes_by_the_first_name(name: str, said: str) -> None:
    """Initials are no name to be called by."""
    assert first_name(name) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("based on the novel by Ann Wye", "the novel by Ann Wye"),
        ("Ann Wye (short stories)", "the short stories by Ann Wye"),
        ("adapted from Ann Wye", ""),
    ],
)
def test_the_source_is_named_as_the_page_names_it(given: str, said: str) -> None:
    """What a work was made from is said only where the page says what it was."""
    assert origin(Review(credits=(Credit(name="Ann Wye", as_given=given, roles=("author of the source",)),))) == said


def test_two_directors_are_noticed() -> None:
    """Where the text names another director than the credits, neither is taken for right."""
    text = Section(paragraphs=("Here director Ann Mary Wye is at her best.",))
    credited = (Credit(name="Bo Zell", as_given="Bo Zell", roles=("director",)),)
    assert other_director(Review(credits=credited, sections=(text,))) == "Ann Mary Wye"
    own = Section(paragraphs=("As Zell knows, director Ann Mary Wye was first.",))
    assert other_director(Review(credits=credited, sections=(own,))) == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [("", "on our website"), ("http://www.example.org/reviews/", "at example.org/reviews"), ("the app", "on the app")],
)
def test_an_address_is_said_without_its_machinery(given: str, said: str) -> None:
    """No protocol and no trailing slash reach the air."""
    assert website(given) == said
