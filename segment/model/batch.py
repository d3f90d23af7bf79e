"""What a batch did, story by story."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True):
    """One story or page of a batch."""

    name: str
    """Of the story's folder, or of the page's file."""
    state: Literal["made", "up to date", "failed"]
    out: str = ""
    """Folder of the finished files."""
    length_s: float | None = None
    """Of the podcast."""
    air_length_s: float | None = None
    lufs_in: float | None = None
    """Of the podcast before the gain that brought it to its target."""
    lufs: float | None = None
    """Of the decoded podcast file."""
    true_peak_dbtp: float | None = None
    """Likewise."""
    notes: int = 0
    """Warnings and errors among its notes."""
    took_s: float = 0.0
    """Seconds it took to make."""
    message: str = ""
    """Why it failed."""
    hint: str = ""
    exit_code: int = 0


class Batch(Struct, frozen=True, kw_only=True):
    """All of it, in the order it was asked for."""

    rows: tuple[Row, ...]
    took_s: float
    """Seconds from beginning to end."""

    @property
    def exit_code(self) -> int:
        """The highest of all rows, 0 for a batch in which nothing failed."""
        return max((row.exit_code for row in self.rows), default=0)
