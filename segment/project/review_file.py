"""Writing a structured review so that neither the producer's marks nor anything edited is ever lost."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment import review as reading
from segment.errors import Cause, ProjectError, SegmentError, Where
from segment.media import files
from segment.model.review import Review
from segment.project.outputs import aside, set_aside


class Kept(Struct, frozen=True, kw_only=True):
    """A structured review that was written."""

    path: Path
    review: Review
    """With the marks it took over from the file that was there."""
    aside: Path | None = None
    """What the file that was there is called now, when it was kept."""


def keep(review: Review, path: Path, *, force: bool, dry_run: bool = False) -> Kept:
    """Write a review as its file's name says: ``.md``, ``.json`` or ``.toml``.

    The marks of a review that is there are carried over. What was edited there, but for its marks, or is none of ours, is only
    replaced under ``force``, and kept as ``NAME~1``. Nothing is written under ``dry_run``.

    Raises ProjectError (USAGE) for another kind of file and for one that may not be replaced; MediaError as
    :func:`segment.media.files.replace` does.
    """
    if path.suffix.lower() not in reading.SUFFIXES:
        raise ProjectError(
            f"A review is written as {', '.join(reading.SUFFIXES)}, not as {path.suffix or 'a file without a suffix'}.",
            where=Where(file=str(path)),
            hint=f"Give it a name such as {path.stem or 'review'}.md.",
        )
    edited = False
    if path.exists():
        old = _read(path)
        if old is not None:
            review = reading.carried(review, old[0].marks)
        edited = old is None or not (reading.is_as_made(old[1], old[0]) or reading.says_the_same(old[0], review))
        if edited and not force:
            raise ProjectError(
                f"{path.name} was edited, or is not from this tool.",
                where=Where(file=str(path)),
                hint="--force reads the page anew, with the marks in it, and keeps the old file as NAME~1.",
                cause=Cause.USAGE,
            )
    if dry_run:
        return Kept(path=path, review=review, aside=aside(path) if edited else None)
    text = reading.to_form(review, path.suffix.lower())
    with files.replace(path) as part:
        part.write_bytes(text.encode())
        kept = set_aside(path) if edited else None
    return Kept(path=path, review=review, aside=kept)


def _read(path: Path) -> tuple[Review, str] | None:
    """The structured review in a file, and its text; None when it is something else."""
    data = files.read_bytes(path, reading.LIMIT_BYTES)
    try:
        return reading.read(data, name=str(path)), data.decode("utf-8", "replace")
    except SegmentError:
        return None
