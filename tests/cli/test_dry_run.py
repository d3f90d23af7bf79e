"""--dry-run says what would be written, and why, and writes nothing; what it says is what is written then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, SHORT, Segment


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, our own stores left out."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and ".segment" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def would(segment: Segment, cwd: Path, *arguments: str) -> dict[str, str]:
    """What is said, by path from the folder; the folder is as before."""
    before = files(cwd)
    done = segment(*arguments, "--dry-run", "--json", cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(cwd) == before
    return {str((cwd / one["path"]).relative_to(cwd)): one["why"] for one in json.loads(done.stdout)["would"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page and a script."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
    return tmp_path


def test_what_mix_would_write_is_what_it_writes(segment: Segment, folder: Path) -> None:
    """Before, after, with a file of the user's in the way, and with further files: each is told as it then comes."""
    planned = would(segment, folder, "mix", "short.txt", "--labels", "--formats", "all")
    assert set(planned.values()) == {"new", "asked for: labels"}
    before = set(files(folder))
    assert segment("mix", "short.txt", "--labels", "--formats", "all", cwd=folder).returncode == 0
    assert set(files(folder)) - before == set(planned)

    assert set(would(segment, folder, "mix", "short.txt", "--formats", "all").values()) == {"made again, in place of our own"}
    (folder / "out" / "short-one.mp3").write_bytes(b"mine")
    refused = segment("mix", "short.txt", "--dry-run", cwd=folder)
    assert (refused.returncode, "short-one.mp3" in refused.stderr) == (2, True)
    forced = would(segment, folder, "mix", "short.txt", "--force")
    assert forced["out/short-one.mp3"] == "made anew; the one that is there becomes short-one.mp3~1"


def test_make_in_a_story_tells_of_the_script_too(segment: Segment, folder: Path) -> None:
    """A script that would be written, or written anew, stands with the finished files; init tells what a show would hold."""
    assert "show/segment.toml" in would(segment, folder, "init", "show")
    assert segment("init", "show", cwd=folder).returncode == 0
    story = "show/stories/salt-in-the-piano"
    assert would(segment, folder, "make", story)[f"{story}/script.txt"] == "new: written from the review"
    (folder / story / "script.txt").write_text(SHORT, encoding="utf-8")
    planned = would(segment, folder, "make", story)
    assert f"{story}/script.txt" not in planned
    assert f"{story}/out/short-one.mp3" in planned
    anew = would(segment, folder, "make", story, "--rewrite")
    assert anew[f"{story}/script.txt"] == "written anew; the one that is there becomes script.txt~1"
    text = segment("make", story, "--dry-run", cwd=folder).stdout
    assert all(line.startswith("would write  ") for line in text.splitlines())


def test_reviews_and_scripts_that_go_into_files(segment: Segment, folder: Path) -> None:
    """review -o and script -o tell the file, and whether one that is there is kept."""
    assert would(segment, folder, "review", "page.txt", "-o", "review.md") == {"review.md": "new"}
    assert would(segment, folder, "script", "short.txt", "-o", "paper.html", "--format", "paper") == {"paper.html": "new"}
    (folder / "paper.html").write_text("mine")
    assert segment("script", "short.txt", "-o", "paper.html", "--format", "paper", "--dry-run", cwd=folder).returncode == 2
    forced = would(segment, folder, "script", "short.txt", "-o", "paper.html", "--format", "paper", "--force")
    assert forced == {"paper.html": "made anew; the one that is there becomes paper.html~1"}
