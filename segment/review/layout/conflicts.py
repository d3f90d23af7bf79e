"""RV024, RV025: lines of a page that contradict one another; both are said, nothing is put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.layout.line import Line
from segment.review.layout.meaning import Meaning

_ONE_VALUE = {"year": "years", "running_time": "running times", "certificate": "certificates", "publisher": "publishers"}
"""Facts of which a work has one, and what two of them are."""


def conflicts(meanings: Sequence[tuple[Line, Meaning]], name: str) -> Iterator[Finding]:
    """A note for directors named by different lines, and for each fact that two lines give differently."""
    directors = [
        (line.number, tuple(credit.name for credit in said.credits if "director" in credit.roles)) for line, said in meanings
    ]
    directors = [(number, names) for number, names in directors if names]
    for number, names in directors[1:]:
        if not set(names) & set(directors[0][1]):
            yield Finding(
                code="RV024",
                level="warning",
                message=f"Line {directors[0][0]} names {' and '.join(directors[0][1])} as director, "
                f"line {number} {' and '.join(names)}; both are kept.",
                hint="Take out of the structured form whoever does not belong there.",
                where=Where(file=name, line=number),
            )
            break
    for field, plural in _ONE_VALUE.items():
        said = [(line.number, value) for line, found in meanings for key, value in found.facts if key == field]
        other = next(((number, value) for number, value in said[1:] if _folded(value) != _folded(said[0][1])), None)
        if other:
            yield Finding(
                code="RV025",
                level="warning",
                message=f"Two {plural}: {said[0][1]} on line {said[0][0]}, which was taken, and {other[1]} on line {other[0]}.",
                hint="Put the right one into the structured form.",
                where=Where(file=name, line=other[0]),
            )


def _folded(value: str) -> str:
    return "".join(char for char in value.casefold() if char.isalnum())
