"""How long an episode of made segments takes to assemble, against the encoding of its MP3 alone.

    python tests/benchmarks/episode.py [--segments N] [--rounds N] [--show DIR]

Processor time of the whole process, and of the part in which the MP3 is encoded on both cores; ``--show`` keeps the show and
its made segments for the next time.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from speed import machine

from segment.library.places import built_in
from segment.pipeline.episodes import make_episode
from segment.project import press

PAGE = built_in("examples") / "salt-in-the-piano" / "review.page.txt"


def show(root: Path, segments: int) -> Path:
    """A show with an episode of so many stories, all of the example's review; the episode's folder."""
    folder = root / "episodes" / "hour"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "segment.toml").write_text('[show]\nname = "The Hour"\n', encoding="utf-8")
    text = 'title = "The hour"\nnumber = 1\n'
    for number in range(segments):
        story = root / "stories" / f"story-{number}"
        story.mkdir(parents=True, exist_ok=True)
        if not (story / "review.txt").exists():
            shutil.copy(PAGE, story / "review.txt")
        text += f'[[segments]]\nstory = "story-{number}"\n'
    (folder / "episode.toml").write_text(text, encoding="utf-8")
    return folder


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--show", type=Path)
    asked = parser.parse_args()
    spent: list[float] = []
    plain = press.encode

    def timed(*given: Any) -> None:
        before = time.process_time()
        plain(*given)
        spent.append(time.process_time() - before)

    press.encode = timed
    with tempfile.TemporaryDirectory() as place:
        folder = show(asked.show or Path(place), asked.segments)
        make_episode(folder)
        spent.clear()
        whole: list[float] = []
        for _ in range(asked.rounds):
            before = time.process_time()
            made = make_episode(folder, force=True)
            whole.append(time.process_time() - before)
    ratios = [total / encoding for total, encoding in zip(whole, spent, strict=True)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(machine())
    print(f"{asked.segments} segments, {made.duration_s / 60:.1f} min, peak memory {memory:.0f} MB")
    print(f"assembled in {statistics.median(whole):.1f} s of processor time, {statistics.median(spent):.1f} s of it encoding")
    print(f"ratio {statistics.median(ratios):.2f} [{min(ratios):.2f}–{max(ratios):.2f}]")


if __name__ == "__main__":
    main()
