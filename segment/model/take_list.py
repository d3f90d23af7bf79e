"""The editable list of what is used of a recording: each sentence, each time it was read, and which of them is heard.

Times are seconds from the start of the file they are in.
"""

from __future__ import annotations

from msgspec import Struct


class ListedFile(Struct, frozen=True, kw_only=True):
    """A recording that a list is of."""

    name: str
    fingerprint: str
    """SHA-256 of the file."""


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of one of the files."""

    file: int
    """Index among the list's files."""
    start_s: float
    end_s: float


class ListedReading(Struct, frozen=True, kw_only=True):
    """One time that a sentence was read."""

    spans: tuple[Span, ...]
    """In the order in which they are heard; empty for a synthetic voice that stands in."""
    used: bool
    typed: bool = False
    """Whether its times are a person's: then the cuts are exactly there."""


class ListedSentence(Struct, frozen=True, kw_only=True):
    """A sentence of the script as the list has it."""

    text: str
    readings: tuple[ListedReading, ...]
    """Empty where it was not found: then the recordings decide."""


class TakeList(Struct, frozen=True, kw_only=True):
    """A whole list."""

    role: str
    files: tuple[ListedFile, ...]
    sentences: tuple[ListedSentence, ...]
    edited: bool
    """Whether a person changed it since it was written, or it holds what a person once chose."""
