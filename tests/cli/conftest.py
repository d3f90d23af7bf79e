"""Running the command as a user does, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "salt-in-the-piano" / "review.page.txt"
SHORT = """SLUG: SHORT-ONE
TITLE: The Short One

INTRO:
MUSIC: intro, establish 2s, under
HOST: Good morning. Here is a short review of a short film.

PIECE:
MUSIC: intro, sneak out
CRITIC: The film is called The Short One, and it is shorter than this sentence.
CRITIC: I liked it. [300ms] You will, too, if you have a minute to spare this week.

TAG:
HOST: The full review is on our website.
"""

PAGE = """---
title: The Short One
reviewer: Ann Example
kind: film
---

The Short One is a film about a lighthouse and the woman who keeps it. It is shorter than most walks to the cinema.

The sea is in every picture, and the ending is not. I would see it again for the light alone.
"""

Segment = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def segment() -> Segment:
    """Runs ``segment`` with arguments in a folder; the result has returncode, stdout and stderr."""

    def run(*arguments: str | Path, cwd: Path, text_in: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "segment.cli.main", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            input=text_in,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def made(example: tuple[Path, str]) -> tuple[Path, dict[str, Any]]:
    """The example: its folder and what ``--json`` printed."""
    folder, printed = example
    return folder, json.loads(printed)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A script of a few seconds, in a folder of its own."""
    path = tmp_path / "short.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path
