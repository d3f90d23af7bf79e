"""A batch against one story at a time, on the same stories: ``python tests/benchmarks/batch.py --stories 40 --rounds 1``.

Three ways take turns: ``segment make`` for each story, a batch of one job, and a batch of one job a processor. Every round and
way has a fresh show, so that nothing was spoken before.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import installed

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "examples" / "salt-in-the-piano" / "review.page.txt"
SEGMENT = [sys.executable, "-m", "segment.cli.main"]


def show(folder: Path, stories: int) -> Path:
    """A show with so many stories of one review, each with words of its own, so that none finds another's lines on the shelf."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "segment.toml").write_text('[show]\nname = "Benchmark"\n[shelf]\nmegabytes = 0\n')
    text = PAGE.read_text(encoding="utf-8")
    for number in range(stories):
        place = folder / "stories" / f"story-{number:03}"
        place.mkdir(parents=True)
        (place / "review.page.txt").write_text(text, encoding="utf-8")
    return folder


def each(folder: Path) -> None:
    """One ``make`` after the other."""
    for story in sorted((folder / "stories").iterdir()):
        subprocess.run([*SEGMENT, "make", str(story), "-q"], check=True, capture_output=True, env=installed())


def at_once(folder: Path, jobs: int) -> None:
    """A batch."""
    subprocess.run([*SEGMENT, "batch", str(folder), "--jobs", str(jobs), "-q"], check=True, capture_output=True, env=installed())


def main() -> None:
    """Print seconds of wall and processor for each way, and the ratios."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--stories", type=int, default=40)
    asked.add_argument("--rounds", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    given = asked.parse_args()
    ways = {
        "one make after the other": each,
        "batch --jobs 1": lambda folder: at_once(folder, 1),
        f"batch --jobs {given.jobs}": lambda folder: at_once(folder, given.jobs),
    }
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(given.rounds):
            for name, way in ways.items():
                folder = show(Path(scratch) / "show", given.stories)
                before, began = os.times(), time.perf_counter()
                way(folder)
                after = os.times()
                cpu = after.children_user + after.children_system - before.children_user - before.children_system
                took[name].append((time.perf_counter() - began, cpu))
                print(f"round {number + 1}  {name}: {took[name][-1][0]:.1f} s, {cpu:.1f} s of processor", file=sys.stderr)
    best = {name: min(runs) for name, runs in took.items()}
    fastest = best[f"batch --jobs {given.jobs}"][0]
    print(f"{given.stories} stories, {len(os.sched_getaffinity(0))} processors\n\n| | wall s | processor s | a story | ÷ batch |")
    print("| --- | --- | --- | --- | --- |")
    for name, (wall, cpu) in best.items():
        print(f"| {name} | {wall:.1f} | {cpu:.1f} | {wall / given.stories:.2f} | {wall / fastest:.2f} |")


if __name__ == "__main__":
    main()
