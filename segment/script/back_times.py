"""Back-times: when each part, chapter and line must begin for the segment to be over at a time of day."""

from __future__ import annotations

from segment.model.script import Blank, Chapter, Comment, Music, Part, Script, Speech
from segment.script.ordering import running_order
from segment.script.timing import Paces, entry_seconds
from segment.units import time_of_day

_GAP_S = 0.63
"""Between two lines, as the house mixes."""


def with_back_times(text: str, script: Script, out_s: float, paces: Paces, *, language: str, after_s: float) -> str:
    """The script's text with a comment above each part, chapter and line: ``; be here by 8:57:12``.

    ``out_s`` is the time of day in seconds at which it is over, ``after_s`` what is heard behind the last word. The lengths are
    estimates; with a SLOT they are laid out to fill it.
    """
    order = running_order(script)
    lengths = {id(e.item): entry_seconds(e, language=language, paces=paces) for e in order.entries}
    lengths = {
        key: seconds + (_GAP_S if isinstance(e.item, Speech) else 0.0)
        for (key, seconds), e in zip(lengths.items(), order.entries, strict=True)
    }
    natural = sum(lengths.values()) + after_s
    stretch = order.slot_s / natural if order.slot_s and natural else 1.0
    at = out_s - natural * stretch
    due: list[str] = []
    closing = False
    for item in script.items:
        if isinstance(item, Part) and closing:
            at += after_s * stretch
            closing = False
        closing |= isinstance(item, Music) and any(move.verb == "out cold" for move in item.moves)
        if isinstance(item, Part | Chapter | Speech):
            due.append(f"; be here by {time_of_day(at)}")
        if not isinstance(item, Part | Blank | Comment):
            at += lengths.get(id(item), 0.0) * stretch
    return _between(text, script, due) + f"; out at {time_of_day(out_s)}\n"


def _between(text: str, script: Script, due: list[str]) -> str:
    """The comments above the lines they belong to: those whose source is a part, a chapter or a role."""
    roles = {item.role.upper() for item in script.items if isinstance(item, Speech)}
    sources = ("INTRO", "PIECE", "TAG", "CHAPTER", *roles)
    left = iter(due)
    lines: list[str] = []
    for line in text.split("\n"):
        if line.partition(":")[0].partition(" [")[0].upper() in sources and ":" in line:
            lines.append(next(left, ""))
        lines.append(line)
    return "\n".join(lines)
