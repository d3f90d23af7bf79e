"""Every field and paragraph knows where on the page it stands."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from segment.model.review import Review
from segment.review import read_all
from segment.review.layout.line import clean
from segment.review.markdown.inline import plain

FOLDER = Path(__file__).parent
PAGES = sorted(
    path
    for folder in ("pages", "several")
    for path in (FOLDER / folder).iterdir()
    if path.name.endswith((".txt", ".md", ".html")) and not path.name.endswith("by-hand.md")
)
_INDEXED = re.compile(r"(\w+)(?:\[(\d+)\])?")


def value(review: Review, field: str) -> str:
    """The words of a field named as an origin names it."""
    at: object = review
    for part in field.split("."):
        name, index = _INDEXED.fullmatch(part).groups()  # type: ignore[union-attr]  # a wrong name must fail the test
        at = getattr(at, name)
        if index is not None:
            assert isinstance(at, tuple)
            at = at[int(index)]
    for own in ("name", "actor", "as_given"):
        at = getattr(at, own, at)
    assert isinstance(at, str)
    return at


def words(text: str) -> list[str]:
    """Letters and digits alone."""
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_an_origin_holds_the_words(page: Path) -> None:
    """The line an origin names begins the very words of its field, on every page there is."""
    text = page.read_text(encoding="utf-8")
    lines = text.split("\n")
    for review in read_all(page.read_bytes(), name=page.name):
        for origin in review.origins:
            if origin.element in {"json-ld", "meta"} or origin.field in {"date", "kind", "language"}:
                continue
            assert 1 <= origin.line <= len(lines)
            # A block of HTML and a wrapped paragraph go on below the line they begin on.
            there = " ".join(lines[origin.line - 1 : origin.line + 12])
            # What a style or an attribute alone parts or says stands between the tags or inside them.
            bare = (
                html.unescape(re.sub(r"<[^>]*>", "", there)) + html.unescape(there) if ".html" in page.name else plain(there).text
            )
            there = f"{there} {bare}"
            wanted = value(review, origin.field)
            first = words(wanted)[:3]
            # Stars and icons are signs, not words.
            assert first or origin.field.startswith("rating")
            assert set(first) <= set(words(clean(there))), origin


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_paragraph_has_an_origin(page: Path) -> None:
    """No paragraph, title or by-line is without one."""
    for review in read_all(page.read_bytes(), name=page.name)[:1]:
        known = {origin.field for origin in review.origins}
        fields = {
            f"sections[{number}].paragraphs[{index}]"
            for number, section in enumerate(review.sections)
            for index in range(len(section.paragraphs))
        }
        fields |= {field for field in ("title", "reviewer") if getattr(review, field)}
        fields |= {f"credits[{index}]" for index in range(len(review.credits))}
        fields |= {f"cast[{index}]" for index in range(len(review.cast))}
        assert fields <= known, fields - known


def test_a_form_on_one_line_is_traced_too() -> None:
    """Of a structured form that a machine wrote on one line, longer than is searched at once, every paragraph has its origin."""
    paragraphs = [f"The heron number {at} stands in the water and waits for the tide." for at in range(4000)]
    form = json.dumps({"title": "The Heron", "sections": [{"heading": "", "paragraphs": paragraphs}]})
    (review,) = read_all(form.encode(), name="review.json")
    traced = {origin.field: origin.line for origin in review.origins}
    assert all(traced[f"sections[0].paragraphs[{at}]"] == 1 for at in range(len(paragraphs)))
