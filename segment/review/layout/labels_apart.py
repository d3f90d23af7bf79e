"""A line that says several things by labels or between bars becomes several lines, so that each can be understood by itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from segment.review.facts.credit_line import credit_line, label_roles
from segment.review.facts.labels import is_label
from segment.review.layout.line import Line
from segment.review.layout.meaning import head_meaning

_BARS = re.compile(r"\s[|•·]\s")
_EDGES = " \t\xa0.,;|•·/–—-"
_MAX = 1500
_LONGEST_LABEL = 4


def labels_apart(lines: list[Line]) -> list[Line]:
    """``Director: Ann Roe Cast: Jo Poe Runtime: 97 min`` as three lines of one number; a line of text stays as it is."""
    result: list[Line] = []
    for line in lines:
        parts = _parts(line.text) if len(line.text) <= _MAX and not line.heading else [line.text]
        result.append(replace(line, text=parts[0]))
        result.extend(replace(line, text=part, glued=True) for part in parts[1:])
    return result


def _parts(text: str) -> list[str]:
    if " | " in text or " • " in text or " · " in text:
        pieces = [piece.strip(_EDGES) for piece in _BARS.split(text)]
        if all(pieces) and sum(head_meaning(piece).what != "text" for piece in pieces) >= max(2, len(pieces) - 1):
            return pieces
    if text.count(":") < 2:
        return [text]
    starts = _label_starts(text)
    if len(starts) < 2 or starts[0][0] != 0 or (all(label_roles(label) for _, label in starts) and credit_line(text)):
        return [text]
    stops = [start for start, _ in starts[1:]] + [len(text)]
    return [text[start:stop].strip(_EDGES) for (start, _), stop in zip(starts, stops, strict=True)]


def _label_starts(text: str) -> list[tuple[int, str]]:
    """Where a label of the tables begins before a colon, and the label; looking back at most four words from each colon."""
    found: list[tuple[int, str]] = []
    at = text.find(":")
    floor = 0
    while at >= 0:
        words = list(re.finditer(r"\S+", text[max(floor, at - 60) : at].rstrip()))[-_LONGEST_LABEL:]
        base = max(floor, at - 60)
        for word in words:
            label = text[base + word.start() : at].strip()
            if not label[0].islower() and (is_label(label) or label_roles(label)):
                found.append((base + word.start(), label))
                break
        floor = at + 1
        at = text.find(":", floor)
    return found
