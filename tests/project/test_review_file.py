"""Writing review.md over a review.md: no mark and nothing edited is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.pipeline import keep_review, read_review

PAGE = """The Long Weir
Reviewed by Hanna Birkett

Nell keeps a weir that nobody needs, and one wet night somebody needs it. The film is slow and grey and very beautiful.

It is a small film, with the best rain of the year in it, and I would gladly sit through all that rain again tomorrow.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page on disk."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def edited(path: Path, old: str, new: str) -> None:
    """Change a file as an editor would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["review.md", "review.json", "review.toml"])
def test_a_kept_review_is_the_review(page: Path, tmp_path: Path, name: str) -> None:
    """What is written reads back equal, and writing it again changes no byte."""
    out = tmp_path / name
    keep_review(read_review(page), out)
    first = out.read_bytes()
    assert read_review(out) == read_review(page)
    keep_review(read_review(page), out)
    assert out.read_bytes() == first


def test_marks_outlive_a_new_reading(page: Path, tmp_path: Path) -> None:
    """A file in which only marks were made is written anew without a word, marks and all, though the page's quotes changed."""
    out = tmp_path / "review.md"
    keep_review(read_review(page), out)
    edited(out, "very beautiful.", "very beautiful. {keep}")
    edited(page, "needs, and", "needs — and")
    edited(page, "a small film,", "a short film,")
    kept = keep_review(read_review(page), out)
    assert kept.aside is None
    assert "very beautiful. {keep}" in out.read_text(encoding="utf-8")
    assert "a short film," in out.read_text(encoding="utf-8")


def test_an_edited_file_is_not_touched(page: Path, tmp_path: Path) -> None:
    """A fact changed by hand makes the file the producer's: it is refused with exit code 2 and not a byte of it changes."""
    out = tmp_path / "review.md"
    keep_review(read_review(page), out)
    edited(out, "Hanna Birkett", "Hanna Birkett-Lowe")
    before = out.read_bytes()
    with pytest.raises(ProjectError) as caught:
        keep_review(read_review(page), out)
    assert caught.value.exit_code == 2
    assert "--force" in caught.value.hint
    assert out.read_bytes() == before


def test_force_keeps_the_old_file_and_its_marks(page: Path, tmp_path: Path) -> None:
    """Under force the page is read anew, the edited file is kept as NAME~1, and its marks are in the new one."""
    out = tmp_path / "review.md"
    keep_review(read_review(page), out)
    edited(out, "Hanna Birkett", "Hanna Birkett-Lowe")
    edited(out, "It is a small film", "{never} It is a small film")
    before = out.read_bytes()
    kept = keep_review(read_review(page), out, force=True)
    assert kept.aside == tmp_path / "review.md~1"
    assert (tmp_path / "review.md~1").read_bytes() == before
    assert [mark.mark for mark in read_review(out).marks] == ["never"]
    assert read_review(out).reviewer == "Hanna Birkett"


def test_a_mark_whose_sentence_is_gone_is_kept_and_listed(page: Path, tmp_path: Path) -> None:
    """A mark on a sentence that the page no longer has stays in the file and is noted."""
    out = tmp_path / "review.md"
    keep_review(read_review(page), out)
    edited(out, "very beautiful.", "very beautiful. {spoiler}")
    edited(page, "The film is slow and grey and very beautiful.", "The film is quick and loud.")
    kept = keep_review(read_review(page), out)
    assert [note.code for note in kept.review.findings if note.code == "RV060"] == ["RV060"]
    assert read_review(out).marks == kept.review.marks != ()


def test_a_review_of_somebody_elses_is_refused(page: Path, tmp_path: Path) -> None:
    """A Markdown review that is not from this tool is not overwritten."""
    out = tmp_path / "review.md"
    out.write_text("# My review\n\n" + PAGE, encoding="utf-8")
    with pytest.raises(ProjectError, match="not from this tool"):
        keep_review(read_review(page), out)
    keep_review(read_review(page), out, force=True)
    assert (tmp_path / "review.md~1").is_file()


def test_other_suffixes_are_refused(page: Path, tmp_path: Path) -> None:
    """A suffix that no structured form has is refused before anything is written."""
    with pytest.raises(ProjectError, match=r"not as \.txt"):
        keep_review(read_review(page), tmp_path / "review.txt")
    assert not (tmp_path / "review.txt").exists()
