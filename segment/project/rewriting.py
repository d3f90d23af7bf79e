"""A story's script written anew: the old one is kept, and what the new one says otherwise is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from segment.errors import SegmentError, Where
from segment.media import text as text_file
from segment.model.finding import Finding
from segment.script import Parsed, parse
from segment.script.differences import Difference, differences
from segment.wording import quoted

_LIMIT = 5_000_000
"""Bytes of a script."""
_MOST_SHOWN = 40


def rewritten(aside: Path, new: Parsed, takes: Mapping[str, tuple[Path, ...]], roles: frozenset[str]) -> Iterator[Finding]:
    """Notes: where the old script is, each line that differs, and recordings that were of the old words."""
    yield Finding(code="PJ031", level="info", message=f"The old script is kept as {aside.name}.", where=Where(file=str(aside)))
    try:
        old = parse(text_file.read(aside, _LIMIT), file=str(aside), roles=roles)
    except SegmentError:
        return  # one that cannot be read has nothing to be compared with
    found = differences(old, new)
    yield from (Finding(code="PJ033", level="info", message=_said(one)) for one in found[:_MOST_SHOWN])
    if len(found) > _MOST_SHOWN:
        yield Finding(code="PJ033", level="info", message=f"There are {len(found) - _MOST_SHOWN} more differences.")
    for role, paths in takes.items():
        if any(line.startswith(f"{role.upper()}") for one in found for line in (one.before, one.after)):
            names = ", ".join(path.name for path in paths)
            yield Finding(
                code="PJ034",
                level="warning",
                message=f"The recording {names} is of the old script, and what {role} says has changed.",
                hint=f"Record it again, or put {aside.name} back.",
            )


def _said(one: Difference) -> str:
    if not one.before:
        return f"Line {one.line_after} is new: {quoted(one.after)}."
    if not one.after:
        return f"Line {one.line_before} of the old script is gone: {quoted(one.before)}."
    return f"Line {one.line_after}: {quoted(one.before)} is now {quoted(one.after)}."
