"""The body of review.md: headings, paragraphs, and the producer's marks on them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from segment.errors import Where
from segment.model.finding import Finding
from segment.model.review import Mark, Section
from segment.review.marking.markup import Name, nearly, unmarked
from segment.review.marking.placing import MARKS
from segment.review.shape import meant


class Body(Struct, frozen=True, kw_only=True):
    """The text under the front matter."""

    sections: tuple[Section, ...]
    lines: tuple[tuple[int, ...], ...]
    marks: tuple[Mark, ...]
    nearly: tuple[tuple[int, str], ...]
    """Words in braces that may have been meant as marks, each with its line."""


class _Writer:
    """Gathers headings and paragraphs line by line."""

    def __init__(self) -> None:
        self.sections: list[tuple[str, list[str], list[int]]] = []
        self.marks: list[Mark] = []
        self.nearly: list[tuple[int, str]] = []
        self.of_section: tuple[Name, ...] = ()
        self.of_next: tuple[Name, ...] = ()

    def heading(self, raw: str) -> None:
        """A heading; a mark on it stands on every paragraph under it."""
        found = unmarked(raw.lstrip("#").strip(" \t"))
        self.of_section = (*(mark.mark for mark in found.marks), *found.everywhere)
        self.of_next = ()
        self.sections.append((found.text, [], []))

    def paragraph(self, raw: str, line: int) -> None:
        """A paragraph; marks alone stand on the next one."""
        found = unmarked(raw)
        self.nearly += [(line, word) for word in nearly(raw)]
        if not found.text:
            self.of_next += found.everywhere
            return
        if not self.sections:
            self.sections.append(("", [], []))
        self.sections[-1][1].append(found.text)
        self.sections[-1][2].append(line)
        self.marks += [Mark(mark=name, text=found.text) for name in (*self.of_section, *self.of_next)]
        self.marks += found.marks
        self.of_next = ()


def structured_body(body: str, first_line: int) -> Body:
    """A line that begins with ``#`` is a heading; other lines up to a blank one are a paragraph."""
    writer = _Writer()
    run: list[str] = []
    start = 0
    for number, raw in enumerate([*body.split("\n"), ""], start=first_line):
        line = raw.strip(" \t")
        if line and not line.startswith("#"):
            start = start if run else number
            run.append(line)
            continue
        if run:
            writer.paragraph(" ".join(run), start)
            run.clear()
        if line:
            writer.heading(line)
    return Body(
        sections=tuple(Section(heading=heading, paragraphs=tuple(texts)) for heading, texts, _ in writer.sections),
        lines=tuple(tuple(lines) for _, _, lines in writer.sections),
        marks=tuple(writer.marks),
        nearly=tuple(writer.nearly),
    )


def nearly_marks(words: tuple[tuple[int, str], ...], *, name: str) -> Iterator[Finding]:
    """A note for each word in braces that is nearly a mark."""
    for line, word in words:
        if guess := meant(word, MARKS, closeness=0.7):
            yield Finding(
                code="RV061",
                level="warning",
                message=f"“{{{word}}}” is no mark{guess}",
                hint=f"The marks are {', '.join(f'{{{mark}}}' for mark in MARKS)}.",
                where=Where(file=name, line=line),
            )
