"""Lines that sign a page."""

from __future__ import annotations

import pytest

from segment.review.facts.signature import signature


@pytest.mark.parametrize(
    ("line", "name", "date"),
    [
        ("By Ann Roe | 4 October 2012", "Ann Roe", "2012-10-04"),
        ("Posted on May 4, 2022 by Ann Roe in Film", "Ann Roe", "2022-05-04"),
        ("May 4, 2022 by Jo Larch", "Jo Larch", "2022-05-04"),
        ("Publié le 4 mai 2022 par Jo Larch", "Jo Larch", "2022-05-04"),
        ("Jo Larch, 4 October 2012", "Jo Larch", "2012-10-04"),
        ("Ann Roe Dec 29 2014, 12:16 PM ET", "Ann Roe", "2014-12-29"),
        ("By Ann Roe • Published May 4, 2022 at 10:00 am", "Ann Roe", "2022-05-04"),
        ("Ann Roe, chief film critic", "Ann Roe", ""),
        ("JO LARCH | STAFF WRITER", "JO LARCH", ""),
        ("– Kyle Marsh, Writer", "Kyle Marsh", ""),
        ("By Ann Roe Film Critic", "Ann Roe", ""),
        ("By Ann Roe and Jo Poe", "Ann Roe and Jo Poe", ""),
        ("Von Vanessa Franzen", "Vanessa Franzen", ""),
        ("Written by Ann Roe on May 4, 2022", "Ann Roe", "2022-05-04"),
        ("By Jo Hall", "Jo Hall", ""),
    ],
)
def test_a_signature_gives_name_and_day(line: str, name: str, date: str) -> None:
    """Whatever the order, and whatever a site sets round them, the name is copied and the day understood."""
    found = signature(line)
    assert found is not None
    assert (found.name, found.date) == (name, date)


@pytest.mark.parametrize(
    "line",
    [
        "Written by Ann Roe",
        "Directed by Ann Roe",
        "A play by Ann Roe",
        "Ann Roe, writer",
        "Harbour Opera House, 4 May 2022",
        "Ann Roe – Quay Times",
        "It was taken by storm on May 4, 2022",
        "",
    ],
)
def test_other_lines_sign_nothing(line: str) -> None:
    """A maker's line, a house with a day, or a sentence with "by" in it is no by-line."""
    assert signature(line) is None
