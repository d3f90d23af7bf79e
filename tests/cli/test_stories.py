"""Story folders, as a producer uses them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, SHORT, Segment


@pytest.fixture
def show(segment: Segment, tmp_path: Path) -> Path:
    """A new show folder with a page to make a story of."""
    assert segment("init", "my show", cwd=tmp_path).returncode == 0
    show = tmp_path / "my show"
    (show / "page.txt").write_text(PAGE, encoding="utf-8")
    return show


def listed(segment: Segment, show: Path) -> dict[str, dict[str, object]]:
    """What ``story list --json`` says, by name."""
    done = segment("story", "list", "--json", cwd=show)
    assert done.returncode == 0, done.stderr
    return {one["name"]: one for one in json.loads(done.stdout)["stories"]}


def test_a_story_from_page_to_air(segment: Segment, show: Path) -> None:
    """story new, make inside it without an argument, list, an edit, --rewrite: each step finds what the one before left."""
    planned = segment("story", "new", "page.txt", "--dry-run", cwd=show)
    assert planned.stdout.startswith("would write")
    assert "the-short-one" not in listed(segment, show)
    assert segment("story", "new", "page.txt", cwd=show).returncode == 0
    assert segment("story", "new", "page.txt", cwd=show).returncode == 2
    story = show / "stories" / "the-short-one"
    assert listed(segment, show)["the-short-one"]["state"] == "to write"

    assert segment("make", cwd=story).returncode == 0
    first = (story / "script.txt").read_text(encoding="utf-8")
    assert listed(segment, show)["the-short-one"]["state"] == "up to date"

    (story / "script.txt").write_text(SHORT, encoding="utf-8")
    told = segment("story", "list", cwd=show).stdout
    assert "changed: script" in told

    done = segment("make", "the-short-one", "--rewrite", "--json", cwd=show)
    assert done.returncode == 0, done.stdout
    assert (story / "script.txt").read_text(encoding="utf-8") == first
    assert (story / "script.txt~1").read_text(encoding="utf-8") == SHORT
    notes = [note for note in json.loads(done.stdout)["findings"] if note["code"] in {"PJ031", "PJ033"}]
    assert "script.txt~1" in notes[0]["message"]
    assert any("I liked it" in note["message"] for note in notes[1:])


def test_make_says_when_there_is_nothing_to_make(segment: Segment, show: Path) -> None:
    """make without an argument outside any story, and with the name of none, ends with a hint."""
    outside = segment("make", cwd=show)
    assert (outside.returncode, "not inside a story" in outside.stderr) == (2, True)
    misspelt = segment("make", "salt-in-the-pino", cwd=show)
    assert misspelt.returncode == 1
    assert "Did you mean salt-in-the-piano?" in misspelt.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such names cannot be given")
def test_names_of_any_kind(segment: Segment, show: Path) -> None:
    """Folders named in any script, with quotes, a line feed, or what would command a terminal, are listed and made."""
    stories = show / "stories"
    shutil.rmtree(stories / "salt-in-the-piano")
    names = [
        b"a b",
        "Müller & “Söhne”".encode(),
        "映画".encode(),
        b'it\'s "so"',
        b"two\nlines",
        b"\x1b[31mred",
        b"-dash",
    ]
    for name in names:
        folder = stories / os.fsdecode(name)
        folder.mkdir()
        (folder / "script.txt").write_text("SLUG: TINY\n\nPIECE:\nCRITIC: Short.\n")
        (folder / "review.md").write_text(PAGE)
    for _ in range(2):
        shown = segment("story", "list", cwd=show)
        assert shown.returncode == 0, shown.stderr
        assert len(shown.stdout.splitlines()) == len(names)
        assert "\x1b" not in shown.stdout
    done = segment("batch", ".", "--json", "--jobs", "1", cwd=show)
    rows = [json.loads(line) for line in done.stdout.splitlines()][:-1]
    assert {row["state"] for row in rows} == {"made"}, done.stdout
    assert len(list(stories.rglob("tiny.mp3"))) == len(names)
    (stories / os.fsdecode(b"no\xfftext")).mkdir()
    assert segment("story", "list", "--json", cwd=show).returncode == 0


def test_a_story_may_be_a_link_out_of_the_show(segment: Segment, show: Path, tmp_path: Path) -> None:
    """A story that lies elsewhere and is linked into the show is a story of it, and its files go where it lies."""
    real = tmp_path / "elsewhere" / "one"
    real.mkdir(parents=True)
    (real / "script.txt").write_text("SLUG: TINY\n\nPIECE:\nCRITIC: Short.\n")
    (real / "review.md").write_text(PAGE)
    (show / "stories" / "linked").symlink_to(real, target_is_directory=True)
    assert segment("make", "linked", cwd=show).returncode == 0
    assert (real / "out" / "tiny.mp3").is_file()
    assert listed(segment, show)["linked"]["state"] == "up to date"


def test_a_story_with_a_script_and_no_review_is_made_as_it_stands(segment: Segment, tmp_path: Path) -> None:
    """A script by hand needs no review: it is listed as to be made, and made; what only a review gives is refused."""
    assert segment("init", "show", cwd=tmp_path).returncode == 0
    show = tmp_path / "show"
    folder = show / "stories" / "by-hand"
    folder.mkdir()
    (folder / "script.txt").write_text(SHORT, encoding="utf-8")

    def state() -> str:
        stories = json.loads(segment("story", "list", "--json", cwd=show).stdout)["stories"]
        return next(str(one["state"]) for one in stories if one["name"] == "by-hand")

    assert state() == "to make"
    refused = segment("make", "by-hand", "--template", "review-60", cwd=show)
    assert (refused.returncode, "no review in by-hand" in refused.stderr) == (2, True)
    planned = json.loads(segment("make", "by-hand", "--dry-run", "--json", cwd=show).stdout)["would"]
    assert segment("make", "by-hand", cwd=show).returncode == 0
    assert {path.name for path in (folder / "out").iterdir()} == {Path(one["path"]).name for one in planned}
    assert state() == "up to date"
