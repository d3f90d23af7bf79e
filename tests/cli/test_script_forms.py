"""``segment script`` and the forms it prints: scripts told from reviews, files that are never lost, Word there and back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, SHORT, Segment

WORDY = SHORT.replace("HOST: Good", 'HOST: "Good').replace("morning.", 'morning," she said.')


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show with one story that has a script."""
    story = tmp_path / "stories" / "short-one"
    story.mkdir(parents=True)
    (tmp_path / "segment.toml").write_text('[show]\nname = "Fridays"\n[roles.critic]\nperson = "Ann Roe"\n', encoding="utf-8")
    (story / "review.md").write_text(PAGE, encoding="utf-8")
    (story / "script.txt").write_text(WORDY, encoding="utf-8")
    return tmp_path


def test_a_story_is_printed_and_not_written_anew(segment: Segment, show: Path) -> None:
    """A story's folder and a script's file are printed as they stand; the review beside them is written anew."""
    story = show / "stories" / "short-one"
    by_folder = segment("script", story, cwd=show)
    by_file = segment("script", story / "script.txt", cwd=show)
    anew = segment("script", story / "review.md", cwd=show)
    assert by_folder.returncode == by_file.returncode == anew.returncode == 0, by_folder.stderr
    assert by_folder.stdout == by_file.stdout == WORDY.replace('"Good', "“Good").replace('morning,"', "morning,”")
    assert "shorter than this sentence" not in anew.stdout
    (story / "script.txt").unlink()
    assert segment("script", story, cwd=show).stdout == anew.stdout


def test_options_for_a_review_are_refused_for_a_script(segment: Segment, show: Path) -> None:
    """A script is printed as it stands, and an option that would change it is a mistake in the command."""
    done = segment("script", "stories/short-one", "--slot", "1:00", cwd=show)
    assert done.returncode == 2
    assert "as it stands" in done.stderr


def test_a_file_that_was_edited_is_kept(segment: Segment, show: Path) -> None:
    """A file of ours is made anew, one that was edited stays, and under --force it is kept as NAME~1."""
    command = ("script", "stories/short-one", "-o", "short.html", "--for", "critic")
    assert segment(*command, cwd=show).returncode == 0
    first = (show / "short.html").read_text(encoding="utf-8")
    assert "For Ann Roe:" in first
    assert segment(*command, cwd=show).returncode == 0
    (show / "short.html").write_text("mine", encoding="utf-8")
    refused = segment(*command, cwd=show)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (show / "short.html").read_text(encoding="utf-8") == "mine"
    assert segment(*command, "--force", cwd=show).returncode == 0
    assert (show / "short.html~1").read_text(encoding="utf-8") == "mine"
    assert (show / "short.html").read_text(encoding="utf-8") == first


def test_word_there_and_back(segment: Segment, show: Path) -> None:
    """A document that was not edited differs in nothing; one of another script shows each line that is not the same."""
    story = show / "stories" / "short-one"
    assert segment("script", story, "-o", story / "script.docx", cwd=show).returncode == 0
    same = segment("script", story / "script.docx", "--compare", cwd=show)
    assert (same.returncode, same.stdout) == (0, "")
    assert "No lines differ" in same.stderr
    (story / "script.txt").write_text(WORDY.replace("I liked it.", "I loved it."), encoding="utf-8")
    found = segment("script", story / "script.docx", "--compare", cwd=show)
    assert [line[0] for line in found.stdout.splitlines()] == ["-", "+"]
    assert "loved" in found.stdout.splitlines()[0]
    assert json.loads(segment("script", story / "script.docx", "--compare", "--json", cwd=show).stdout)["differences"]


def test_a_document_is_mixed_and_its_differences_told(segment: Segment, show: Path) -> None:
    """A Word document is mixed like a script; what it says otherwise than script.txt is noted, and its text is kept."""
    story = show / "stories" / "short-one"
    assert segment("script", story, "-o", "edited.docx", cwd=show).returncode == 0
    shutil.move(show / "edited.docx", story / "edited.docx")
    (story / "script.txt").write_text(WORDY.replace("I liked it.", "I loved it."), encoding="utf-8")
    done = segment("mix", story / "edited.docx", "-o", "out", cwd=show)
    assert done.returncode == 0, done.stderr
    assert "PJ040" in done.stderr
    assert "loved" in done.stderr
    kept = next((show / "out").glob("*.script.txt")).read_text(encoding="utf-8")
    assert "I liked it." in kept
    record = json.loads(next((show / "out").glob("*.report.json")).read_text(encoding="utf-8"))
    assert "document" in [entry["role"] for entry in record["inputs"]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "papre"), "Did you mean paper?"),
        (("--format", "reader", "--for", "critc"), "Did you mean critic?"),
        (("--format", "docx", "--json"), "-o FILE"),
    ],
)
def test_a_slip_is_a_sentence(segment: Segment, show: Path, arguments: tuple[str, ...], says: str) -> None:
    """A form or a reader nobody knows is a mistake in the command that says what there is."""
    done = segment("script", "stories/short-one", *arguments, cwd=show)
    assert done.returncode == 2, done.stderr
    assert says in done.stdout + done.stderr


def test_a_review_in_another_form(segment: Segment, show: Path) -> None:
    """A review is written and comes out in the form that is asked for at once."""
    done = segment("script", "stories/short-one/review.md", "--format", "json", cwd=show)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kind"] == "script"
