"""Labels for Audacity: start, end and text of everything that is heard, separated by tabs, times in seconds.

The form is Audacity's own text import and export of label tracks (manual, "Importing and Exporting Labels").
"""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.made import Row
from segment.publish.order_sheet import shortened


def labels(rows: Sequence[Row]) -> str:
    """A running order as a label track; a chapter is a point."""
    return "".join(f"{row.in_s:.6f}\t{row.out_s:.6f}\t{_text(row)}\n" for row in rows)


def _text(row: Row) -> str:
    said = {"line": row.who, "chapter": "CHAPTER"}.get(row.what, f"{row.what.upper()} {row.who}")
    return " ".join(f"{said}: {shortened(row.text)}".split())
