"""The running order: what one deliverable plays, in order, each spoken line with its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from typing import Literal

from segment.errors import ScriptError
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import Blank, Comment, Part, PartName, Script, Speech
from segment.script.times import read_span

Deliverable = Literal["air", "podcast"]


def running_order(script: Script, *, deliverable: Deliverable | None = None, live: Set[str] = frozenset()) -> RunningOrder:
    """The script as ``deliverable`` plays it; None is everything that stands in it.

    A line's id is its role and its ordinal among that role's lines in the whole script, whatever the deliverable, so that the air
    file and the podcast speak of the same line. On air with the host ``live`` the file is the PIECE alone. What stands above the
    first part counts as PIECE.

    Raises ScriptError for a SLOT or CART that is no time.
    """
    entries: list[Entry] = []
    spoken: Counter[str] = Counter()
    part: PartName = "PIECE"
    for item in script.items:
        match item:
            case Part():
                part = item.name
                continue
            case Blank() | Comment():
                continue
            case Speech():
                spoken[item.role] += 1
                line_id = f"{item.role}-{spoken[item.role]}"
            case _:
                line_id = ""
        if deliverable is not None and item.only not in {"", deliverable}:
            continue
        if deliverable == "air" and "host" in live and part != "PIECE":
            continue
        entries.append(Entry(part=part, item=item, line_id=line_id))
    slug, title = script.header("SLUG"), script.header("TITLE")
    return RunningOrder(slug=slug or title, title=title or slug, entries=tuple(entries), **_lengths(script))


def _lengths(script: Script) -> dict[str, float]:
    found: dict[str, float] = {}
    for header in ("SLOT", "CART"):
        written = script.header(header)
        if not written:
            continue
        span = read_span(written)
        if span is None:
            raise ScriptError(f"{header} is no time: {written!r}.", hint="Write a time (3:00) or a range (2:50-3:00).")
        found[f"{header.lower()}_least_s"], found[f"{header.lower()}_s"] = span
    return found
