"""Mistakes and notes found while a script is read, gathered so that all of them are reported at once."""

from __future__ import annotations

from collections.abc import Iterable

from segment.errors import ScriptError, Where
from segment.model.finding import Finding, Level
from segment.script.lines import Located

UNKNOWN_SOURCE = "SC001"
NO_SOURCE = "SC002"
BAD_CUE = "SC003"
BAD_MARK = "SC004"
BAD_TIME = "SC005"
BAD_DELIVERABLE = "SC006"
MISPLACED = "SC007"
NOTHING_TO_SAY = "SC008"
BED_LEFT_PLAYING = "SC101"
BED_NOT_PLAYING = "SC102"
BRACKETS = "SC103"
OTHER_HEADER = "SC104"
NOT_SPOKEN = "SC105"
BEFORE_PARTS = "SC106"
ONLY_SILENCE = "SC107"
SLOT = "SC110"

_MOST_LISTED = 40


class Problems:
    """Collects findings of one script; ``file`` is the name they are shown with."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def mistake(self, code: str, message: str, at: Located, *, offset: int = 0, hint: str = "") -> None:
        """A mistake: the script cannot be used until it is mended."""
        self._add(code, "error", message, at.place(offset), hint)

    def note(self, code: str, message: str, place: tuple[int, int], *, hint: str = "", level: Level = "warning") -> None:
        """Something to look at; the script is used as it is."""
        self._add(code, level, message, place, hint)

    def _add(self, code: str, level: Level, message: str, place: tuple[int, int], hint: str) -> None:
        where = Where(file=self.file, line=place[0], column=place[1])
        self.findings.append(Finding(code=code, level=level, message=message, hint=hint, where=where))

    def ordered(self) -> tuple[Finding, ...]:
        """All findings in the order of the lines they belong to."""
        return tuple(sorted(self.findings, key=lambda f: (f.where.line, f.where.column) if f.where else (0, 0)))


def failure(mistakes: Iterable[Finding]) -> ScriptError:
    """One error for all mistakes of a script, each with its place; at least one is needed."""
    mistakes = list(mistakes)
    first = mistakes[0]
    if len(mistakes) == 1:
        return ScriptError(first.message, where=first.where, hint=first.hint)
    lines = [f"{m.where}: {m.message}" + (f" {m.hint}" if m.hint else "") for m in mistakes[:_MOST_LISTED]]
    if len(mistakes) > _MOST_LISTED:
        lines.append(f"and {len(mistakes) - _MOST_LISTED} more")
    file = first.where.file if first.where else ""
    listing = "".join(f"\n  {line}" for line in lines)
    return ScriptError(f"{len(mistakes)} mistakes in this script:{listing}", where=Where(file=file) if file else None)
