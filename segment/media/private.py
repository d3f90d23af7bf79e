"""A folder that nobody else may look into, for as long as it is needed."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from segment.media import refusal


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """Yields a new, empty folder; it and all that is in it are removed afterwards. Raises MediaError (MACHINE)."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="segment-"))
    except OSError as error:
        raise refusal.writing(tempfile.gettempdir(), error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(path: Path, data: bytes) -> None:
    """Writes a file of a private folder. Raises MediaError (MACHINE) when the disk refuses."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise refusal.writing(path, error, needed=len(data)) from error
