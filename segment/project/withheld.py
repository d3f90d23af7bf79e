"""Clips that may not be used in a deliverable: they are left out with the line that leads into them, and listed.

Nothing stands in for a clip, unlike music; and a line that says "listen to this" must not be followed by nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from segment.library.assets import allowed
from segment.model.asset import Asset, Right
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import Break, Clip, Pause, Speech
from segment.project.music import toml_key

KEEP, LEADS_IN = "keep", "lead-in"
"""What a producer writes behind a line: ``; keep`` where it stands for itself, ``; lead-in`` where it goes with the clip."""
_MOST_WORDS = 30
"""A longer line is an argument, and no lead-in unless it says so or ends on a colon."""
_SHOWN_WORDS = 12


def without_withheld_clips(order: RunningOrder, project: Project, use: Right) -> tuple[RunningOrder, tuple[Finding, ...]]:
    """The order without the clips that may not be used in a deliverable, nor their lead-ins, each with a note."""
    withheld = {name: asset for name, asset in project.beds.items() if not allowed(asset, use)}
    gone: set[int] = set()
    findings = []
    for i, entry in enumerate(order.entries):
        if isinstance(entry.item, Clip) and entry.item.asset in withheld:
            lead = _lead_in(order.entries, i)
            gone.update({i} if lead is None else {i, lead})
            words = "" if lead is None else _text(order.entries[lead].item)
            findings.append(_note(entry.item.asset, withheld[entry.item.asset], use, words))
    kept = tuple(entry for i, entry in enumerate(order.entries) if i not in gone)
    return replace(order, entries=kept), tuple(findings)


def _lead_in(entries: Sequence[Entry], clip: int) -> int | None:
    """Where the line that leads into a clip stands; None where none does."""
    at = clip - 1
    while at >= 0 and isinstance(entries[at].item, Pause):
        at -= 1
    if at < 0 or entries[at].part != entries[clip].part or not isinstance(line := entries[at].item, Speech):
        return None
    marks = line.comment.lower().split()
    if KEEP in marks:
        return None
    text = _text(line)
    return at if LEADS_IN in marks or text.endswith(":") or len(text.split()) <= _MOST_WORDS else None


def _text(item: object) -> str:
    spans = item.spans if isinstance(item, Speech) else ()
    return " ".join("".join(" " if isinstance(span, Break) else span.text for span in spans).split())


def _note(name: str, asset: Asset, use: Right, lead_in: str) -> Finding:
    say = f'Add "{use}" to the rights of beds.{toml_key(name)} if it may.'
    if not lead_in:
        hint = f"Look at the line before it. {say}"
        return _finding(f"The clip {asset.title} may not be used in the {use} file: it is left out.", hint)
    words = lead_in.split()
    shown = " ".join(words[:_SHOWN_WORDS]) + ("…" if len(words) > _SHOWN_WORDS else "")
    shown = shown.removesuffix(".")
    message = (
        f"The clip {asset.title} may not be used in the {use} file: it is left out with the line that leads into it, “{shown}”."
    )
    return _finding(message, f"Write ; {KEEP} behind that line to keep it. {say}")


def _finding(message: str, hint: str) -> Finding:
    return Finding(code="PJ022", level="warning", message=message, hint=hint)
