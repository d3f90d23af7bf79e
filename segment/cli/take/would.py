"""What ``take list`` and ``take labels`` would write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from segment.cli.would import would

if TYPE_CHECKING:
    from segment.project.take_files import TakeFile


def would_write(made: Iterable[TakeFile], *, as_json: bool) -> None:
    """One line a file."""
    would(((file.path, _why(file)) for file in made), as_json=as_json)


def _why(file: TakeFile) -> str:
    if file.set_aside:
        return "made anew; the one that is there is kept under another name"
    return "made again, in place of our own" if file.path.exists() else "new"
