"""The chosen sentences as a running piece: chapters for listeners, lines of a breathable length, a close for the outro."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from segment.script.headings import Block, chapter_title
from segment.script.judging import asks
from segment.script.material import Candidate

MOST_CHAPTERS = 3
"""Chapters of a piece under five minutes."""
_LINE = 60
"""Words of one spoken line; a longer paragraph becomes two."""
_CLOSE = 45
"""Words of the last line, which the outro plays under."""
_FEW = 12
"""Words that are too few to leave standing as a line before the close."""
_TOLD = 60
"""Words of the story from which it makes sense to say that its ending is kept back."""
_NEAR_ENDING = 2
"""Paragraphs before the ending from which the story has come so far that its ending is missed."""
_MOST_TURNS = 6
_SHORT_TURN = 8
"""Words below which an answer is too short for a question of its own."""
_SHORT_CHAPTER = 25
"""Words below which a part is no chapter of its own."""


class Line(Struct, frozen=True, kw_only=True):
    """One spoken line of the piece: sentences of one paragraph."""

    sentences: tuple[str, ...]
    before_ending: bool = False
    """True for the last line before an ending that is kept back."""

    @property
    def words(self) -> int:
        """Length in words."""
        return sum(len(sentence.split()) for sentence in self.sentences)


class Chapter(Struct, frozen=True, kw_only=True):
    """A part of the piece."""

    title: str
    """What listeners see; empty for the only chapter of a piece."""
    lines: tuple[Line, ...]
    about: str = ""
    """What it is about: ``story``, ``acting``, ``maker``, ``music``, ``words``, ``look``, ``food``, ``place``, ``price``,
    ``play``, ``verdict``, ``background``, or empty for the work in general.
    """


class Piece(Struct, frozen=True, kw_only=True):
    """What the critic says."""

    chapters: tuple[Chapter, ...] = ()
    """All but the last line."""
    closing: Line = Line(sentences=())
    """The last line."""
    turns: tuple[Chapter, ...] = ()
    """The whole piece again, the last line included, parted finer: an answer for each thing it is about."""


def arrange(
    said: Sequence[Candidate], *, ending_after: int, maker: str, work: str, chapters: int = MOST_CHAPTERS, language: str = "en"
) -> Piece:
    """The piece that these sentences make, in their order, in at most so many chapters."""
    if not said:
        return Piece()
    title = functools.partial(chapter_title, maker=maker, work=work, language=language)
    turns = tuple(_chapters(_grouped(said, _MOST_TURNS, _SHORT_TURN), said, ending_after, title))
    made = _chapters(_grouped(said, chapters), said, ending_after, title)
    rest, closing = _closing(made[-1].lines)
    made[-1] = replace(made[-1], lines=rest)
    return Piece(chapters=tuple(made), closing=closing, turns=turns)


def _chapters(
    groups: Sequence[tuple[tuple[Block, ...], list[Candidate]]],
    said: Sequence[Candidate],
    ending_after: int,
    title: Callable[[tuple[Block, ...]], str],
) -> list[Chapter]:
    made: list[Chapter] = []
    marked = False
    told = sum(c.words for c in said if c.paragraph <= ending_after)
    for blocks, members in groups:
        lines: list[Line] = []
        for paragraph in _paragraphs(members):
            lines += [Line(sentences=part) for part in _split([c.text for c in paragraph], _LINE)]
            number = paragraph[0].paragraph
            following = next((c.paragraph for c in said if c.paragraph > number), ending_after + 1)
            near = ending_after - number < _NEAR_ENDING
            if not marked and near and number <= ending_after < following and told >= _TOLD:
                lines[-1] = replace(lines[-1], before_ending=True)
                marked = True
        about = next((block for block in blocks if block != "background"), blocks[0])
        made.append(Chapter(title=title(blocks) if len(groups) > 1 else "", lines=tuple(lines), about=about))
    return made


def _grouped(
    said: Sequence[Candidate], most: int, least: int = _SHORT_CHAPTER
) -> list[tuple[tuple[Block, ...], list[Candidate]]]:
    """The sentences by what they are about; neighbours joined, the shortest first, until there are few enough."""
    groups: list[tuple[tuple[Block, ...], list[Candidate]]] = []
    for candidate in said:
        if groups and groups[-1][0] == (candidate.block,):
            groups[-1][1].append(candidate)
        else:
            groups.append(((candidate.block,), [candidate]))
    while len(groups) > 1:
        sizes = [sum(c.words for c in members) for _, members in groups]
        shortest = min(range(len(groups)), key=lambda place: (sizes[place], -place))
        if len(groups) <= most and sizes[shortest] >= least:
            break
        # The verdict leans on what comes before it; anything else goes to its shorter neighbour.
        left = shortest > 0 and (shortest == len(groups) - 1 or sizes[shortest - 1] <= sizes[shortest + 1])
        at = shortest - 1 if left else shortest
        first, second = groups[at], groups[at + 1]
        groups[at : at + 2] = [((*first[0], *second[0]), [*first[1], *second[1]])]
    return groups


def _paragraphs(members: Sequence[Candidate]) -> list[list[Candidate]]:
    """The sentences by paragraph."""
    found: list[list[Candidate]] = []
    for candidate in members:
        if found and found[-1][-1].paragraph == candidate.paragraph:
            found[-1].append(candidate)
        else:
            found.append([candidate])
    return found


def _split(sentences: Sequence[str], longest: int) -> list[tuple[str, ...]]:
    """A paragraph as lines of about equal length, none much over ``longest`` words."""
    sizes = [len(sentence.split()) for sentence in sentences]
    parts = max(1, round(sum(sizes) / longest + 0.2))
    target = sum(sizes) / parts
    lines: list[list[str]] = [[]]
    filled = 0.0
    for sentence, size in zip(sentences, sizes, strict=True):
        asked = bool(lines[-1]) and asks(lines[-1][-1])
        if lines[-1] and not asked and len(lines) < parts and filled + size / 2 > target * len(lines):
            lines.append([])
        lines[-1].append(sentence)
        filled += size
    return [tuple(line) for line in lines]


def _closing(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Line]:
    """The lines before the close, and the close: as many last sentences as the outro has room for."""
    last = lines[-1]
    at = len(last.sentences) - 1
    words = len(last.sentences[at].split())
    while at > 0 and words + len(last.sentences[at - 1].split()) <= _CLOSE:
        at -= 1
        words += len(last.sentences[at].split())
    if len(lines) == 1 and at == 0 and len(last.sentences) > 1:
        # The intro bed must be out before the outro comes in.
        at = len(last.sentences) - 1
    elif at == 0 or (last.words <= _CLOSE + 15 and last.words - words < _FEW):
        return tuple(lines[:-1]), last
    return (*lines[:-1], Line(sentences=last.sentences[:at])), Line(
        sentences=last.sentences[at:], before_ending=last.before_ending
    )
