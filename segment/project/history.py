"""The build record before the last: kept beside the shelf when a new build takes its place, so that ``why`` can compare."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from pathlib import Path

from segment.errors import PublishError
from segment.library.places import store
from segment.media import files, remade
from segment.model.report import BuildRecord
from segment.publish.record import read_record


def _kept_at(record: Path, root: str) -> Path:
    """One file for each place a record can lie in."""
    return store(root) / "builds" / f"{sha256(os.fsencode(record.resolve())).hexdigest()[:32]}.json"


def remember(record: Path, new: bytes, root: str) -> None:
    """Keeps the record that lies at ``record`` when the ``new`` one differs; where that cannot be, nothing is kept.

    ``root`` is the project's folder or empty.
    """
    with contextlib.suppress(OSError):
        old = record.read_bytes()
        if old == new:
            return
        read_record(old.decode())
        place = _kept_at(record, root)
        remade.folder(place.parent)
        files.put(place, old)


def before(record: Path, root: str) -> BuildRecord | None:
    """The record that was remembered for this place; None where there is none that can be read."""
    try:
        return read_record(_kept_at(record, root).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, PublishError):
        return None
