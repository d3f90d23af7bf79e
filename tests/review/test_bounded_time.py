"""Whatever a page holds, reading it takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ReviewError
from segment.review import describe, read_all, to_markdown

SENTENCE = "Ann Roe runs a cinema for Max (Jo Poe) in a town where nobody goes out, and it is very good at what it does. "
FRONT = "---\nform: radio-segment review 1\ntitle: x\n---\n\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: (SENTENCE * 5 + "\n\n") * (size // 550),
    "one line": lambda size: "Title\n\n" + SENTENCE * (size // 110),
    "wrapped": lambda size: ("The film that Ann Roe has directed runs on for longer than the line\n") * (size // 68),
    "round-up": lambda size: ("The Kite\nDirected by Ann Roe\n★★★☆☆\n\n" + SENTENCE * 2 + "\n\n") * (size // 260),
    "headings": lambda size: ("## A heading\n\n" + SENTENCE + "\n\n") * (size // 126),
    "cast": lambda size: "T\nReviewed by Ann Roe\nStarring: " + "Ann Roe (Max), " * (size // 15) + "\n\n" + SENTENCE * 3,
    "brackets": lambda size: SENTENCE * 3 + "\n\n" + "(" * size,
    "quotation marks": lambda size: SENTENCE * 3 + "\n\n" + "“" * (size // 3),
    "Markdown": lambda size: "# T\n\n" + SENTENCE * 3 + "\n\n" + "*_[`](<{&" * (size // 9),
    "marks": lambda size: FRONT + "One is here. {keep} " * (size // 20),
    "marked paragraphs": lambda size: FRONT + (SENTENCE + "{keep} Two.\n\n{never} ") * (size // 135),
    "capitals": lambda size: "A " * (size // 2),
    "stops": lambda size: SENTENCE * 3 + "\n" + ". " * (size // 2),
    "names": lambda size: "Ann Roe Jo Poe Al Loe " * (size // 22),
    "stars": lambda size: SENTENCE * 3 + "\n\n" + "★" * (size // 3),
    "list items": lambda size: (
        "<html><body><article><h1>T</h1><p>"
        + SENTENCE * 3
        + "</p><ul>"
        + "<li>An item</li>" * (size // 17)
        + "</ul></article></html>"
    ),
    "emphasis": lambda size: "<html><body><p>" + SENTENCE * 3 + "<em>Ann</em> " * (size // 13) + "</p></body></html>",
    "list of Markdown": lambda size: "# T\n\n" + SENTENCE * 3 + "\n\n" + "- Ann Roe is here and the rest of it\n" * (size // 37),
    "run-in headings": lambda size: "# T\n\n" + ("The story. " + SENTENCE + "\n\n") * (size // 123),
    "run-in headings on one line": lambda size: "# T\n\n" + SENTENCE + "\n\n" + "The story: " * (size // 11),
    "different works": lambda size: "".join(
        f"The Kite {at}\nDirected by Ann Roe\n★★★☆☆\n\n{SENTENCE * 2}\n\n" for at in range(size // 262)
    ),
    "makers and titles": lambda size: "".join(f"Ann {at}, “Songs”\n\n{SENTENCE * 2}\n\n" for at in range(size // 250)),
    "facts open each paragraph": lambda size: "T\n\n" + (f"Director: Ann Roe. Cast: Jo Poe. {SENTENCE * 3}\n\n" * (size // 370)),
    "by-lines": lambda size: SENTENCE * 3 + "\n\n" + "Posted on May 4, 2022 by Ann Roe in Film\n\n" * (size // 42),
    "scores": lambda size: "T\n\n" + SENTENCE * 3 + "\n\n" + "Ann Roe: 8/10\n\n" * (size // 15),
    "performers": lambda size: "T\n\n" + "".join(f"Ann{'a' * (at % 9)} Roe (Max)\n" for at in range(size // 20)) + SENTENCE * 3,
    "teasers": lambda size: (
        "".join(f"The Kite {at}\n\nAnn Roe\n\nMay 4, 2022\n\n9\n\n" for at in range(size // 40)) + SENTENCE * 3
    ),
    "works under headings": lambda size: "".join(
        f"## Les 5 étoiles\n\n### Ann {at} - *Songs*\n\n{SENTENCE}\n\n" for at in range(size // 150)
    ),
    "addresses": lambda size: "T\n\n" + SENTENCE * 3 + "\n\n" + "The Brine Room\n2 Wall\nTel: 0113\n\n" * (size // 35),
    "headings of critics": lambda size: "T\n\n" + (f"Food\n\nThe Fish\n\n{SENTENCE}\n\n" * (size // 130)),
    "labels": lambda size: ("Director: Ann Roe, Jo Poe; Writer: Al Loe\n" * (size // 42)) + SENTENCE * 3,
}


def seconds(page: str) -> float:
    """Processor time to read a page, describe what it gave and write the first review of it."""
    start = time.process_time()
    try:
        reviews = read_all(page.encode(), name="page.txt")
    except ReviewError:
        reviews = ()
    for review in reviews[:1]:
        describe(review)
        to_markdown(review)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_time_grows_with_length_alone(shape: str) -> None:
    """Four times the page takes about four times as long, and 400 kB well under ten seconds of the processor."""
    make = SHAPES[shape]
    short = min(seconds(make(100_000)) for _ in range(2))
    long = seconds(make(400_000))
    assert long < 10 * max(short, 0.05)
    assert long < 5


pieces = st.sampled_from(
    ["(", "“", "*", "_", "[", "](", "{keep}", "★", "½", ". ", "\n", "\n\n", "A. ", "Ann Roe ", ": ", "by ", "/5", "<b>"]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=6).map("".join))
def test_no_pattern_hangs_the_reader(pattern: str) -> None:
    """A few hostile characters, over and over, are read or refused within a second and a half of the processor."""
    assert seconds(SENTENCE * 3 + "\n\n" + (pattern * 4000)[:40_000]) < 1.5
