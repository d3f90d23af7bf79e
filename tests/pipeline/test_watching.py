"""A watched folder: what sets something off, and what does not."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from segment.model.batch import Row
from segment.pipeline import watching
from segment.pipeline.piecework import Task
from segment.project.dropped import dropped

SCRIPT = "SLUG: TINY\nTITLE: Tiny\n\nPIECE:\nCRITIC: This is short.\n"


class Watched:
    """A watch in a thread, with making replaced by a note of it."""

    def __init__(self, folder: Path) -> None:
        self.stop = threading.Event()
        self.rows: queue.Queue[Row] = queue.Queue()
        settings = {"settled_s": 0.5, "stop": self.stop, "report": self.rows.put}
        self.thread = threading.Thread(target=watching.watch, args=(folder,), kwargs=settings)
        self.thread.start()

    def next(self) -> str:
        """The name of what is made next."""
        return self.rows.get(timeout=20).name


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A watch on a show with one story."""
    (tmp_path / "segment.toml").write_text("")
    (tmp_path / "stories" / "one" / "takes").mkdir(parents=True)
    (tmp_path / "stories" / "one" / "review.md").write_text("x")

    def instead(task: Task) -> Row:
        task.item.out.mkdir(parents=True, exist_ok=True)
        (task.item.out / "made.script.txt").write_text("ours")
        (task.item.out / "made.txt").write_text("ours")
        return Row(name=task.item.name, state="made")

    monkeypatch.setattr(watching, "make_one", instead)
    watch = Watched(tmp_path)
    yield watch
    watch.stop.set()
    watch.thread.join()


def test_pages_scripts_and_takes_set_off_their_own(watched: Watched, tmp_path: Path) -> None:
    """What lies there is made first; a page, a story's script and its recording each make what they belong to, once."""
    assert watched.next() == "one"
    (tmp_path / "page one.txt").write_text("a page")
    assert watched.next() == "page one.txt"
    (tmp_path / "stories" / "one" / "script.txt").write_text(SCRIPT)
    assert watched.next() == "one"
    (tmp_path / "stories" / "one" / "takes" / "critic.wav").write_bytes(b"RIFF")
    assert watched.next() == "one"
    (tmp_path / "stories" / "one" / "out" / "x.txt").write_text("ours")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "picture.png").write_bytes(b"x")
    time.sleep(2.5)
    assert watched.rows.empty()


def test_a_file_that_is_still_coming_is_waited_for(watched: Watched, tmp_path: Path) -> None:
    """A page that is copied slowly is made once, when it is whole."""
    assert watched.next() == "one"
    with (tmp_path / "slow.txt").open("w") as file:
        for _ in range(8):
            file.write("A sentence. ")
            file.flush()
            time.sleep(0.25)
            assert watched.rows.empty()
    assert watched.next() == "slow.txt"
    time.sleep(1.5)
    assert watched.rows.empty()


@pytest.mark.parametrize(
    ("way", "name"),
    [
        ("a.txt", "a.txt"),
        ("deep/er/b.html", "b.html"),
        ("out/a.txt", None),
        ("deep/out/a.txt", None),
        ("a.script.txt", None),
        (".a.txt.123.segment-part", None),
        ("~a.txt", None),
        ("a.txt~", None),
        ("a.pdf", None),
        ("README.txt", None),
    ],
)
def test_what_is_material(tmp_path: Path, way: str, name: str | None) -> None:
    """Pages are; hidden files, our own, backups and folders named out are not."""
    path = tmp_path / way
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    item = dropped(path, tmp_path, tmp_path / "out")
    assert (item.name if item else None) == name


@pytest.mark.slow
def test_a_dropped_script_becomes_a_segment(tmp_path: Path) -> None:
    """The command itself: a script is dropped, finished files lie in out/, and it ends at Ctrl-C with 130."""
    command = [sys.executable, "-m", "segment.cli.main", "watch", str(tmp_path), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        (tmp_path / "tiny.txt").write_text(SCRIPT)
        row = json.loads(process.stdout.readline())
        process.send_signal(2)
        process.communicate(timeout=20)
    assert (row["name"], row["state"]) == ("tiny.txt", "made")
    assert (tmp_path / "out" / "tiny" / "tiny.mp3").is_file()
    assert process.returncode == 130
