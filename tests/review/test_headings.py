"""Headings a publication calls by its own names, and headings that run into their paragraphs."""

from __future__ import annotations

import pytest

from segment.model.review import Review
from segment.review import read

STORY = "A man walks his dog round a lake until one of them falls in, and the other has to decide what to do about it.\n"
VERDICT = "Go and see this film with a dog, or without one, but take a towel whichever way you do it.\n"
HEAD = "The Lake Dog\nReviewed by Ann Roe\n\n"
ALIASES = {"Le pitch": "The premise", "Pinte ou demi?": "The verdict"}


def headings(page: str, aliases: dict[str, str] | None = None) -> list[str]:
    """The headings of a page's sections."""
    review: Review = read(page.encode(), name="page.txt", aliases=aliases)
    return [section.heading for section in review.sections]


@pytest.mark.parametrize(
    "page",
    [
        f"{HEAD}Le pitch\n{STORY}\nPinte ou demi ?\n{VERDICT}",
        f"{HEAD}LE PITCH\n\n{STORY}\nPinte ou demi?\n\n{VERDICT}",
        f"{HEAD}Le pitch : {STORY}\nPinte ou demi? {VERDICT}".replace("demi? ", "demi?\n"),
        f"# The Lake Dog\n\nBy Ann Roe\n\n## Le pitch\n\n{STORY}\n## Pinte ou demi?\n\n{VERDICT}",
    ],
)
def test_a_publications_own_headings_become_known_ones(page: str) -> None:
    """Whatever the case and the spaces, alone on a line or before a colon, an alias gives the heading it leads to."""
    assert headings(page, ALIASES) == ["The premise", "The verdict"]


def test_without_aliases_nothing_is_renamed() -> None:
    """A heading nobody gave a meaning stays as it is on the page."""
    assert headings(f"{HEAD}Le pitch\n{STORY}\nThe verdict\n{VERDICT}") == ["Le pitch", "The verdict"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{HEAD}The Story. {STORY}\nThe Verdict. {VERDICT}", ["The Story", "The Verdict"]),
        (f"{HEAD}Story: {STORY}\nVerdict: {VERDICT}", ["Story", "Verdict"]),
        (f"{HEAD}Story. {STORY}\nVerdict. {VERDICT}", ["Story", "Verdict"]),
        (f"{HEAD}Music. {STORY}\n{VERDICT}", [""]),
        (f"{HEAD}Dr. Loe says: {STORY}\n{VERDICT}", [""]),
        (f"{HEAD}**The pub.** {STORY}\n**The towel.** {VERDICT}", ["The pub", "The towel"]),
        (f"{HEAD}**Low Water** is long. {STORY}\n**The towel** {VERDICT}", [""]),
    ],
)
def test_a_heading_that_runs_into_its_paragraph_is_a_heading(page: str, expected: list[str]) -> None:
    """Known words before a mark head a section; one lone word and a full stop is a sentence."""
    assert headings(page) == expected


def test_a_work_called_like_a_heading_is_the_title() -> None:
    """A film called "The Skinny" keeps its title, and its section "The skinny" its text."""
    review = read(f"The Skinny\n\n{STORY}\nThe skinny\n\n{VERDICT}\nBy Ann Roe".encode(), name="page.txt")
    alone = read(f"The Skinny\n\n{STORY}\n{VERDICT}".encode(), name="page.txt")
    assert alone.title == "The Skinny"
    assert [section.heading for section in alone.sections] == [""]
    assert review.sections[-1].heading == "The skinny"
