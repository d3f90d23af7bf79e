"""A recording of the printed review: how much of it was read, and a script made of the sentences in the order they were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from segment.model.project import Project
from segment.model.review import Review
from segment.model.script import Blank, Chapter, Item, Part, Script, Speech, Text
from segment.project.recorded import held, own_lines
from segment.sentences import sentences
from segment.voice.take.editing import THERE

_DROPPED: Final = ("SLOT", "CART")
"""Headers that were written for another text."""


class ReadAloud(Struct, frozen=True, kw_only=True):
    """What was read of a review."""

    found: float
    """Share of its words that were found in the recording, 0–1."""
    script: Script
    """Made of what was read."""


class _Place(Struct, frozen=True, kw_only=True):
    section: int
    paragraph: int
    text: str


def read_aloud(role: str, paths: Sequence[Path], review: Review, written: Script, project: Project) -> ReadAloud:
    """The review's sentences in the recordings of a role; ``written`` is a script of it, whose frame is kept.

    Raises MediaError and VoiceError for recordings that cannot be used.
    """
    places = _places(review)
    edit = held(role, paths, own_lines(_whole(role, places), role, project), project).edit
    # A sentence may be several phrases to a voice; its line says which it is.
    at: dict[int, float] = {}
    for choice in edit.choices:
        nth = int(choice.sentence.line.rpartition("-")[2]) - 1
        if choice.reading and choice.reading.confidence >= THERE and nth not in at:
            at[nth] = choice.reading.start_s
    read = [places[nth] for nth in sorted(at, key=lambda nth: at[nth])]
    return ReadAloud(found=edit.found, script=_framed(written, role, tuple(_items(read, role, review))))


def review_share(role: str, paths: Sequence[Path], review: Review, project: Project) -> float:
    """The share of a review's words that were read in recordings, 0–1; 0 for a review without sentences."""
    lines = own_lines(_whole(role, _places(review)), role, project)
    return held(role, paths, lines, project).edit.found if lines else 0.0


def _whole(role: str, places: Sequence[_Place]) -> Script:
    return Script(items=(Part(name="PIECE"), *(_line(role, [place.text]) for place in places)))


def _places(review: Review) -> list[_Place]:
    return [
        _Place(section=n, paragraph=m, text=text)
        for n, section in enumerate(review.sections)
        for m, paragraph in enumerate(section.paragraphs)
        for text in sentences(paragraph)
    ]


def _line(role: str, said: Sequence[str]) -> Speech:
    return Speech(role=role, spans=(Text(text=" ".join(" ".join(said).split())),))


def _items(read: Sequence[_Place], role: str, review: Review) -> Iterator[Item]:
    """A line for each paragraph, a chapter where a section begins."""
    told: set[int] = set()
    for (section, _), run in groupby(read, key=lambda place: (place.section, place.paragraph)):
        heading = review.sections[section].heading
        if heading and section not in told:
            yield Chapter(title=" ".join(heading.split()))
        told.add(section)
        yield _line(role, [place.text for place in run])


def _framed(written: Script, role: str, piece: tuple[Item, ...]) -> Script:
    """What a script has around the person's lines, and what was read in their place."""
    part = ""
    before: list[Item] = []
    after: list[Item] = []
    met = False
    for item in written.items:
        part = item.name if isinstance(item, Part) else part
        own = isinstance(item, Speech) and item.role == role
        met = met or (own and part == "PIECE")
        between = met and part == "PIECE" and isinstance(item, Chapter | Speech | Blank)
        if not own and not between:
            (after if met else before).append(item)
    while before and isinstance(before[-1], Chapter | Blank):
        before.pop()
    headers = tuple(header for header in written.headers if header.name not in _DROPPED)
    return replace(written, headers=headers, items=(*before, *piece, *_parted(after)))


def _parted(items: Sequence[Item]) -> Iterator[Item]:
    """With an empty line before a part."""
    for item in items:
        if isinstance(item, Part):
            yield Blank()
        yield item
