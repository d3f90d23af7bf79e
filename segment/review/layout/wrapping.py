"""Paragraphs that were wrapped at a fixed width become one line again."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from segment.review.layout.line import Line, ends_sentence

_MAX_WIDTH = 120
_MIN_WIDTH = 40
_FEW = 20


def unwrapped(lines: list[Line]) -> list[Line]:
    """Joins lines that were broken only because the next word did not fit.

    A page with lines over 120 characters was not wrapped, but for one in twenty, such as a link's. Otherwise the width is that
    of the page's long lines, and a line is joined to the next when the next one's first word would have gone beyond it.
    """
    if not lines or sum(len(line.text) > _MAX_WIDTH for line in lines) * _FEW > len(lines):
        return lines
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    if width < _MIN_WIDTH:
        return lines
    joins = [_joins(a, b, width) for a, b in pairwise(lines)]
    broken = [line for line, joined in zip(lines, joins, strict=False) if joined]
    if sum(not ends_sentence(line.text) for line in broken) * 3 < len(broken):
        return lines
    result: list[Line] = []
    run: list[str] = []
    first = lines[0]
    for line, joined in zip(lines, [*joins, False], strict=True):
        if not run:
            first = line
        run.append(line.text)
        if not joined:
            result.append(replace(first, text=" ".join(run)) if len(run) > 1 else first)
            run = []
    return result


def _joins(line: Line, following: Line, width: int) -> bool:
    if not following.glued or line.heading or following.heading or len(line.text) > _MAX_WIDTH:
        return False
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width
