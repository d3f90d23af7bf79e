"""Every code that a note can have stands in the documents, and no document has one that is gone."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_CODE = re.compile(r"\"((?:RV|SC|ST|TK|VO|MX|PJ|PB|SD|FD|EP)\d{3})\"")
_ANY = re.compile(r"\"[A-Z]{2}\d{3}\"")
_ROW = re.compile(r"^\| ([A-Z]{2}\d{3}) \| [a-z, ]+ \| .+ \| .+ \|$", re.MULTILINE)
_ELSEWHERE = {"SD": "loudness.md", "FD": "feed.md", "EP": "episodes.md"}


def used() -> set[str]:
    """Codes in the source."""
    return {code for path in (ROOT / "segment").rglob("*.py") for code in _CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_is_documented() -> None:
    """notes.md has a row for each, or names the page that does."""
    notes = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
    rows = set(_ROW.findall(notes))
    for letters, page in _ELSEWHERE.items():
        assert f"| {letters} |" in notes
        assert f"({page})" in notes
        rows |= set(re.findall(rf"\b{letters}\d{{3}}\b", (ROOT / "docs" / page).read_text(encoding="utf-8")))
    assert used() - rows == set()


def test_no_row_is_of_a_code_that_is_gone() -> None:
    """What stands in notes.md can be printed, once, and its letters are explained."""
    notes = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
    rows = _ROW.findall(notes)
    assert len(rows) == len(set(rows))
    assert set(rows) - used() == set()
    assert {code[:2] for code in rows} <= set(re.findall(r"^\| ([A-Z]{2}) \|", notes, re.MULTILINE))


def test_codes_have_letters_that_are_known() -> None:
    """No note has letters that the documents do not explain."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "segment").rglob("*.py")]
    assert {code for text in texts for code in _ANY.findall(text)} == {f'"{code}"' for code in used()}
