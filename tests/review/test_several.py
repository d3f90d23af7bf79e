"""Pages of several works, and pages of one that look like several: adding a case is adding two files to ``several/``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from segment.errors import ReviewError
from segment.model.review import Review
from segment.review import chosen, read, read_all, works

PAGES = Path(__file__).parent / "several"
CASES = sorted(path for path in PAGES.iterdir() if not path.name.endswith(".expected.json"))
CAPSULES = PAGES / "capsules.page.txt"


def shortened(review: Review) -> dict[str, Any]:
    """A review as the expected files write it: people by name, facts without the empty ones, paragraphs by their first words."""
    facts = msgspec.to_builtins(review.facts)
    return {
        **{field: getattr(review, field) for field in ("title", "headline", "kind", "reviewer", "date", "language")},
        "credits": {credit.name: list(credit.roles) for credit in review.credits},
        "cast": {member.actor: member.role for member in review.cast},
        "rating": [rating.as_given for rating in review.rating],
        "facts": {key: value for key, value in facts.items() if value},
        "headings": [section.heading for section in review.sections],
        "begins": [text for section in review.sections for text in section.paragraphs],
        "notes": [note.code for note in review.findings],
    }


@pytest.mark.parametrize("page", CASES, ids=lambda path: path.name)
def test_the_works_on_a_page_are_told_apart(page: Path) -> None:
    """The page gives as many reviews as expected, each with its own facts and text and nothing of its neighbour's."""
    expected = json.loads(page.with_name(page.name + ".expected.json").read_text(encoding="utf-8"))
    reviews = read_all(page.read_bytes(), name=page.name)
    assert [review.title for review in reviews] == [work.get("title", reviews[0].title) for work in expected]
    for review, work in zip(reviews, expected, strict=True):
        found = shortened(review)
        begins = work.pop("begins", [])
        assert {key: found[key] for key in work} == work
        assert all(text.startswith(begin) for text, begin in zip(found["begins"], begins, strict=False))
        assert len(begins) in {0, len(found["begins"])} or len(expected) == 1


def test_no_line_of_a_page_of_several_works_is_lost() -> None:
    """Every long line of a round-up is in one of its reviews or in the first one's list of what was left out."""
    reviews = read_all(CAPSULES.read_bytes(), name="p.txt")
    kept = " ".join(text for review in reviews for section in review.sections for text in section.paragraphs)
    kept += " ".join(item.text for review in reviews for item in review.left_out)
    for line in CAPSULES.read_text(encoding="utf-8").split("\n"):
        if len(line.split()) >= 12:
            assert line in kept


def test_the_first_work_is_read_and_the_others_are_named() -> None:
    """``read`` takes the first of several works and says in a note which it did not take."""
    review = read(CAPSULES.read_bytes(), name="p.txt")
    note = next(note for note in review.findings if note.code == "RV017")
    assert review.title == "The Long Culvert"
    assert (
        note.message
        == "The page holds 4 reviews; “The Long Culvert” was taken, not “Yeast”, “Mister Biscuit 2”, “The Bishop’s Umbrella”."
    )


def test_works_are_listed_by_number() -> None:
    """The list has a line for each work: number, title, kind, by-line, paragraphs."""
    listed = works(read_all(CAPSULES.read_bytes(), name="p.txt"))
    assert [(work.number, work.title, work.reviewer, work.paragraphs) for work in listed][:2] == [
        (1, "The Long Culvert", "Ottilie Branscombe", 1),
        (2, "Yeast", "Ottilie Branscombe", 1),
    ]


@pytest.mark.parametrize("asked", ["4", "The Bishop's Umbrella", "the bishop’s umbrella", "“The Bishop’s Umbrella”"])
def test_a_work_is_chosen_by_number_or_title(asked: str) -> None:
    """A number from 1, or the title in any case and with any quotation marks, chooses the work."""
    assert chosen(read_all(CAPSULES.read_bytes(), name="p.txt"), asked).title == "The Bishop’s Umbrella"


@pytest.mark.parametrize(
    ("asked", "says"),
    [("Yest", "Did you mean “Yeast”?"), ("9", "no work “9”"), ("0", "no work “0”"), ("Rope", "no work “Rope”")],
)
def test_a_work_that_is_not_there_is_refused(asked: str, says: str) -> None:
    """A title that nobody wrote is refused with exit code 2, the title likely meant, and a list of what is there."""
    with pytest.raises(ReviewError) as caught:
        chosen(read_all(CAPSULES.read_bytes(), name="p.txt"), asked)
    assert says in caught.value.message
    assert "3 Mister Biscuit 2" in caught.value.hint
    assert caught.value.exit_code == 2


def test_two_reviews_of_one_title_need_a_number() -> None:
    """A title that two critics reviewed does not choose between them."""
    reviews = read_all((PAGES / "two-critics.page.txt").read_bytes(), name="p.txt")
    with pytest.raises(ReviewError, match="2 reviews on this page are of “The Glass Ferry”"):
        chosen(reviews, "The Glass Ferry")
    assert chosen(reviews, "2").reviewer == "Denzil Farrow"
