"""HTML pages: what the markup says of the text, and pages made to exhaust a reader."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ReviewError
from segment.model.review import Review
from segment.review import read

PROSE = "The dog of the title swims out to the island every morning, and every morning somebody has to row out and fetch it back."
MORE = "Nobody in the film says why, and that is the best thing about it; the second best is the dog, who is called Admiral."


def page(inside: str, head: str = "") -> Review:
    """A page with a title, two paragraphs, and something between them."""
    body = f"<article><h1>The Lake Dog</h1>{inside}<p>{PROSE}</p><p>{MORE}</p></article>"
    text = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read(text.encode(), name="page.html")


def paragraphs(review: Review) -> list[str]:
    """The paragraphs of a review."""
    return [text for section in review.sections for text in section.paragraphs]


@pytest.mark.parametrize(
    ("inside", "value", "scale"),
    [
        ('<span aria-label="3.5 out of 5 stars"></span>', 3.5, 5),
        ('<img src="s.png" alt="Rating: 4/5">', 4, 5),
        ('<div title="2 of 5 stars"><svg></svg></div>', 2, 5),
        (
            "<div>" + '<i class="fa fa-star"></i>' * 3 + '<i class="fa fa-star-half-o"></i><i class="fa fa-star-o"></i></div>',
            3.5,
            5,
        ),
        ("<p>" + '<img src="x.gif" alt="star">' * 4 + "</p>", 4, None),
        ('<p class="review-score">8.7</p>', 8.7, None),
        ("<p>★★★☆☆</p>", 3, 5),
    ],
)
def test_a_rating_may_be_shown_by_pictures(inside: str, value: float, scale: float | None) -> None:
    """Stars in labels, alternative texts, class names and score boxes are ratings."""
    (found,) = page(inside).rating
    assert (found.value, found.scale) == (value, scale)


@pytest.mark.parametrize(
    "inside",
    [
        '<p class="rating-count">212</p>',
        '<img src="a.jpg" alt="A star is born">',
        '<img src="a.jpg" alt="Picture 3 of 12">',
        '<div class="gallery-count">14</div>',
    ],
)
def test_a_number_is_not_always_a_rating(inside: str) -> None:
    """Counts of votes and pictures are none."""
    assert page(inside).rating == ()


@pytest.mark.parametrize(
    ("inside", "reviewer"),
    [
        ("<p>By<a href='/x'>Ann Roe</a></p>", "Ann Roe"),
        ("<p><a rel='author' href='/x'>Ann Roe</a></p>", "Ann Roe"),
        ("<div><a href='/author/ann'>Ann Roe</a>, @annroe</div>", "Ann Roe"),
        ("<p class='byline'>By <b>Ann Roe</b> <time>3 May 2020</time></p>", "Ann Roe"),
    ],
)
def test_a_byline_may_be_a_link(inside: str, reviewer: str) -> None:
    """Words that only a style keeps apart are apart, and a link to an author's page names the author."""
    assert page(inside).reviewer == reviewer


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Director: Jo Poe</p>",
        "<p><b>Director</b> Jo Poe</p>",
        "<dl><dt>Director</dt><dd>Jo Poe</dd></dl>",
        "<table><tr><th>Director</th><td>Jo Poe</td></tr></table>",
        "<ul><li><strong>Director:</strong> Jo Poe</li></ul>",
        "<div><div>Director:</div><div>Jo Poe</div></div>",
        "<aside class='infobox'><p>Director: Jo Poe</p></aside>",
    ],
)
def test_a_fact_may_be_laid_out_in_many_ways(inside: str) -> None:
    """A label and its name, as a line, a list, a table or two boxes, are one credit."""
    assert [(credit.name, credit.roles) for credit in page(inside).credits] == [("Jo Poe", ("director",))]


@pytest.mark.parametrize(
    "inside",
    [
        "<nav><a href='/'>Elsewhere</a></nav>",
        "<div class='share-buttons'>Elsewhere</div>",
        f"<div id='newsletterSignup'><p>Elsewhere {PROSE}</p></div>",
        "<figure><img><figcaption>Elsewhere</figcaption></figure>",
        f"<div hidden><p>Elsewhere {PROSE}</p></div>",
        "<form><label>Elsewhere</label><input></form>",
        "<p style='display: none'>Elsewhere</p>",
    ],
)
def test_furniture_is_left_out_and_listed(inside: str) -> None:
    """What tags, class names and styles say is no text is no text, and is listed with a reason."""
    review = page(inside)
    assert paragraphs(review) == [PROSE, MORE]
    assert any("Elsewhere" in item.text and item.reason and item.line == 1 for item in review.left_out)


def test_a_body_is_never_furniture() -> None:
    """An element with most of the page's prose is the text, whatever its class is called."""
    text = f"<html><body><div class='sidebar comments promo'><h1>The Lake Dog</h1><p>{PROSE}</p><p>{MORE}</p></div></body></html>"
    assert paragraphs(read(text.encode(), name="page.html")) == [PROSE, MORE]


def test_scripts_and_templates_are_no_text() -> None:
    """Nothing a browser does not show is read, tags inside scripts least of all."""
    review = page(
        f"<script>var a = '<p>{PROSE[:60]} elsewhere.</p>'</script><template><p>Elsewhere.</p></template><style>p {{}}</style>"
    )
    assert paragraphs(review) == [PROSE, MORE]


def test_inline_marks_do_not_part_words() -> None:
    """A drop capital and italics inside a word leave the word whole."""
    words = "and yet the whole harbour seems to believe it without a second look."
    review = page(f"<p><span class='cap'>T</span>his is un<em>believ</em>able, {words}</p>")
    assert paragraphs(review)[0].startswith("This is unbelievable, and yet")


def test_the_data_is_only_evidence() -> None:
    """A hidden by-line fills a gap, gives way to the page's own, and a difference is noted."""
    data = '<script type="application/ld+json">{"@type":"Review","author":"Jo Poe","itemReviewed":"The Lake Dog"}</script>'
    assert page("", data).reviewer == "Jo Poe"
    review = page("<p>By Ann Roe</p>", data)
    assert review.reviewer == "Ann Roe"
    assert [note.code for note in review.findings if "Jo Poe" in note.message] == ["RV018"]


def test_a_cut_body_gives_way_to_the_page() -> None:
    """A text in the data that breaks off is never taken, and without another there is no review."""
    cut = (
        f'<script type="application/ld+json">{{"@type":"Review","author":"Jo Poe","reviewBody":"{PROSE} {MORE[:40]}…"}}</script>'
    )
    assert paragraphs(page("", cut)) == [PROSE, MORE]
    with pytest.raises(ReviewError, match="no review"):
        read(f"<html><head>{cut}</head><body><div id=app></div></body></html>".encode(), name="page.html")


def test_the_meta_tags_come_last() -> None:
    """Author and date of the page's head count where nothing else names any."""
    head = '<meta name="author" content="Al Loe"><meta property="article:published_time" content="2020-03-04T10:00:00Z">'
    assert (page("", head).reviewer, page("", head).date) == ("Al Loe", "2020-03-04")
    assert page("<p>By Ann Roe</p>", head).reviewer == "Ann Roe"


def test_a_page_may_say_its_encoding() -> None:
    """A page that is not UTF-8 is read as its own head says, with a note; a name nobody knows is no help."""
    text = (
        f"<html><head><meta charset='{{}}'></head><body><h1>Łódź</h1><p>By Ann Roe</p><p>{PROSE}</p><p>{MORE}</p></body></html>"
    )
    review = read(text.format("iso-8859-2").encode("iso-8859-2"), name="page.html")
    assert review.title == "Łódź"
    assert [note.code for note in review.findings if "iso8859-2" in note.message] == ["RV001"]
    assert read(text.format("x-unknown").encode("iso-8859-2"), name="page.html").title != "Łódź"


BOMBS = {
    "depth": "<div>" * 200_000,
    "inline depth": "<b>" * 200_000,
    "attributes": "<div " + " ".join(f"a{number}=1" for number in range(50_000)) + ">",
    "class": '<div class="' + "share " * 200_000 + '">x</div>',
    "spans": "<p>" + "<span>a</span>B" * 40_000,
    "entities": "<p>" + "&amp;" * 200_000,
    "quotes": (f"<p>{PROSE}</p><blockquote>{PROSE}</blockquote>") * 600,
    "headings": "<h2>Heading</h2>" * 10_000,
}


@pytest.mark.parametrize("bomb", BOMBS, ids=str)
def test_a_bomb_is_read_or_refused_in_no_time(bomb: str) -> None:
    """Depth, attributes, classes and entities in masses cost no more than their length."""
    start = time.process_time()
    with suppress(ReviewError):
        read(f"<html><body><h1>X</h1><p>{PROSE}</p><p>{MORE}</p>{BOMBS[bomb]}</body></html>".encode(), name="page.html")
    assert time.process_time() - start < 4


tags = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<br>",
        "<b>",
        "</b>",
        "<a rel=author>",
        "</a>",
        "<li>",
        "<table><tr><td>",
        "<dt>Director<dd>",
        "<script type='application/ld+json'>{",
        "</script>",
        "<!--",
        "-->",
        "<i class=star>",
        "&nbsp;",
        "<time>",
        "</time>",
        "<figure>",
        "By Ann Roe",
        "Director: Jo Poe",
        PROSE,
        MORE,
        "4/5",
        "★★★",
        "<",
        ">",
        "'",
        '"',
    ]
)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(tags, st.text(max_size=8)), max_size=30).map("".join))
def test_any_markup_is_read_or_refused(inside: str) -> None:
    """No nesting of tags, however wrong, makes the reader fail otherwise than with a sentence."""
    with suppress(ReviewError):
        read(f"<html><body>{inside}<p>{PROSE}".encode("utf-8", "replace"), name="page.html")


@pytest.mark.parametrize(
    ("name", "title", "reviewer", "date", "rating", "words"),
    [
        ("h01_pitchfork_lust_for_youth.html", "Lust for Youth", "Larry Fitzmaurice", "2019-06-07", (6.2, None), 519),
        ("h04_pcgamer_darkest_of_times.html", "Through the Darkest of Times", "Luke Kemp", "2020-02-11", (87, 100), 997),
        ("h11_engadget_xbox_one_x.html", "Xbox One X", "Devindra Hardawar", "2017-11-03", (87, 100), 1831),
    ],
)
def test_real_pages_are_read(
    samples: Path, name: str, title: str, reviewer: str, date: str, rating: tuple[float, float | None], words: int
) -> None:
    """Whole pages from the wild give title, by-line, date, rating and the article's text within two per cent of its words."""
    review = read((samples / "reviews" / name).read_bytes(), name=name)
    assert (review.title, review.reviewer, review.date) == (title, reviewer, date)
    assert [(found.value, found.scale) for found in review.rating] == [rating]
    assert sum(len(text.split()) for text in paragraphs(review)) == pytest.approx(words, rel=0.02)
