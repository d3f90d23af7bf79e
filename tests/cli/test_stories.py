"""Story folders, as a producer uses them."""

from __future__ import annotations

import json
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
