"""The verbs that read and keep reviews."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from segment import review as reading
from segment.library.plugins import plugins
from segment.media import files
from segment.model.project import Project
from segment.model.review import Review
from segment.project.load import project_of
from segment.project.memory import remembered
from segment.project.review_file import Kept, keep

PAGE_LIMIT = 50_000_000
"""Bytes; nothing a critic wrote is longer."""
_READERS = "segment.readers"
"""The entry points of readers in other packages."""


def read_review(page: str | Path, *, data: bytes | None = None, work: str = "") -> Review:
    """Read a page of text, a Markdown review, or the structured form.

    ``data`` stands in for the file's contents, for a page that is not in a file; ``work`` chooses one of several on the page
    by its number or title, the first when empty. The page's own heading words are led to known ones as the segment.toml
    around the page says.
    """
    contents = files.read_bytes(Path(page), PAGE_LIMIT) if data is None else data
    aliases = project_of(Path(page)).headings
    if not work:
        return reading.read(contents, name=str(page), aliases=aliases, readers=plugins(_READERS))
    return reading.chosen(reading.read_all(contents, name=str(page), aliases=aliases, readers=plugins(_READERS)), work)


def review_again(page: Path, project: Project, *, data: bytes | None = None, work: str = "") -> Review:
    """As :func:`read_review`, or what that read before of the same page."""
    contents = files.read_bytes(page, PAGE_LIMIT) if data is None else data
    given = [sha256(contents).hexdigest(), str(page), work, project_of(page).headings]

    def read() -> Review:
        return read_review(page, data=contents, work=work)

    # Somebody's own reader may be at work on, and change without a new version.
    return remembered(project, "review", given, Review, read, lasting=lambda: not plugins(_READERS))


def read_works(page: str | Path, *, data: bytes | None = None) -> tuple[Review, ...]:
    """Read every review on a page, in its order."""
    contents = files.read_bytes(Path(page), PAGE_LIMIT) if data is None else data
    aliases = project_of(Path(page)).headings
    return reading.read_all(contents, name=str(page), aliases=aliases, readers=plugins(_READERS))


def keep_review(review: Review, path: str | Path, *, force: bool = False, dry_run: bool = False) -> Kept:
    """Write the structured form of a review to a ``.md`` or ``.json`` file, with the producer's marks of the one that is there.

    A file that was edited, but for its marks, is only replaced under ``force`` and kept as ``NAME~1``. Nothing is written
    under ``dry_run``.
    """
    return keep(review, Path(path), force=force, dry_run=dry_run)
