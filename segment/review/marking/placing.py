"""Where a producer's mark stands in a review's text: on a whole paragraph, or on one of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from segment.model.review import Mark, Section
from segment.sentences import sentences

MARKS: tuple[Literal["keep", "60", "never", "spoiler"], ...] = ("keep", "60", "never", "spoiler")
"""Every mark there is, in the order they are written."""
MOST_CHARACTERS = 100_000
"""A paragraph beyond this is marked as a whole or not at all."""


class Placed(Struct, frozen=True, kw_only=True):
    """A mark and the text it stands on."""

    mark: Mark
    section: int
    paragraph: int
    end: int
    """Index after the marked sentence in its paragraph; 0 where the whole paragraph is marked."""


def placed(marks: Sequence[Mark], sections: Sequence[Section]) -> tuple[tuple[Placed, ...], tuple[Mark, ...]]:
    """The marks with a place, in the text's order, and those whose text stands nowhere; each mark once.

    A text that stands in several places is marked in the first.
    """
    wanted: dict[str, set[str]] = {}
    for mark in marks:
        wanted.setdefault(mark.text, set()).add(mark.mark)
    found: list[Placed] = []
    for number, section in enumerate(sections):
        for index, paragraph in enumerate(section.paragraphs):
            if not wanted:
                break
            for text, end in _marked_texts(paragraph, wanted):
                names = wanted.pop(text, set())
                found += [
                    Placed(mark=Mark(mark=name, text=text), section=number, paragraph=index, end=end)
                    for name in MARKS
                    if name in names
                ]
    left = dict.fromkeys(mark for mark in marks if mark.text in wanted)
    return tuple(found), tuple(left)


def ordered(marks: Sequence[Mark], sections: Sequence[Section]) -> tuple[Mark, ...]:
    """The marks as every form gives them back: by place, then those without one as they came; each once."""
    if not marks:
        return ()
    found, left = placed(marks, sections)
    return (*(one.mark for one in found), *left)


def _marked_texts(paragraph: str, wanted: dict[str, set[str]]) -> Iterator[tuple[str, int]]:
    """The paragraph, then its sentences each with its end, where they are wanted."""
    if paragraph in wanted:
        yield paragraph, 0
    if len(paragraph) > MOST_CHARACTERS:
        return
    end = 0
    for sentence in sentences(paragraph):
        end = paragraph.index(sentence, end) + len(sentence)
        if sentence in wanted:
            yield sentence, end
