"""Files that are handed out once and have no build record: a script on paper, in Word, for the prompter.

What they held is remembered by its hash in the show's store, so that a file which is still as we made it can be made anew, and
one that somebody has written into is never lost.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.library.places import store
from segment.media import files
from segment.project.outputs import aside, set_aside

_FOLDER = "given-out"


class GivenOut(Struct, frozen=True, kw_only=True):
    """A file that was written."""

    path: Path
    aside: Path | None = None
    """What the file that was there is called now, when it was kept."""


def give_out(data: bytes, path: Path, root: str, *, force: bool, dry_run: bool = False) -> GivenOut:
    """Write a file; one that stands there is replaced only when it is as we made it, or under ``force``, which keeps it.

    Nothing is written under ``dry_run``.

    Raises ProjectError (USAGE) for a file of somebody's, MediaError as :func:`segment.media.files.replace` does.
    """
    known = store(root) / _FOLDER
    kept = None
    if path.exists() and not _is_ours(path, data, known):
        if not force or path.is_dir():
            raise ProjectError(
                f"{path.name} is not from this tool, or changed since it was made.",
                where=Where(file=str(path)),
                hint="--force makes it anew and keeps the old as NAME~1; -o FILE gives it another name.",
                cause=Cause.USAGE,
            )
        kept = aside(path) if dry_run else set_aside(path)
    if dry_run:
        return GivenOut(path=path, aside=kept)
    with files.replace(path) as part:
        part.write_bytes(data)
    # Where nothing can be remembered the file counts as the user's from now on.
    with contextlib.suppress(OSError):
        known.mkdir(parents=True, exist_ok=True)
        files.put(known / hashlib.sha256(data).hexdigest(), b"1")
    return GivenOut(path=path, aside=kept)


def _is_ours(path: Path, data: bytes, known: Path) -> bool:
    if not path.is_file():
        return False
    found = files.sha256(path)
    return found == hashlib.sha256(data).hexdigest() or (known / found).is_file()
