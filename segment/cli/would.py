"""What ``--dry-run`` prints: each file that would be written, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from segment.cli.terminal import say, say_json


def would(found: Iterable[tuple[Path, str]], *, as_json: bool) -> None:
    """One line a file, or ``{"would": [{path, why}…]}``."""
    if as_json:
        say_json({"would": [{"path": str(path), "why": why} for path, why in found]})
        return
    for path, why in found:
        say(f"would write  {path}: {why}")


def would_replace(path: Path, aside: Path | None, *, as_json: bool) -> None:
    """The same for one file, which may take another's place."""
    there = "made again, in place of our own" if path.exists() else "new"
    would([(path, f"made anew; the one that is there becomes {aside.name}" if aside else there)], as_json=as_json)
