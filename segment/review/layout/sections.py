"""The body of a page: headed sections of paragraphs, and short lines between them that are none."""

from __future__ import annotations

from msgspec import Struct

from segment.model.review import LeftOut, Section
from segment.review.layout.headings import captions_among, heading_places
from segment.review.layout.line import Line, is_heading_like, is_list, is_sentence

_CAPTION = "a short line between paragraphs that is no sentence, such as a caption"
EMPTY = "a heading with nothing under it"


class Body(Struct, frozen=True, kw_only=True):
    """The review's text."""

    sections: tuple[Section, ...] = ()
    lines: tuple[tuple[int, ...], ...] = ()
    """For each section, the line of each paragraph."""
    left_out: tuple[LeftOut, ...] = ()


def sections(lines: list[Line], strays: frozenset[int] = frozenset()) -> Body:
    """The sections of a review's lines; ``strays`` are the indices of lines that are no text, see :func:`captions`."""
    headings = heading_places(lines)
    made: list[Section] = []
    numbers: list[tuple[int, ...]] = []
    left_out: list[LeftOut] = []
    heading: Line | None = None
    paragraphs: list[Line] = []

    def close() -> None:
        if paragraphs:
            text = tuple(line.text for line in paragraphs)
            made.append(Section(heading=heading.text if heading else "", paragraphs=text))
            numbers.append(tuple(line.number for line in paragraphs))
        elif heading:
            left_out.append(LeftOut(line=heading.number, text=heading.text, reason=EMPTY))

    for at, line in enumerate(lines):
        if at in headings:
            close()
            heading, paragraphs = line, []
        elif at in strays:
            # A heading over headings has no text of its own.
            reason = EMPTY if at + 1 in headings else _CAPTION
            left_out.append(LeftOut(line=line.number, text=line.text, reason=reason))
        else:
            paragraphs.append(line)
    close()
    return Body(sections=tuple(made), lines=tuple(numbers), left_out=tuple(left_out))


def captions(lines: list[Line]) -> frozenset[int]:
    """The indices of short lines that stand alone between paragraphs of page text and head none of them."""
    headings = heading_places(lines)
    under = captions_among(lines, {at for at in range(len(lines) - 1) if is_heading_like(lines[at]) and not lines[at + 1].glued})
    return frozenset(
        at
        for at, line in enumerate(lines)
        if at not in headings
        and (at - 1 not in headings or at in under)
        and line.words < 12
        and _stands_alone(lines, at)
        and not is_sentence(line)
        and not is_list(line)
    )


def _stands_alone(lines: list[Line], at: int) -> bool:
    return not lines[at].glued and (at + 1 == len(lines) or not lines[at + 1].glued)
