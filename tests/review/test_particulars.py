"""Facts of a work that a line states without a label."""

from __future__ import annotations

import pytest

from segment.review.facts.particulars import bracketed, particulars, run_said
from segment.review.facts.unmarked import unmarked_label


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("2012, 120 min, PG-13", {"year": "2012", "running_time": "120 min", "certificate": "PG-13"}),
        ("USA, 2012, 120 min", {"year": "2012", "running_time": "120 min"}),
        ("Cert 15, 97 mins", {"certificate": "15", "running_time": "97 mins"}),
        ("Quill Press, £14.99, 320pp", {"publisher": "Quill Press", "price": "£14.99"}),
        ("1h35", {"running_time": "1h35"}),
        (
            "The Weir Gallery, Millhaven, until 23 September",
            {"venue": "The Weir Gallery, Millhaven", "dates": "until 23 September"},
        ),
        ("Until 3 May 2021", {"dates": "Until 3 May 2021"}),
    ],
)
def test_a_line_of_facts_is_taken_apart(line: str, facts: dict[str, str]) -> None:
    """Each item goes to its field as it is printed."""
    found = particulars(line)
    assert found is not None
    assert dict(found.facts) == facts


@pytest.mark.parametrize(
    "line",
    [
        "15",
        "1984",
        "R",
        "Ann, Bea, Cy",
        "He was 15, and it was 2012 before he knew it",
        "Three, two, one",
        "We stayed until 3 May",
    ],
)
def test_other_lines_state_no_facts(line: str) -> None:
    """A bare number, a list of names or a sentence with a year in it is left alone."""
    assert particulars(line) is None


def test_brackets_behind_a_title_hold_facts_or_belong_to_it() -> None:
    """A year, a time and a certificate come off a title; other words in brackets stay."""
    assert bracketed("The Lake Dog (2014, 97 min, 15)") == (
        "The Lake Dog",
        (("year", "2014"), ("running_time", "97 min"), ("certificate", "15")),
    )
    assert bracketed("The Lake Dog (and Others)") == ("The Lake Dog (and Others)", ())


def test_where_and_until_when_out_of_a_last_sentence() -> None:
    """A short closing sentence gives venue and dates, copied."""
    said = run_said("The Thief is on at the Harbour Theatre until 23 September.")
    assert said == (("venue", "the Harbour Theatre"), ("dates", "until 23 September"))


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Rating ★★★★", ("Rating", "★★★★")),
        ("Running time 97 minutes", ("Running time", "97 minutes")),
        ("Grade B+", ("Grade", "B+")),
        ("Rated PG-13", ("Rated", "PG-13")),
        ("Note 3", None),
        ("Rated by everybody", None),
    ],
)
def test_a_label_without_a_colon_is_known_by_its_value(line: str, parts: tuple[str, str] | None) -> None:
    """Only a value of the label's own sort makes it a label."""
    assert unmarked_label(line) == parts
