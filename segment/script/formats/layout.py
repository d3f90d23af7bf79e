"""A script cut into numbered lines and pages: no sentence runs from one page to the next."""

from __future__ import annotations

from msgspec import Struct

from segment.model.running_order import Entry
from segment.model.script import Chapter, Part, Speech
from segment.script.formats.clock import clock, timed, total
from segment.script.formats.exporter import Sheet
from segment.script.formats.shown import Piece, Word, cue_text, in_sentences, only, pieces, spoken, word_text, words

WIDTH = 62
"""Characters of a line: 14 to 16 such lines are a minute."""
ROWS = 26
"""Double-spaced lines of a page, A4 or Letter."""
_IN_CUE_WORDS = 5


class Row(Struct, frozen=True, kw_only=True):
    """One line of the page."""

    kind: str
    """``speech``, ``cue``, ``part`` or ``sheet`` (the cue sheet of the PIECE)."""
    words: tuple[Word, ...]
    label: str = ""
    """On the first line of a source: who, or what."""
    only: str = ""
    """``air`` or ``podcast``, on that line."""
    number: int = 0
    """From 1 through the whole script."""


Page = tuple[Row, ...]


def pages(sheet: Sheet) -> tuple[Page, ...]:
    """The script's pages; at least one."""
    made = _Pages()
    for item in sheet.script.items:
        if isinstance(item, Part):
            made.keep_together(3)
            made.add(Row(kind="part", words=_words(item.name)))
            if item.name == "PIECE":
                for row in _cue_sheet(sheet):
                    made.add(row)
        elif isinstance(item, Speech):
            _speech(made, item, sheet)
        else:
            name, body = cue_text(item)
            if name:
                made.keep_together(2)
                for n, line in enumerate(_lines(_words(body))):
                    made.add(Row(kind="cue", words=line, label="" if n else name, only="" if n else only(item)))
                if isinstance(item, Chapter):
                    made.keep_together(1)
    return made.finished()


def _speech(made: _Pages, speech: Speech, sheet: Sheet) -> None:
    """Sentences one behind the other; one that would run on to the next page begins there, on a line of its own."""
    label, mark = sheet.person(speech.role), only(speech)
    line: list[Word] = []

    def flush() -> None:
        nonlocal line, label, mark
        if line:
            made.add(Row(kind="speech", words=tuple(line), label=label, only=mark))
            line, label, mark = [], "", ""

    for sentence in in_sentences(words(pieces(speech), sheet.language)):
        more = _lines(sentence, taken=_length(line))
        if made.left < len(more) and len(more) <= ROWS:
            flush()
            made.turn()
            more = _lines(sentence)
            label = label or f"{sheet.person(speech.role)} (cont.)"
        for n, part in enumerate(more):
            if n:
                flush()
            line += part
    flush()


def _lines(found: tuple[Word, ...], taken: int = 0) -> list[tuple[Word, ...]]:
    """The words in lines of the page's width, the first behind ``taken`` characters; never empty."""
    lines: list[list[Word]] = [[]]
    length = taken
    for word in found:
        width = len(word_text(word))
        if length and length + 1 + width > WIDTH:
            lines.append([])
            length = 0
        length += width + (1 if length else 0)
        lines[-1].append(word)
    return [tuple(line) for line in lines]


def _length(line: list[Word]) -> int:
    return sum(len(word_text(word)) + 1 for word in line) - 1 if line else 0


def _words(text: str) -> tuple[Word, ...]:
    return tuple((Piece(text=word),) for word in text.split())


def _cue_sheet(sheet: Sheet) -> list[Row]:
    """In-cue, out-cue and running time of the PIECE, as a studio wants them."""
    found = [one for one in timed(sheet) if one.entry.part == "PIECE"]
    said = [text.split() for one in found if (text := _said(one.entry))]
    if not said:
        return []
    first, last = " ".join(said[0][:_IN_CUE_WORDS]), " ".join(said[-1][-_IN_CUE_WORDS:])
    texts = (f"IN: “{first.rstrip('.,;:')}…”", f"OUT: “…{last}”", f"DUR: {clock(total(found))}")
    return [Row(kind="sheet", words=line) for text in texts for line in _lines(_words(text))]


def _said(entry: Entry) -> str:
    item = entry.item
    return spoken(item) if isinstance(item, Speech) else str(getattr(item, "out_cue", ""))


class _Pages:
    def __init__(self) -> None:
        self.done: list[Page] = []
        self.rows: list[Row] = []
        self.count = 0

    @property
    def left(self) -> int:
        """Lines that still go on this page."""
        return ROWS - len(self.rows)

    def add(self, row: Row) -> None:
        """The next line, on the next page when this one is full."""
        if not self.left:
            self.turn()
        self.count += 1
        self.rows.append(Row(kind=row.kind, words=row.words, label=row.label, only=row.only, number=self.count))

    def keep_together(self, lines: int) -> None:
        """Turns the page when fewer lines than that are left."""
        if self.left < lines:
            self.turn()

    def turn(self) -> None:
        """Ends the page, unless nothing stands on it."""
        if self.rows:
            self.done.append(tuple(self.rows))
            self.rows = []

    def finished(self) -> tuple[Page, ...]:
        """All pages."""
        self.turn()
        return tuple(self.done) or ((),)
