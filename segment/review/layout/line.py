"""A line of a page, cleaned, with its number; and what kind of words stand on it."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

_REMEMBERED = 1 << 17
"""A line's words are counted on each pass over the page."""
_LONG = 4000
_TERMINAL = ".!?…:"
_CLOSING = "”’\"')]»*_ \xa0"
_DROPPED = dict.fromkeys([*range(32), 127, 0xAD, 0x200B, 0x2028, 0x2029, 0xFEFF], " ") | {0xAD: None, 0x200B: None, 0xFEFF: None}


class Line(Struct, frozen=True, kw_only=True):
    """One line that is not blank."""

    number: int
    """1-based line of the page; of the first one when a wrapped paragraph was joined."""
    text: str
    """Without control characters, spaces single, ends stripped."""
    heading: bool = False
    """True when the form itself marks it as a heading."""
    glued: bool = False
    """True when no blank line stands before it."""
    item: int = 0
    """Its number in a numbered list, where the form took it off; else 0."""
    listed: bool = False
    """True when the form marks it as an item of a list without numbers: such an item is no title and heads nothing."""

    element: str = ""
    """For HTML and .docx, the path of the element it is; else empty."""

    @property
    def words(self) -> int:
        """How many words; of a very long line, spaces."""
        return _words(self.text) if len(self.text) < _LONG else self.text.count(" ") + 1


@lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> int:
    return len(text.split())


def clean(text: str) -> str:
    """Control characters out, runs of spaces single; quotation marks, dashes and no-break spaces as they are."""
    return " ".join(part for part in text.translate(_DROPPED).split(" ") if part).strip()


def page_lines(text: str) -> list[Line]:
    """The lines of plain text that are not blank."""
    lines: list[Line] = []
    glued = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = clean(raw)
        if line:
            lines.append(Line(number=number, text=line, glued=glued))
        glued = bool(line)
    return lines


def ends_sentence(text: str) -> bool:
    """True when the last word closes a sentence, inside quotation marks or brackets or not."""
    bare = text.rstrip(_CLOSING)
    return bool(bare) and bare[-1] in _TERMINAL


def is_prose(line: Line) -> bool:
    """A paragraph for certain: twelve words and a full stop, or twenty words."""
    return line.words >= 20 or (line.words >= 12 and ends_sentence(line.text))


def is_sentence(line: Line) -> bool:
    """Words that end like a sentence; a title such as "Guess Who?" may too."""
    return ends_sentence(line.text) and not line.text.endswith(":")


def is_list(line: Line) -> bool:
    """Items between semicolons or commas, such as genres."""
    return ";" in line.text or line.text.count(",") >= 2


def is_heading_like(line: Line) -> bool:
    """Short, begins like a title, does not end like a sentence."""
    text = line.text
    return (
        len(text) <= 60
        and line.words <= 9
        and not text[0].islower()
        and text[-1] not in ".,;!…"
        and not is_list(line)
        and any(char.isalpha() for char in text)
    )
