"""An episode.toml held against the table of fields and against itself: every mistake at once, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from segment.project.episode.fields import FIELDS, OF_SEGMENT, Field
from segment.units import clock_time, parse_span, parse_time
from segment.wording import did_you_mean

_TOP = {field.name: field for field in FIELDS if not field.key.startswith(OF_SEGMENT)}
_OF_SEGMENT = {field.name: field for field in FIELDS if field.key.startswith(OF_SEGMENT)}
_TABLE = re.compile(r"\s*\[\[\s*segments\s*\]\]")
_HEADER = re.compile(r"\s*\[")


class Mistake(NamedTuple):
    """One thing that is wrong."""

    line: int
    """1-based, 0 where the file has no line for it."""
    message: str
    hint: str = ""


class Lines:
    """Where in the text the keys stand; TOML's own reader does not say."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        tables = [number for number, line in enumerate(self._lines, 1) if _HEADER.match(line)]
        self._segments = [number for number in tables if _TABLE.match(self._lines[number - 1])]
        self._tables = [*tables, len(self._lines) + 1]

    def of(self, key: str, segment: int | None = None) -> int:
        """The line of a key at the top, or of the segment with this index; that of the segment where it has no such key."""
        first = 0
        if segment is not None:
            first = self._segments[segment] if segment < len(self._segments) else 0
        last = next((number for number in self._tables if number > first), first)
        found = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        return next((number for number in range(first + 1, last) if found.match(self._lines[number - 1])), first)


def mistakes(given: Mapping[str, Any], lines: Lines) -> Iterator[Mistake]:
    """Unknown keys, values of the wrong kind, and what cannot be together."""
    for key, value in given.items():
        if key == "segments":
            continue
        yield from _value(key, value, _TOP, lines.of(key), "")
    if not given.get("title"):
        yield Mistake(0, "The episode has no title.", 'Write title = "…" at its top.')
    segments = given.get("segments", [])
    if not isinstance(segments, list) or not all(isinstance(one, dict) for one in segments):
        yield Mistake(lines.of("segments"), "segments is no list of tables.", "Begin each segment with a line [[segments]].")
        return
    if not segments:
        yield Mistake(0, "The episode has no segments.", 'Name each: [[segments]] and below it story = "NAME".')
    for i, one in enumerate(segments):
        for key, value in one.items():
            yield from _value(key, value, _OF_SEGMENT, lines.of(key, i), f"Segment {i + 1}: ")
        yield from _together(one, given, i, lines)


def _value(key: str, value: Any, known: Mapping[str, Field], line: int, place: str) -> Iterator[Mistake]:
    field = known.get(key)
    if field is None:
        elsewhere = "It belongs into a segment, below [[segments]]." if key in _OF_SEGMENT and not place else ""
        yield Mistake(
            line, f"{place}{key} is no key of an episode.", elsewhere or did_you_mean(key, known, f"There is {', '.join(known)}.")
        )
    elif not _fits(field, value):
        yield Mistake(line, f"{place}{key} cannot be {_shown(value)}.", f"It takes {field.takes}.")
    elif field.allowed:
        for word in value if isinstance(value, list) else [value]:
            if word not in field.allowed:
                yield Mistake(
                    line, f"{place}{key} cannot be {word!r}.", did_you_mean(str(word), field.allowed, f"It takes {field.takes}.")
                )


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else value.isoformat() if isinstance(value, date | time) else repr(value)


def _fits(field: Field, value: Any) -> bool:
    match field.kind:
        case "words":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 1
        case "yes or no":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list) and all(isinstance(word, str) for word in value)
        case _:
            return read(field, value) is not None


def read(field: Field, value: Any) -> Any:
    """A date as ISO, a length or post in seconds, a range as its least and most; None for what is none."""
    try:
        match field.kind:
            case "date":
                if isinstance(value, date) and not isinstance(value, datetime):
                    return value.isoformat()
                return date.fromisoformat(value).isoformat() if isinstance(value, str) else None
            case "length":
                length = parse_time(_time(value))
                return length if length > 0 else None
            case "post":
                return parse_time(_time(value))
            case "lengths":
                least, most = parse_span(_time(value))
                return (least, most) if least > 0 else None
            case "time of day":
                return clock_time(_time(value))
            case _:
                return value
    except ValueError:
        return None


def _time(value: Any) -> str:
    """TOML's own times stand without quotes."""
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, str):
        return value
    raise ValueError(value)


def _together(one: Mapping[str, Any], given: Mapping[str, Any], i: int, lines: Lines) -> Iterator[Mistake]:
    place = f"Segment {i + 1}"
    line = lines.of("", i)
    if one.get("story") and one.get("audio"):
        yield Mistake(lines.of("audio", i), f"{place}: it is either a story or audio.", "Make two segments of them.")
    if not (one.get("story") or one.get("audio") or one.get("slot")):
        if one.get("placeholder") is not True:
            yield Mistake(line, f"{place}: nothing says what it is.", 'Write story = "NAME", audio = "FILE" or slot = "ad".')
        elif not one.get("title"):
            yield Mistake(line, f"{place}: it needs a story, or a title.", 'Such as title = "Book of the week".')
    if one.get("placeholder") is True and "length" not in one:
        yield Mistake(lines.of("placeholder", i), f"{place}: a placeholder needs a length.", 'Write length = "3:00" below it.')
    if "at" in one and "at_time" in one:
        yield Mistake(lines.of("at_time", i), f"{place}: it has two posts, at and at_time.", "Leave one of them out.")
    if "at_time" in one and "starts_at" not in given:
        yield Mistake(
            lines.of("at_time", i),
            f"{place}: at_time is a time of day, and nothing says when the episode begins.",
            'Write starts_at = "9:00" at the top, or at = "30:00" instead.',
        )
