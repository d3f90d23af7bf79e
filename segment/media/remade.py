"""Folders of things that can be made again, marked so that programs which back up or keep versions pass them by."""

from __future__ import annotations

from pathlib import Path

from segment.media import files

_MARKS = {
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made again when it is missing. See bford.info/cachedir\n",
    ".gitignore": b"*\n",
}


def folder(path: Path) -> None:
    """Makes the folder, and those above it, where it is not there, and puts the marks in it. Raises OSError."""
    path.mkdir(parents=True, exist_ok=True)
    for name, contents in _MARKS.items():
        if not (path / name).exists():
            files.put(path / name, contents)
