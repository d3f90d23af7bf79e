"""Two tools at one place at once: the second waits for the first, and says so."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from segment.library.places import store
from segment.media import remade
from segment.media.locking import alone
from segment.steps import Report, Step


@contextlib.contextmanager
def turn(place: Path, root: str, report: Report) -> Iterator[None]:
    """Holds ``place`` (a story's folder, or where files go) for this process; ``root`` is the show's folder or empty."""
    locks = store(root) / "locks"
    with contextlib.suppress(OSError):
        remade.folder(locks)
    name = sha256(str(place.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]

    def waiting() -> None:
        report(Step(stage="read", message=f"waiting: another segment is at work in {place}"))

    with alone(locks / name, waiting):
        yield
