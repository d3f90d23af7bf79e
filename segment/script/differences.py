"""What one copy of a script says that another does not, line by line."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from msgspec import Struct

from segment.model.script import Blank, Script
from segment.script.parsed import Parsed
from segment.script.printing import to_text
from segment.script.sources import fold_dashes

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "..."})


class Difference(Struct, frozen=True, kw_only=True):
    """A line that was changed, taken out (``after`` is empty) or put in (``before`` is empty)."""

    before: str
    after: str
    line_before: int
    """1-based in the first copy's file; 0 for a header, and for a line that is not there."""
    line_after: int


def differences(before: Parsed, after: Parsed) -> tuple[Difference, ...]:
    """The lines that differ, in order; empty lines, white space, and a word processor's own marks don't count."""
    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, [_folded(text) for _, text in old], [_folded(text) for _, text in new], autojunk=False)
    made: list[Difference] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for n in range(max(b - a, d - c)):
            line_before, text_before = old[a + n] if a + n < b else (0, "")
            line_after, text_after = new[c + n] if c + n < d else (0, "")
            made.append(Difference(before=text_before, after=text_after, line_before=line_before, line_after=line_after))
    return tuple(made)


def _lines(parsed: Parsed) -> list[tuple[int, str]]:
    headers = [(0, line) for line in to_text(Script(headers=parsed.script.headers)).splitlines()]
    items = zip(parsed.script.items, parsed.lines, strict=True)
    shown = [(line, to_text(Script(items=(item,))).removesuffix("\n")) for item, line in items if not isinstance(item, Blank)]
    return [*headers, *shown]


def _folded(text: str) -> str:
    return " ".join(fold_dashes(unicodedata.normalize("NFC", text).translate(_QUOTES)).split())
