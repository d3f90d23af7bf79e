"""The show's art as directories take it: square, 1400 to 3000 pixels, RGB; made so where it is not."""

from __future__ import annotations

from msgspec import Struct

from segment.media.picture import look, square_jpeg
from segment.model.finding import Finding
from segment.model.project import Project
from segment.project.cover import cover
from segment.publish.picture import picture_type

LEAST, MOST = 1400, 3000
"""Pixels of a side."""
_CUT_FROM = 1.25
"""Sides whose ratio is larger lose much when the picture is cut to a square."""


class Art(Struct, frozen=True, kw_only=True):
    """A picture for the feed."""

    name: str
    """File name, ``cover.jpg`` or ``cover.png``."""
    data: bytes
    findings: tuple[Finding, ...] = ()


def art(project: Project) -> Art:
    """The show's art. Raises ProjectError or MediaError for a file that is no picture."""
    data = cover(project)
    shown = project.show.art or "the built-in cover"
    seen = look(data, shown)
    small, large = sorted((seen.width, seen.height))
    faults = [
        *(["not square"] if small != large else []),
        *([f"{small} pixels, less than {LEAST}"] if small < LEAST else []),
        *([f"{large} pixels, more than {MOST}"] if large > MOST else []),
        *([] if seen.rgb else ["not RGB without transparency"]),
    ]
    if not faults:
        return Art(name="cover.png" if picture_type(data) == "image/png" else "cover.jpg", data=data)
    doubtful = small < LEAST or large > small * _CUT_FROM
    note = Finding(
        code="PB001",
        level="warning" if doubtful else "info",
        message=f"The art ({shown}) is {', '.join(faults)}; a JPEG as directories take it was made of it.",
        hint="Look at it: it was cut to its middle or made larger." if doubtful else "",
    )
    return Art(name="cover.jpg", data=square_jpeg(data, shown, min(max(small, LEAST), MOST)), findings=(note,))
