"""What pure stages made of the same things before: a page that was read, a script that was written, lines ready to be said.

The stages hold no clock and look at no file, so the same things given make the same things again. What they made is kept beside
the shelf, as JSON, under a digest of everything that was given, of our own program and of the packages that are installed. It
may be deleted at any time, and what cannot be read is made anew.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from segment.library.places import store
from segment.media import files, remade
from segment.model.project import Project

_KEPT = 300
"""Things that are kept; one segment needs five."""
_PACKAGE = Path(__file__).parents[1]

T = TypeVar("T")


def remembered(
    project: Project, stage: str, given: Any, kind: type[T], make: Callable[[], T], *, lasting: Callable[[], bool] = lambda: True
) -> T:
    """What ``make`` makes, or made before of the same things ``given`` (built-in values and Structs, in a list).

    ``kind`` is the type that is made, a Struct or a tuple of Structs. What ``make`` raises is not remembered, nor what is
    not ``lasting``, which is asked once it is made; nothing is where the show keeps nothing.
    """
    if not project.shelf.megabytes:
        return make()
    folder = store(project.root) / "made"
    kept = folder / f"{sha256(msgspec.json.encode([_program(), stage, given])).hexdigest()[:40]}.json"
    with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        found = msgspec.json.decode(kept.read_bytes(), type=kind)
        os.utime(kept)  # used now: the last to go
        return found
    made = make()
    if not lasting():
        return made
    with contextlib.suppress(OSError):
        remade.folder(folder)
        files.put(kept, msgspec.json.encode(made))
        _thinned(folder)
    return made


def _thinned(folder: Path) -> None:
    kept = [(entry.stat().st_mtime, entry.path) for entry in os.scandir(folder) if entry.name.endswith(".json")]
    for _, path in sorted(kept)[:-_KEPT]:
        with contextlib.suppress(OSError):
            Path(path).unlink()


@cache
def _program() -> str:
    """Changes with our own code and with every package that is installed, changed or taken away."""
    digest = sha256(sys.version.encode())
    for name in sorted(_sources(_PACKAGE)):
        digest.update(name.encode())
    for place in sys.path:
        with contextlib.suppress(OSError):
            for name in sorted(path.name for path in Path(place or ".").iterdir()):
                if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth")):
                    digest.update(name.encode())
    return digest.hexdigest()


def _sources(folder: Path | str) -> Iterator[str]:
    with os.scandir(folder) as listed:
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                yield from _sources(entry.path)
            elif entry.name.endswith((".py", ".tsv", ".toml", ".txt", ".json")):
                status = entry.stat()
                yield f"{entry.path} {status.st_mtime_ns} {status.st_size}"
