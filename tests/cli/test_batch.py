"""segment batch, as an engineer's timer runs it: failures, kills and repeats."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import PAGE, SHORT, Segment

TINY = "SLUG: {name}\nTITLE: {name}\n\nPIECE:\nCRITIC: This is the piece called {name}, and it is short.\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show of four stories with scripts of a sentence each; the names are as people give them."""
    (tmp_path / "segment.toml").write_text('[show]\nname = "x"\n')
    for name in ("one", "Two “zwei”", "drei ’n’ vier", "四"):
        folder = tmp_path / "stories" / name
        folder.mkdir(parents=True)
        (folder / "review.md").write_text(PAGE, encoding="utf-8")
        (folder / "script.txt").write_text(TINY.format(name="Number"), encoding="utf-8")
    return tmp_path


def rows(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    """The JSON lines of a batch by story."""
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert "batch" in lines[-1], done.stdout + done.stderr
    return {row["name"]: row for row in lines[:-1]}


def test_one_failure_does_not_keep_the_others(segment: Segment, show: Path) -> None:
    """A batch makes the rest, ends with the highest exit code and a table; again, it makes only what failed, and then nothing."""
    bad = show / "stories" / "one" / "script.txt"
    bad.write_text("PIECE:\nNOBODY KNOWN: x\n")
    done = segment("batch", show, "--jobs", "2", cwd=show)
    assert done.returncode == 1, done.stderr
    lines = {line.split("  ")[0]: line for line in done.stdout.splitlines()[1:]}
    assert lines["one"].split()[1] == "failed"
    assert sum(" made " in line for line in lines.values()) == 3
    assert "one: " in done.stderr
    assert "\x1b" not in done.stderr
    figures = lines["四"].split()
    assert figures[4] == "-16.0"

    bad.write_text(TINY.format(name="One"))
    again = rows(segment("batch", "stories", "--json", cwd=show))
    assert {name: row["state"] for name, row in again.items()} == {
        "one": "made",
        "Two “zwei”": "up to date",
        "drei ’n’ vier": "up to date",
        "四": "up to date",
    }
    (show / "stories" / "四" / "out" / "number.mp3").unlink()
    planned = segment("batch", show, "--dry-run", cwd=show)
    assert [line.split()[0] for line in planned.stdout.splitlines()].count("would") == 1
    assert "changed: number.mp3" in planned.stdout


def test_a_killed_batch_goes_on_where_it_was(show: Path) -> None:
    """After kill -9 in the middle, what was made stays, and the next run makes the rest alone."""
    command = [sys.executable, "-m", "segment.cli.main", "batch", str(show), "--json", "--jobs"]
    with subprocess.Popen([*command, "1"], stdout=subprocess.PIPE, text=True, start_new_session=True) as first:
        assert first.stdout is not None
        made = json.loads(first.stdout.readline())
        os.killpg(first.pid, signal.SIGKILL)
    done = subprocess.run([*command, "2"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    after = rows(done)
    assert after[made["name"]]["state"] == "up to date"
    assert all(row["state"] in {"made", "up to date"} for row in after.values())
    assert sum(row["state"] == "made" for row in after.values()) >= 2
    assert not list(show.rglob("*.segment-part"))


def test_pages_and_scripts_of_a_folder(segment: Segment, tmp_path: Path) -> None:
    """A folder of pages and scripts is made, each into a folder of its own, by a pattern too; what is no page stays alone."""
    inbox = tmp_path / "in box"
    inbox.mkdir()
    (inbox / "tiny.txt").write_text(TINY.format(name="Tiny"))
    (inbox / "short.txt").write_text(SHORT)
    (inbox / "picture.png").write_bytes(b"x")
    done = segment("batch", "in box/*.txt", "-o", "made", "--json", "-j", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert {name: row["state"] for name, row in rows(done).items()} == {"short.txt": "made", "tiny.txt": "made"}
    assert (tmp_path / "made" / "tiny" / "tiny.mp3").is_file()
    again = segment("batch", "in box", "-o", "made", "--json", cwd=tmp_path)
    assert {row["state"] for row in rows(again).values()} == {"up to date"}
    assert segment("batch", "nowhere", cwd=tmp_path).returncode == 1
    (tmp_path / "empty").mkdir()
    assert "nothing to make" in segment("batch", "empty", cwd=tmp_path).stderr
