"""Who wrote the review, in the words that stand around the name."""

from __future__ import annotations

import pytest

from segment.review import read

TEXT = "Mira Tolland plays a lighthouse keeper who has stopped answering letters, and the sea does most of the talking. " * 4


@pytest.mark.parametrize(
    "line",
    [
        "A film review by Hanna Birkett",
        "A review by Hanna Birkett",
        "An opera review by Hanna Birkett",
        "Film review by Hanna Birkett",
        "Reviewed by Hanna Birkett",
        "review by: Hanna Birkett",
    ],
)
def test_a_byline_under_the_title_names_the_critic_and_nobody_else(line: str) -> None:
    """The line above is the title, the name is the critic's, and no maker of the work."""
    review = read(f"Ash\n{line}\nDirected by Jonas Vale\n\n{TEXT}\n".encode(), name="page.txt")
    assert (review.title, review.reviewer) == ("Ash", "Hanna Birkett")
    assert [credit.name for credit in review.credits] == ["Jonas Vale"]
