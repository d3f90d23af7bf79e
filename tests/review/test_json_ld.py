"""JSON-LD as pages carry it: broken JSON made out, and schema.org's shapes."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.review.linked.json_text import lenient
from segment.review.linked.said import Said
from segment.review.linked.schema import reviews_in

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(values)
def test_sound_json_is_read_as_it_is(value: object) -> None:
    """What is JSON already is not changed by the mending."""
    assert lenient(json.dumps(value)) == value


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from('{}[]",:/*\\ \n\tab1&quot;<!->'), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any text gives a value or None."""
    lenient(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2,], }', {"a": [1, 2]}),
        ('{"a": 1, // why\n "b": 2 /* and so on */,\n}', {"a": 1, "b": 2}),
        ('<![CDATA[{"a": "b"}]]>', {"a": "b"}),
        ('//<![CDATA[\n{"a": "b"}\n//]]>', {"a": "b"}),
        ('<!-- {"a": "b"} -->', {"a": "b"}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        (r'{"a": "it\'s"}', {"a": "it's"}),
        ('{"a": "http://x.y/*z"};', {"a": "http://x.y/*z"}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('{"a": ', None),
        ("", None),
    ],
)
def test_broken_json_is_made_out(text: str, value: object) -> None:
    """Trailing commas, comments, CDATA marks, raw line breaks and entities are seen through; the rest is None."""
    assert lenient(text) == value


@pytest.mark.parametrize("text", ['{"a":"' + '\\"' * 200_000, "{" + "/*" * 200_000, "[" + ", " * 200_000, "[" * 200_000])
def test_hostile_json_takes_no_time(text: str) -> None:
    """What is never closed is given up in one pass."""
    start = time.process_time()
    assert lenient(text) is None
    assert time.process_time() - start < 2


def one(data: object) -> Said:
    """The only review in some data."""
    (said,) = reviews_in(data, line=7)
    return said


REVIEW = {"@type": "Review", "author": "Ann Roe", "itemReviewed": "The Lake Dog"}


@pytest.mark.parametrize(
    "item",
    [
        "The Lake Dog",
        ["The Lake Dog"],
        {"@type": "Movie", "name": "The Lake Dog"},
        [{"@type": "Movie", "name": ["The Lake Dog"]}],
        {"@type": "Product", "itemReviewed": {"@type": "Movie", "name": "The Lake Dog"}},
        {"@type": "Movie", "name": {"@value": "The <i>Lake</i> Dog", "@language": "en"}},
    ],
)
def test_the_work_has_many_shapes(item: object) -> None:
    """A text, an object, a list of either, or one nested in a product: the title is the same."""
    assert one({**REVIEW, "itemReviewed": item}).title == "The Lake Dog"


@pytest.mark.parametrize(
    "author",
    [
        "Ann Roe",
        {"@type": "Person", "name": "Ann Roe"},
        [{"@type": "Organization", "name": "Lake Press"}, {"@type": "Person", "name": "Ann Roe"}],
        {"@type": ["Person"], "name": ["Ann Roe"]},
    ],
)
def test_an_author_is_a_person(author: object) -> None:
    """A text, an object or a list; a newspaper is nobody."""
    assert one({**REVIEW, "author": author}).reviewers == ("Ann Roe",)


@pytest.mark.parametrize(
    ("rating", "value", "scale"),
    [
        ({"ratingValue": "87", "bestRating": "100", "worstRating": "0"}, 87, 100),
        ([{"@type": "Rating", "ratingValue": 3.5, "bestRating": 5}], 3.5, 5),
        ({"ratingValue": "4/5"}, 4, 5),
        ({"ratingValue": 8}, 8, None),
        ({"ratingValue": "8,5", "bestRating": "10"}, 8.5, 10),
        ({"ratingValue": 9, "bestRating": 5}, 9, None),
        (7, 7, None),
        ("★★★☆☆", 3, 5),
    ],
)
def test_a_rating_has_many_shapes(rating: object, value: float, scale: float | None) -> None:
    """An object, a list, a bare number or a text; a scale that is not said is not made up."""
    (found,) = one({**REVIEW, "reviewRating": rating}).rating
    assert (found.value, found.scale) == (value, scale)


def test_what_is_no_critics_rating_is_not_taken() -> None:
    """The average of the readers' votes is not the review's rating."""
    item = {"@type": "Movie", "name": "The Lake Dog", "aggregateRating": {"ratingValue": 2.1, "bestRating": 5}}
    assert one({**REVIEW, "itemReviewed": item}).rating == ()


def test_the_work_may_hold_its_review() -> None:
    """A review inside the product it is about, beside a graph's other objects, and people by reference."""
    data = {
        "@graph": [
            {"@type": "Person", "@id": "#roe", "name": "Ann Roe"},
            {
                "@type": "Movie",
                "name": "The Lake Dog",
                "director": {"name": "Jo Poe"},
                "review": {"@type": "Review", "author": {"@id": "#roe"}},
            },
        ]
    }
    said = one(data)
    assert (said.title, said.reviewers, said.kind) == ("The Lake Dog", ("Ann Roe",), "film")
    assert [(credit.name, credit.as_given, credit.roles) for credit in said.credits] == [("Jo Poe", "Jo Poe", ("director",))]


def test_an_article_may_hold_the_review() -> None:
    """Headline and date of the article round it are the review's."""
    said = one({"@type": "NewsArticle", "headline": "Walkies", "datePublished": "2020-01-02", "review": REVIEW})
    assert (said.headline, said.date, said.title) == ("Walkies", "2020-01-02", "The Lake Dog")


def test_actors_may_be_given_with_parts() -> None:
    """``PerformanceRole`` gives the character's name (https://schema.org/PerformanceRole)."""
    item = {"@type": "Movie", "name": "X", "actor": [{"actor": {"name": "Ann Roe"}, "characterName": "Bea"}, {"name": "Jo Poe"}]}
    assert [(member.actor, member.role) for member in one({**REVIEW, "itemReviewed": item}).cast] == [
        ("Ann Roe", "Bea"),
        ("Jo Poe", ""),
    ]


def test_endless_data_ends() -> None:
    """Objects nested without end, or in great number, are looked at to a bound."""
    deep: object = REVIEW
    for _ in range(500):
        deep = {"x": deep}
    assert reviews_in(deep, line=1) == []
    assert len(reviews_in([{"x": number} for number in range(100_000)], line=1)) == 0
