"""A feed of many episodes, built again and checked: ``python tests/benchmarks/feed.py --episodes 1000 --rounds 3``.

One segment is made of the example review, with every text, an M4A and an Opus file. The others are its copies under other names,
with records of the same size: files of sound are links to its own, texts are written out. Each has ten chapters, and notes of
some 8 kB (credits, cast, links, music), as an episode of an hour has.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import in_turn, installed

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "examples" / "salt-in-the-piano" / "review.page.txt"
SEGMENT = [sys.executable, "-m", "segment.cli.main"]
SETTINGS = """
[show]
name = "Benchmark"
author = "Radio Example"
[podcast]
formats = ["all"]
[deliverables.app]
format = "m4a"
[deliverables.small]
format = "opus"
[feed]
url = "https://example.org/friday/feed.xml"
description = "A feed as long as it gets."
"""
SOUND = {".mp3", ".m4a", ".opus", ".wav"}


def first(show: Path) -> Path:
    """The finished files of the one segment that is really made."""
    (show / "segment.toml").write_text(SETTINGS, encoding="utf-8")
    story = show / "stories" / "salt"
    story.mkdir(parents=True)
    shutil.copy(PAGE, story / "review.page.txt")
    subprocess.run([*SEGMENT, "make", str(story), "-q"], check=True, capture_output=True, env=installed())
    return story / "out"


def copied(made: Path, show: Path, number: int) -> None:
    """One more finished segment."""
    (record,) = made.glob("*.report.json")
    old = record.name.removesuffix(".report.json")
    new = f"episode-{number:04}"
    out = show / "stories" / new / "out"
    out.mkdir(parents=True)
    for path in made.iterdir():
        name = path.name.replace(old, new, 1)
        if path == record:
            (out / name).write_text(
                json.dumps(longer(json.loads(path.read_text(encoding="utf-8")), old, new, number)), encoding="utf-8"
            )
        elif path.suffix in SOUND:
            os.link(path, out / name)
        else:
            (out / name).write_bytes(path.read_bytes())


def longer(record: dict, old: str, new: str, number: int) -> dict:
    """The record under another name, its sheet that of an hour."""
    for made in record["outputs"]:
        made["path"] = made["path"].replace(old, new, 1)
    sheet = record["sheet"]
    sheet["title"] = f"The {number}th of them, with a title of its own"
    sheet["date"] = f"{2005 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    sheet["chapters"] = [{"title": f"Film: the {n}th work & its story", "start_s": n * 10.0} for n in range(10)]
    sheet["credits"] = [{"label": f"Director of the {n}th", "value": f"Somebody Unnamed the {n}th, Another"} for n in range(40)]
    sheet["cast"] = [{"label": f"the {n}th part", "value": f"An Actor of Number {n}"} for n in range(40)]
    sheet["links"] = [{"url": f"https://example.org/review/{number}/{n}", "text": f"The {n}th review"} for n in range(20)]
    return record


def main() -> None:
    """Print seconds of wall and processor, and megabytes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--episodes", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--keep", type=Path, help="Folder for the show, which is kept.")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        show = given.keep or Path(folder) / "show"
        if not (show / "segment.toml").exists():
            show.mkdir(parents=True, exist_ok=True)
            made = first(show)
            for number in range(1, given.episodes):
                copied(made, show, number)
        os.chdir(show)
        ways = {"feed build": [*SEGMENT, "feed", "build", "-q"], "feed check": [*SEGMENT, "feed", "check"]}
        for name, runs in in_turn(ways, given.rounds, show.parent / "log").items():
            wall, cpu, megabytes = runs.row()
            print(f"{name:12} {wall:6.2f} s wall  {cpu:6.2f} s processor  {megabytes:5.0f} MB")
        feed = show / "feed.xml"
        items = feed.read_text(encoding="utf-8").count("<item>")
        print(f"{items} items, {feed.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
