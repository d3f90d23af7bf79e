"""Laws that hold for every review and every text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ReviewError
from segment.model.review import CastMember, Credit, Facts, Mark, Rating, Review, Section
from segment.review import describe, read, read_all, to_json, to_markdown, to_toml
from segment.review.layout.line import clean
from segment.review.markdown.inline import escaped, plain
from segment.review.roles import ROLES
from segment.review.settled import settled
from segment.sentences import sentences

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.name.endswith((".txt", ".md")))

characters = st.characters(
    exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\u2028\u2029\ufeff\u200b\xad\ufffe\uffff"
)
marks = st.sampled_from(
    ["*a*", "_b_", "# ", "## ", "> ", "- ", "1. ", "---", "[x](y)", "`", "&amp;", "<b>", "\\", "|", "Director: A", "☆"]
)
texts = st.lists(st.one_of(st.text(characters, max_size=12), marks), max_size=5).map(" ".join).map(clean)
full = texts.filter(bool)

mark_names = st.sampled_from(["keep", "60", "never", "spoiler"])
PROSE = (
    "Max (Jo Poe) runs a cinema.",
    "“It is good!” she says.",
    "Mr. Vane came at 3 p.m. with a {keep} in his hat…",
    "Why not?",
    "C’est « très » bien !",
    "{never}",
    "\\{60}",
    "so *it* goes",
)
reviews = st.builds(
    Review,
    title=texts,
    headline=texts,
    kind=texts,
    reviewer=texts,
    date=texts,
    language=texts,
    credits=st.lists(
        st.builds(Credit, name=full, as_given=full, roles=st.lists(st.sampled_from(ROLES), min_size=1, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    cast=st.lists(st.builds(CastMember, actor=full, role=texts), max_size=3).map(tuple),
    sections=st.lists(
        st.builds(Section, heading=texts, paragraphs=st.lists(full, max_size=3).map(tuple)),
        max_size=3,
    ).map(tuple),
    rating=st.lists(
        st.builds(
            Rating,
            as_given=full,
            value=st.none() | st.floats(0, 100, allow_nan=False),
            scale=st.none() | st.floats(1, 100, allow_nan=False),
        ),
        max_size=2,
    ).map(tuple),
    facts=st.builds(Facts, **dict.fromkeys(Facts.__struct_fields__, texts)),
    marks=st.lists(st.builds(Mark, mark=mark_names, text=full), max_size=2).map(tuple),
)
prose = st.lists(st.one_of(st.sampled_from(PROSE), texts), min_size=1, max_size=5).map(" ".join).map(clean).filter(bool)


@st.composite
def marked_reviews(draw: st.DrawFn) -> Review:
    """A review with marks on some of its paragraphs and sentences, and perhaps on words that are not in it."""
    sections = draw(
        st.lists(st.builds(Section, heading=texts, paragraphs=st.lists(prose, max_size=3).map(tuple)), min_size=1, max_size=3)
    )
    there = [text for section in sections for paragraph in section.paragraphs for text in (paragraph, *sentences(paragraph))]
    where = st.one_of(st.sampled_from(there), full) if there else full
    marked = draw(st.lists(st.builds(Mark, mark=mark_names, text=where), max_size=6))
    return settled(Review(sections=tuple(sections), marks=tuple(marked)))


@settings(max_examples=120, deadline=None)
@given(reviews)
def test_a_review_survives_json(review: Review) -> None:
    """What ``to_json`` writes reads back as an equal review."""
    assert read(to_json(review).encode(), name="review.json") == settled(review)


@settings(max_examples=200, deadline=None)
@given(reviews)
def test_a_review_survives_markdown(review: Review) -> None:
    """What ``to_markdown`` writes reads back as an equal review, whatever marks stand in its text."""
    assert read(to_markdown(review).encode(), name="review.md") == settled(review)


@settings(max_examples=120, deadline=None)
@given(reviews)
def test_a_review_survives_toml(review: Review) -> None:
    """What ``to_toml`` writes reads back as an equal review."""
    assert read(to_toml(review).encode(), name="review.toml") == settled(review)


@settings(max_examples=200, deadline=None)
@given(marked_reviews())
def test_marks_survive_every_form(review: Review) -> None:
    """Marks on paragraphs, on sentences and on words that are gone come back from each form as they were."""
    assert read(to_toml(review).encode(), name="review.toml") == review
    assert read(to_markdown(review).encode(), name="review.md") == review
    assert read(to_json(review).encode(), name="review.json") == review


@settings(max_examples=200, deadline=None)
@given(st.text(st.one_of(characters, st.sampled_from("*_[]()<>`\\&;#~!")), max_size=60))
def test_escaping_undoes_reading(text: str) -> None:
    """Escaped text, read as Markdown, is the text again."""
    assert plain(escaped(text)).text == text


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_read_page_survives_both_forms(page: Path) -> None:
    """A page that was read, written as review.md or JSON and read again, is the same review."""
    review = read(page.read_bytes(), name=page.name)
    assert read(to_markdown(review).encode(), name="review.md") == review
    assert read(to_json(review).encode(), name="review.json") == review


fragments = st.sampled_from(
    [
        "Reviewed by Ann Roe",
        "By Jo Poe | 3 May 2020",
        "Directed by Ann Roe, with Jo Poe and Al Loe",
        "Ann Roe, director and co-script w/Jo Poe based on the book by Al Loe",
        "Starring: Ann Roe (Bea), Jo Poe as Max, and others",
        "Director: Ann Roe, Jo Poe (novel)",
        "Artist: The Loes and Poes",
        "The story",
        "★★★½☆ Rating: 4/5",
        "Rating: 7 out of 10",
        "***f***ing _good_ and **bold _nested** text_ [a link](https://x.y) `code` &eacute; <b>tag</b>",
        "---",
        "title: A: B",
        "# Heading",
        "> quoted",
        "Share this",
        "Comments",
        "Recently Played",
        "The Kite (2019)",
        "1. The Kite (2019)",
        "The Kite ★★☆☆",
        ":: The Kite by Ann Roe, published by Quill Press, priced £9.99",
        "A film about a kite, a boy and a very long string that Ann Roe has made with care, and with a very small dog in it.",
        "The book is about a dog, and Al Loe has written it in the time that a dog would have taken, or so it seems.",
        "A sentence of this film that runs on for rather more than a dozen words, and then it ends.",
        "The cinema was full, the director — “une femme” — bowed… and the film broke off in the mid",
        "",
    ]
)
pages = st.lists(st.one_of(fragments, st.text(max_size=30)), max_size=25).map("\n".join)


def read_or_refused(data: bytes) -> tuple[Review, ...]:
    """The reviews, or none when the page was refused as it should be: exit code 1 and a sentence."""
    try:
        return read_all(data, name="page.txt")
    except ReviewError as refusal:
        if refusal.exit_code != 1 or not refusal.message.endswith((".", "?")):
            raise
        return ()


def words(text: str) -> set[str]:
    """The words of a text: letters and digits alone, without accents' compositions mattering."""
    return set(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text)))


@settings(max_examples=300, deadline=None)
@given(pages)
def test_nothing_is_invented(page: str) -> None:
    """Any text is read or refused in a sentence; every word of every copied field stands in the page, every role in the table."""
    # Marks may join what they stood between, as in "un*believ*able": so the page is taken without them too.
    there = words(clean(page)) | words(clean(page.replace("\n", " "))) | words(plain(page).text) | {"é"}
    for review in read_or_refused(page.encode()):
        copied = [review.title, review.headline, review.reviewer]
        copied += [text for section in review.sections for text in (section.heading, *section.paragraphs)]
        copied += [text for member in review.cast for text in (member.actor, member.role)]
        copied += [text for credit in review.credits for text in (credit.name, credit.as_given)]
        copied += [rating.as_given for rating in review.rating]
        copied += [getattr(review.facts, field) for field in Facts.__struct_fields__]
        for text in copied:
            assert words(text) <= there
        assert all(role in ROLES for credit in review.credits for role in credit.roles)
        assert describe(review)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes whatever make the reader fail otherwise than with a sentence."""
    read_or_refused(data)
