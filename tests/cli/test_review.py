"""``segment review`` as typed: the list, one work, the structured form, and the gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from segment.cli.main import run

PAGES = Path(__file__).parents[1] / "review" / "several"
CAPSULES = str(PAGES / "capsules.page.txt")


def code(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as caught:
        run(["review", *arguments])
    return int(caught.value.code or 0)


def test_the_list_of_works(capsys: pytest.CaptureFixture[str]) -> None:
    """``--list --json`` prints the works with number, title, kind, by-line and paragraphs, and nothing else."""
    assert code(CAPSULES, "--list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [work["title"] for work in listed["works"]][:2] == ["The Long Culvert", "Yeast"]
    assert set(listed["works"][0]) == {"number", "title", "kind", "reviewer", "paragraphs"}
    assert code(CAPSULES, "--list") == 0
    assert "  2  Yeast" in capsys.readouterr().out


def test_one_work_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """``--work`` takes a title or a number, and the JSON is that work's alone."""
    assert code(CAPSULES, "--work", "yeast", "--json") == 0
    review = json.loads(capsys.readouterr().out)
    assert review["title"] == "Yeast"
    assert {"facts", "marks", "origins", "findings", "left_out"} <= set(review)


def test_a_work_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A work nobody wrote ends with exit code 2 and the title likely meant."""
    assert code(CAPSULES, "--work", "Yest") == 2
    assert "Did you mean “Yeast”?" in capsys.readouterr().err


def test_the_gate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """``--strict`` ends with exit code 4 when a note is bad enough, and with 0 when none is."""
    assert code(CAPSULES, "--strict") == 4
    assert "at or above warning" in capsys.readouterr().err
    assert code(CAPSULES, "--strict=error") == 0
    out = tmp_path / "review.md"
    assert code(CAPSULES, "--work", "2", "-o", str(out), "--strict=info") in {0, 4}
    assert out.is_file()


def test_a_page_without_a_review(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page with no review text in it ends with exit code 1 and one sentence."""
    page = tmp_path / "page.txt"
    page.write_text("Home\nNews\nFilm\nContact us\n", encoding="utf-8")
    assert code(str(page)) == 1
    assert capsys.readouterr().err.count("segment: ") == 1
