"""Texts beside the finished file."""

from __future__ import annotations

import json
from pathlib import Path


def test_all_formats_are_written_and_nothing_is_typed_twice(segment, short: Path) -> None:
    """--formats all writes every text; the record's sheet, the notes and the tag have the same title and music."""
    done = segment("mix", short, "--formats", "all", "--json", cwd=short.parent)
    assert done.returncode == 0, done.stderr
    kinds = {Path(a["path"]).name.split(".", 1)[1]: a["media_type"] for a in json.loads(done.stdout)["artifacts"]}
    assert {"vtt", "srt", "transcript.json", "transcript.html", "notes.html", "notes.md", "chapters.json"} <= set(kinds)
    assert kinds["srt"] == "application/x-subrip"
    out = short.parent / "out"
    record = json.loads((out / "short-one.report.json").read_text(encoding="utf-8"))
    notes = (out / "short-one.notes.md").read_text(encoding="utf-8")
    assert f"TIT2 {record['sheet']['title']}" in record["tags"]
    assert notes.startswith(f"# {record['sheet']['title']}\n")
    assert all(f"“{music['title']}”" in notes for music in record["sheet"]["music"])
    assert record["sheet"]["synthetic"] is True
    assert record["sheet"]["withheld"] == []


def test_an_unknown_format_is_answered_with_the_nearest(segment, short: Path) -> None:
    """A slip of the pen stops with exit code 2 before anything is made."""
    done = segment("mix", short, "--formats", "vtt,srtt", cwd=short.parent)
    assert done.returncode == 2
    assert "Did you mean srt?" in done.stderr
    assert not (short.parent / "out").exists()
