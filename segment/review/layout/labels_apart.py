"""A line that says several things by labels or between bars becomes several lines, so that each can be understood by itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from segment.review.facts.credit_line import credit_line, label_roles
from segment.review.facts.labels import about, is_label
from segment.review.layout.length import MOST_LINES
from segment.review.layout.line import Line
from segment.review.layout.meaning import head_meaning

_BARS = re.compile(r"\s[|•·]\s")
_EDGES = " \t\xa0.,;|•·/–—-"
_MAX = 1500
_LONGEST_LABEL = 4
_OPENING = frozenset({"credits", "facts", "rating"})
_OPENS = 40
_MOST_FACTS = 8
_MOST_STOPS = 4
_LONGEST_FACT = 400
_SHORT = 3
_PARAGRAPH = 20


def labels_apart(lines: list[Line]) -> list[Line]:
    """``Director: Ann Roe Cast: Jo Poe Runtime: 97 min`` as three lines of one number; a line of text stays as it is."""
    result: list[Line] = []
    for line in lines:
        # Beyond the longest page nothing is read, so nothing is taken apart.
        whole = line.heading or len(result) > MOST_LINES or (len(line.text) > _MAX and ":" not in line.text[:_OPENS])
        parts = [line.text] if whole else _parts(line.text)
        result.append(replace(line, text=parts[0]))
        result.extend(replace(line, text=part, glued=True) for part in parts[1:])
    return result


def _parts(text: str) -> list[str]:
    if " | " in text or " • " in text or " · " in text:
        pieces = [piece.strip(_EDGES) for piece in _BARS.split(text)]
        if all(pieces) and sum(head_meaning(piece).what != "text" for piece in pieces) >= max(2, len(pieces) - 1):
            return pieces
    if ":" not in text[:_OPENS]:
        return [text]
    if opened := _opening(text) if head_meaning(text).what == "text" else []:
        return opened
    if len(text) > _MAX or text.count(":") < 2:
        return [text]
    starts = _label_starts(text)
    if len(starts) < 2 or starts[0][0] != 0 or (all(label_roles(label) for _, label in starts) and credit_line(text)):
        return [text]
    stops = [start for start, _ in starts[1:]] + [len(text)]
    return [text[start:stop].strip(_EDGES) for (start, _), stop in zip(starts, stops, strict=True)]


def _opening(text: str) -> list[str]:
    """``Director: Ann Roe. Cast: Jo Poe, Al Loe. 97 mins. A ferry …``: the facts a paragraph opens with, and the paragraph."""
    label = text[: text.find(":", 0, _OPENS)].strip()
    if not (about(label) or is_label(label) or label_roles(label)):
        return []
    facts: list[str] = []
    at = 0
    while at < len(text) and len(facts) < _MOST_FACTS:
        stop = next((stop for stop in _stops(text, at) if head_meaning(text[at:stop].strip(_EDGES)).what in _OPENING), 0)
        if not stop:
            break
        facts.append(text[at:stop].strip(_EDGES))
        at = stop + len(text[stop:]) - len(text[stop:].lstrip(" .\xa0"))
    rest = text[at:].strip()
    people = any(head_meaning(fact).what == "credits" for fact in facts)
    # What is left must be a paragraph, and the first fact labelled: "Ann Roe directed. …" opens many a review.
    return [*facts, rest] if people and len(rest.split()) >= _PARAGRAPH and ":" in facts[0] else []


def _stops(text: str, start: int) -> list[int]:
    """The first few places after ``start`` where a sentence may end; after an initial or "Dr." none does."""
    found: list[int] = []
    at = text.find(". ", start, start + _LONGEST_FACT)
    while at >= 0 and len(found) < _MOST_STOPS:
        word = text[start:at].rsplit(None, 1)[-1:]
        if word and not (word[0][:1].isupper() and len(word[0]) < _SHORT):
            found.append(at)
        at = text.find(". ", at + 1, start + _LONGEST_FACT)
    return found


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
