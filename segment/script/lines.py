"""The lines of a script file, and where each character of them stands.

A file may have been through Word or a mail program: a byte order mark, CR LF, form feeds, vertical tabs for soft line ends. Only
a line feed counts as a line, so that the numbers are those an editor shows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from segment.script.typography import even_comment

_SOFT = re.compile("[\v\f\x85\u2028\u2029]")
"""Line ends that editors do not count."""
_COMMENT = re.compile(r"(?:^|\s);")


class Located(Struct, frozen=True, kw_only=True):
    """A piece of text, perhaps joined from several lines, that knows where in the file it came from."""

    text: str
    anchors: tuple[tuple[int, int, int], ...]
    """(offset in ``text``, line, column) of every stretch, in order; lines and columns from 1."""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``."""
        at, line, column = self.anchors[max(0, bisect_right(self.anchors, offset, key=lambda a: a[0]) - 1)]
        return line, column + max(0, offset - at)

    def part(self, start: int, stop: int | None = None) -> Located:
        """The text from ``start`` to ``stop``, its white space at both ends left off."""
        stop = len(self.text) if stop is None else stop
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        line, column = self.place(start)
        later = ((at - start, ln, col) for at, ln, col in self.anchors if start < at < stop)
        return Located(text=self.text[start:stop], anchors=((0, line, column), *later))


def joined(pieces: list[Located]) -> Located:
    """Hard-wrapped lines as the one line they were, a space between them."""
    anchors: list[tuple[int, int, int]] = []
    length = 0
    for piece in pieces:
        anchors += [(at + length, line, column) for at, line, column in piece.anchors]
        length += len(piece.text) + 1
    return Located(text=" ".join(piece.text for piece in pieces), anchors=tuple(anchors))


def read_lines(text: str) -> Iterator[Located]:
    """The lines of a file, without indentation and trailing white space; an empty line is an empty text."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.endswith("\n"):
        text = text[:-1]
    elif not text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        yield from _soft_lines(Located(text=line, anchors=((0, number, 1),)))


def _soft_lines(line: Located) -> Iterator[Located]:
    """The pieces between soft line ends that hold anything, or one empty line."""
    ends = [match.start() for match in _SOFT.finditer(line.text)]
    pieces = [line.part(a, b) for a, b in zip([0, *(e + 1 for e in ends)], [*ends, len(line.text)], strict=True)]
    filled = [piece for piece in pieces if piece.text]
    yield from filled or pieces[:1]


def split_comment(line: Located) -> tuple[Located, str | None]:
    """What stands before the first ``;`` that opens a comment, and the comment, or None.

    A semicolon opens one at the start of a line and after white space; ``\\;`` never does.
    """
    match = _COMMENT.search(line.text)
    if match is None:
        return line, None
    return line.part(0, match.start()), even_comment(line.text[match.end() :])
