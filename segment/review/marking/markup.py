"""Marks in the text of review.md: ``{keep}`` behind a sentence, ``{never}`` at a paragraph's head for all of it.

``\\{keep}`` is the word in braces and no mark. Anything else in braces is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, cast

from msgspec import Struct

from segment.model.review import Mark
from segment.review.layout.line import clean
from segment.review.markdown.inline import escaped, plain
from segment.review.marking.placing import MOST_CHARACTERS, Placed
from segment.sentences import sentences

_NAME = r"\s{0,3}:?(keep|60|never|spoiler)\s{0,3}"
_MARK = re.compile(rf"\\.|\{{{_NAME}\}}", re.IGNORECASE)
_BRACE = re.compile(rf"\\.|\{{(?={_NAME}\}})", re.IGNORECASE)
_NEARLY = re.compile(r"\\.|\{\s{0,3}:?([A-Za-z0-9]{2,9})\s{0,3}\}")
_STAND_INS = range(0xF0000, 0xF8000)
"""Private characters; four that the text does not use stand for its marks while Markdown is taken off it."""

Name = Literal["keep", "60", "never", "spoiler"]


class Unmarked(Struct, frozen=True, kw_only=True):
    """A paragraph without its marks."""

    text: str
    marks: tuple[Mark, ...] = ()
    everywhere: tuple[Name, ...] = ()
    """Marks with nothing beside them: they stand on whatever their line heads."""


def unmarked(raw: str) -> Unmarked:
    """The words of a paragraph of Markdown, and the marks in it."""
    if "{" not in raw:
        return Unmarked(text=clean(plain(raw).text))
    signs: dict[str, str] = {}
    taken = set(raw)
    free = (chr(code) for code in _STAND_INS if chr(code) not in taken)

    def stand_in(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        name = match[1].lower()
        if name not in signs:
            signs[name] = next(free, "")
        return signs[name]

    text = clean(plain(_MARK.sub(stand_in, raw)).text)
    names = {sign: cast(Name, name) for name, sign in signs.items() if sign}
    if not names:
        return Unmarked(text=text)
    return _lifted(text, names)


def nearly(raw: str) -> tuple[str, ...]:
    """Single words in braces that are no marks: somebody may have meant one."""
    return tuple(match[1] for match in _NEARLY.finditer(raw) if match[1] and not _MARK.fullmatch(match[0]))


def _lifted(text: str, names: dict[str, Name]) -> Unmarked:
    """Takes the stand-ins out of a text; a space goes with each."""
    kept: list[str] = []
    length = 0
    whole: list[Name] = []
    at: list[tuple[int, Name]] = []
    for piece in re.split("([" + "".join(names) + "])", text):
        if piece in names:
            if kept:
                at.append((length - kept[-1].endswith(" "), names[piece]))
            else:
                whole.append(names[piece])
            continue
        fresh = piece.lstrip(" ") if not kept or kept[-1].endswith(" ") else piece
        if fresh:
            kept.append(fresh)
            length += len(fresh)
    said = "".join(kept).strip(" ")
    if not said:
        return Unmarked(text="", everywhere=tuple(dict.fromkeys(whole)))
    marks = [Mark(mark=name, text=said) for name in whole]
    if at:
        spans = list(_spans(said)) if len(said) <= MOST_CHARACTERS else [(0, len(said))]
        starts = [start for start, _ in spans]
        for place, name in at:
            start, end = spans[bisect_left(starts, place) - 1]
            marks.append(Mark(mark=name, text=said[start:end]))
    return Unmarked(text=said, marks=tuple(dict.fromkeys(marks)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    end = 0
    for sentence in sentences(text):
        start = text.index(sentence, end)
        end = start + len(sentence)
        yield start, end


def marked(paragraph: str, marks: Sequence[Placed]) -> str:
    """The paragraph as Markdown with its marks; :func:`unmarked` gives both back."""
    pieces = [f"{{{one.mark.mark}}}" for one in marks if not one.end]
    start = 0
    for end in sorted({one.end for one in marks if one.end}):
        pieces.append(literal(paragraph[start:end].strip(" ")))
        pieces += [f"{{{one.mark.mark}}}" for one in marks if one.end == end]
        start = end
    rest = literal(paragraph[start:].strip(" "))
    return " ".join([*pieces, rest] if rest else pieces)


def literal(text: str) -> str:
    """Text as Markdown in which nothing is a mark."""
    return _BRACE.sub(lambda match: match[0] if match[0].startswith("\\") else "\\{", escaped(text))
