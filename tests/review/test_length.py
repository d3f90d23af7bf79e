"""The longest page: it is read to a line far beyond any review, and what is not read is said."""

from __future__ import annotations

import msgspec
import pytest

from segment.errors import ReviewError
from segment.model.review import CastMember, Review, Section
from segment.review import read, read_all, to_json

SENTENCE = "Ann Roe keeps a cinema in a town where nobody goes out, and it is very good at what it does.\n\n"


def test_a_page_is_read_to_its_thirty_thousandth_line() -> None:
    """The lines beyond are counted in a note, which names the first of them, and listed as left out."""
    review = read(("The Kite\n\n" + SENTENCE * 30_100).encode(), name="page.txt")
    note = next(note for note in review.findings if note.code == "RV046")
    assert sum(len(section.paragraphs) for section in review.sections) < 30_000
    assert "101 lines from here on were left out" in note.message
    assert note.where is not None
    assert any(item.line == note.where.line and "longest page" in item.reason for item in review.left_out)


def test_a_page_gives_no_more_works_than_two_thousand() -> None:
    """The reviews beyond are counted in a note and listed as left out: they would be read as a page each."""
    page = "".join(f"The Kite {at}\nDirected by Ann Roe\n\n{SENTENCE.strip()} {SENTENCE}" for at in range(2_010))
    reviews = read_all(page.encode(), name="page.txt")
    assert len(reviews) == 2_000
    assert [note.code for note in reviews[0].findings].count("RV046") == 1


def test_a_web_page_is_looked_at_no_further_than_any_goes() -> None:
    """Of a page with a list of sixty thousand items the text is read, and a note says where the looking ended."""
    page = f"<html><body><h1>The Kite</h1><p>{SENTENCE * 3}</p><ul>" + "<li>An item</li>\n" * 60_000 + "</ul></body></html>"
    review = read(page.encode(), name="page.html")
    assert review.title == "The Kite"
    assert [note.code for note in review.findings].count("RV046") >= 1


@pytest.mark.parametrize("what", ["paragraphs", "people"])
def test_a_structured_review_longer_than_any_is_refused(what: str) -> None:
    """What a producer wrote is never cut in silence: the whole of it is refused with a sentence."""
    paragraphs = ("A short one.",) * (30_001 if what == "paragraphs" else 1)
    cast = tuple(CastMember(actor=f"Ann Roe {at}") for at in range(30_001 if what == "people" else 0))
    review = Review(title="The Kite", cast=cast, sections=(Section(paragraphs=paragraphs),))
    with pytest.raises(ReviewError, match=f"over 30,000 {what}"):
        read(msgspec.json.encode(review), name="review.json")
    assert to_json(Review(title="The Kite", sections=(Section(paragraphs=("A short one.",)),)))
