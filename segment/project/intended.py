"""What a build would write, and why; nothing is written, spoken or mixed to find out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from segment.media import files
from segment.project import outputs, package, take_lists
from segment.project.copies import Copy, copies
from segment.project.job import Job


class Intended(Struct, frozen=True, kw_only=True):
    """A file that would be written."""

    path: Path
    """With ``*`` for a part of the name that only the build knows."""
    why: str
    """In a few words."""


def intended_script(path: Path, text: str, source: str = "the review") -> Iterator[Intended]:
    """A script that would be written anew from its ``source``."""
    if not path.exists():
        yield Intended(path=path, why=f"new: written from {source}")
    elif path.read_bytes() != text.encode():
        yield Intended(path=path, why=f"written anew; the one that is there becomes {outputs.aside(path).name}")


def intended(job: Job, made: tuple[Copy, ...] | None = None) -> tuple[Intended, ...]:
    """The finished files of a build, with those of sound that are ``made``, or all that the show has.

    Raises ProjectError, as the build would, for files that may not be replaced.
    """
    names = package.names(job, copies(job.project) if made is None else made)
    blocked = outputs.in_the_way(job.out, job.stem, names)
    if not job.force:
        outputs.refuse_to_overwrite(blocked)
    return (*(Intended(path=job.out / name, why=_why(job.out / name, blocked)) for name in names), *_also(job), *_lists(job))


def _why(path: Path, blocked: tuple[Path, ...]) -> str:
    if path in blocked:
        return f"made anew; the one that is there becomes {outputs.aside(path).name}"
    return "made again, in place of our own" if path.exists() else "new"


def _lists(job: Job) -> Iterator[Intended]:
    """The lists of takes beside recordings; one that is edited stays."""
    for role, paths in job.casting.takes.items():
        found = take_lists.kept(role, paths, {files.sha256(path) for path in paths})
        if not (found and found.wanted.edited):
            path = take_lists.place(role, paths)
            yield Intended(path=path, why="the takes: made again, in place of our own" if path.exists() else "the takes: new")


def _also(job: Job) -> Iterator[Intended]:
    endings = {"labels": "labels.txt", "cue-sheet": "cue-sheet.csv", "stems": "stem-*.wav"}
    for name, ending in endings.items():
        if name in job.also:
            for start in (job.stem, f"{job.stem}.air"):
                yield Intended(path=job.out / f"{start}.{ending}", why=f"asked for: {name}")
