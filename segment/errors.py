"""Failures as values: what went wrong, where, and what to do about it.

Every failure a user can cause is a :class:`SegmentError`. Its ``cause`` decides the exit code; its class says which stage it
came from. All of them keep their values as attributes and survive pickling, so that a worker process can raise them.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from msgspec import Struct


class Where(Struct, frozen=True, kw_only=True):
    """A place in a file."""

    file: str = ""
    """Path as the user gave it, or empty when there is none."""
    line: int = 0
    """1-based line, 0 when unknown."""
    column: int = 0
    """1-based column, 0 when unknown."""

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(p for p in parts if p)


class Cause(IntEnum):
    """Why a command failed; the number is the process's exit code."""

    MATERIAL = 1
    """The review, script or recording itself cannot be used."""
    USAGE = 2
    """The command line or a setting is wrong, or a file would be overwritten."""
    MISSING = 3
    """A tool, voice, template or other named thing is not there."""
    GATE = 4
    """The result does not meet a quality gate."""
    MACHINE = 5
    """The machine refused: disk full, no permission, no network."""
    BUG = 70
    """Something that should not happen."""
    INTERRUPTED = 130
    """Ctrl-C."""


class SegmentError(Exception):
    """A failure to tell the user about in a sentence, never as a traceback."""

    default_cause = Cause.MATERIAL

    def __init__(
        self,
        message: str,
        *,
        where: Where | None = None,
        hint: str = "",
        cause: Cause | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self.cause = self.default_cause if cause is None else cause

    @property
    def exit_code(self) -> int:
        """The process's exit code for this failure."""
        return int(self.cause)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.where, self.hint, self.cause)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f"\n  {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


def _rebuild(kind: type[SegmentError], message: str, where: Where | None, hint: str, cause: Cause) -> SegmentError:
    return kind(message, where=where, hint=hint, cause=cause)


class ProjectError(SegmentError):
    """segment.toml, a story folder, an output that may not be touched, or the command line."""

    default_cause = Cause.USAGE


class ReviewError(SegmentError):
    """The page or the structured form cannot be read as a review."""


class ScriptError(SegmentError):
    """A template or an on-air script is wrong."""


class VoiceError(SegmentError):
    """A voice, an engine or a recording cannot speak the script."""


class MediaError(SegmentError):
    """A sound file or a child process failed."""


class MasterError(SegmentError):
    """The programme cannot be brought to its target."""

    default_cause = Cause.GATE


class PublishError(SegmentError):
    """A finished file, tag or feed cannot be written as it must be."""
