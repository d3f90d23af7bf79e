"""Pages and what they must be read as: adding a case is adding two files to ``pages/``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from segment.model.review import Review
from segment.review import read

PAGES = Path(__file__).parent / "pages"
EXAMPLE = Path(__file__).parents[2] / "examples" / "salt-in-the-piano" / "review.page.txt"
CASES = sorted(path for path in PAGES.iterdir() if not path.name.endswith(".expected.json"))


def as_data(review: Review) -> dict[str, Any]:
    """The review as JSON would hold it: findings as code and line, facts where there are any; origins are tested as a law."""
    data: dict[str, Any] = json.loads(msgspec.json.encode(review))
    del data["origins"]
    data["facts"] = {key: value for key, value in data["facts"].items() if value}
    for field in ("facts", "marks"):
        if not data[field]:
            del data[field]
    data["findings"] = [f"{note.code} {note.where.line if note.where else 0}" for note in review.findings]
    return data


@pytest.mark.parametrize("page", CASES, ids=lambda path: path.name)
def test_a_page_is_read_as_expected(page: Path) -> None:
    """Every field, every paragraph, every line left out and every note is what a person said it should be."""
    expected = json.loads(page.with_name(page.name + ".expected.json").read_text(encoding="utf-8"))
    assert as_data(read(page.read_bytes(), name=page.name)) == expected


def test_the_example_comes_out_whole() -> None:
    """The project's own example gives title, by-line, three credits, four performers, six sections, and its furniture apart."""
    review = read(EXAMPLE.read_bytes(), name="review.page.txt")
    assert (review.title, review.headline, review.reviewer) == ("Salt in the Piano", "", "Winifred Tallowby")
    assert (review.kind, review.language) == ("film", "en")
    assert [(credit.name, credit.roles) for credit in review.credits] == [
        ("Séverine Quillouët", ("director", "writer")),
        ("Tobin Aldersquith", ("writer",)),
        ("Merit Hollowmast", ("author of the source",)),
    ]
    assert [(member.actor, member.role) for member in review.cast] == [
        ("Celestine Aubrecoeur", "Ottoline"),
        ("Dov Marrasz", "Joss"),
        ("Pip Underlaithe", "Bertie"),
        ("Agnes Thornywick", "Mrs. Vane"),
    ]
    assert [(section.heading, len(section.paragraphs)) for section in review.sections] == [
        ("The buzz", 1),
        ("The genres", 1),
        ("The premise", 5),
        ("The performances", 2),
        ("The director", 1),
        ("The skinny", 2),
    ]
    assert [item.line for item in review.left_out] == [3, 47, 49, 50, 51, 52, 53, 55]
    assert [(note.code, note.where.line if note.where else 0) for note in review.findings] == [("RV030", 25), ("RV032", 29)]


def test_the_founding_page_comes_out_whole(samples: Path) -> None:
    """The real page the project began with gives every field, in full, and names its nine lines of furniture."""
    page = samples / "reviews" / "rust-and-bone.page.txt"
    lines = page.read_text(encoding="utf-8").split("\n")
    review = read(page.read_bytes(), name=page.name)
    assert (review.title, review.headline, review.reviewer) == ("Rust and Bone", "", "Marc Glassman")
    assert [(credit.name, credit.as_given, credit.roles) for credit in review.credits] == [
        ("Jacques Audiard", "Jacques Audiard, director and co-script", ("director", "writer")),
        ("Thomas Bidegain", "co-script w/Thomas Bidegain", ("writer",)),
        ("Craig Davidson", "based on the book by Craig Davidson", ("author of the source",)),
    ]
    assert [member.role for member in review.cast] == ["Stephanie", "Ali", "Sam", "Louise"]
    assert [section.heading for section in review.sections] == [
        "The buzz",
        "The genres",
        "The premise",
        "The performances",
        "The director",
        "The skinny",
    ]
    assert [text for section in review.sections for text in section.paragraphs] == [
        line for line in lines[9:50] if len(line) > 40
    ]
    assert [item.line for item in review.left_out] == [3, 51, 53, 54, 55, 56, 57, 58, 60]


@pytest.mark.parametrize(
    ("name", "title", "reviewer", "people"),
    [
        ("g02_felix_lincoln.md", "Lincoln", "", 10),
        ("g03_felix_blue_warmest_colour.md", "Blue is the Warmest Colour", "Fred Fyles", 5),
        ("g04_felix_calvary.md", "Calvary", "", 6),
        ("g06_felix_godot_theatre.md", "Waiting for Godot", "", 0),
        ("g19_adelbordbari_velvet_underground.md", "The Velvet Underground & Nico", "", 1),
        ("g20_j6nca_katzs_deli.md", "Katz's Deli", "", 0),
    ],
)
def test_real_markdown_is_read(samples: Path, name: str, title: str, reviewer: str, people: int) -> None:
    """Markdown reviews from the wild give the work's title, a by-line only where a person is named, and everybody credited."""
    review = read((samples / "reviews" / name).read_bytes(), name=name)
    assert (review.title, review.reviewer, len(review.credits) + len(review.cast)) == (title, reviewer, people)


@pytest.mark.parametrize("page", [path for path in [*CASES, EXAMPLE] if path.name.endswith(".txt")], ids=lambda path: path.name)
def test_no_sentence_of_a_page_is_lost(page: Path) -> None:
    """Every long line of a page is in the review's text or in the list of what was left out."""
    review = read(page.read_bytes(), name=page.name)
    kept = " ".join(text for section in review.sections for text in section.paragraphs)
    kept += " ".join(item.text for item in review.left_out)
    facts = ("credits", "cast", "facts", "rating", "reviewer", "date", "kind")
    stated = {origin.line for origin in review.origins if origin.field.startswith(facts)}
    headings = [section.heading for section in review.sections if section.heading]
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), start=1):
        if len(line.split()) >= 12 and number not in stated:
            run_in = next((line[len(heading) :].lstrip(" .:—–-") for heading in headings if line.startswith(heading)), line)
            assert line in kept or run_in in kept, f"{page.name}:{number}"
