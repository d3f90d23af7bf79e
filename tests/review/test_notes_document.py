"""docs/notes.md names every note that reading can raise, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_note_is_documented() -> None:
    """The codes in the code and those in the document are the same."""
    raised = {code for path in (ROOT / "segment").rglob("*.py") for code in re.findall(r'"(RV\d{3})"', path.read_text("utf-8"))}
    document = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
    assert raised == set(re.findall(r"^\| (RV\d{3}) \|", document, re.MULTILINE))


def test_every_mark_is_documented() -> None:
    """docs/review-format.md shows every mark and every field of a review."""
    from segment.model.review import Facts, Review
    from segment.review.marking.placing import MARKS

    document = (ROOT / "docs" / "review-format.md").read_text(encoding="utf-8")
    assert all(f"`{{{mark}}}`" in document for mark in MARKS)
    for field in (*Review.__struct_fields__, *Facts.__struct_fields__):
        assert f"`{field}`" in document or f"`[[{field}]]`" in document, field
