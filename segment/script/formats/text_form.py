"""A script as text: the form it is kept and edited in."""

from __future__ import annotations

from segment.script.formats.exporter import Sheet
from segment.script.printing import to_text


class TextForm:
    """Standard radio format, as ``docs/script-format.md`` has it."""

    suffix = ".txt"
    media_type = "text/plain"
    what = "standard radio format, to edit"

    def export(self, sheet: Sheet) -> bytes:
        """The script's text, clean."""
        return to_text(sheet.script).encode("utf-8", "replace")
