"""The paragraphs of a Word document, with what their styles say of them."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from segment.review.layout.line import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "Fallback", "footnoteReference", "endnoteReference", "rt", "pict"})
_HEADING = re.compile(r"(?:heading|titre|überschrift|título|titolo|kop)\s?([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "titre", "titel", "título", "titolo"})
_OFF = frozenset({"0", "false", "off", "none"})


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph; a line break inside it makes a second one that is ``broken``."""

    number: int
    """1-based among the document's paragraphs, tables' cells included."""
    text: str
    """Cleaned, not empty."""
    level: int = 0
    """Of the heading it is by its style; -1 for the document's title, 0 for text."""
    bold: bool = False
    """True when all its words are bold."""
    item: bool = False
    """True in a list."""
    broken: bool = False
    emphasised: tuple[str, ...] = ()
    row: int = 0
    """1-based number of the table row it stands in, among all rows; 0 outside tables."""
    cell: int = 0
    """1-based number of the cell in its row."""


class _Open:
    """A paragraph that is being read."""

    def __init__(self, number: int, row: int, cell: int) -> None:
        self.number, self.row, self.cell = number, row, cell
        self.runs: list[tuple[str, bool, bool]] = []
        self.level = 0
        self.item = False


def styles(root: etree._Element | None) -> dict[str, int]:
    """From a style's id to its heading level, by its name or outline level; -1 for the title's."""
    levels: dict[str, int] = {}
    for style in root.iter() if root is not None else ():
        if _local(style) != "style":
            continue
        name = next((_value(child) for child in style if _local(child) == "name"), "")
        outline = next((_value(node) for node in style.iter() if _local(node) == "outlineLvl"), "")
        level = _level(name) or (int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0)
        if level and (key := _attribute(style, "styleId")):
            levels[key] = level
    return levels


def paragraphs(root: etree._Element, levels: dict[str, int]) -> list[Paragraph]:
    """The document's paragraphs in its order. One pass, no recursion; deleted text and field codes are not read."""
    made: list[Paragraph] = []
    opened: list[_Open] = []
    count = row = cell = skipping = 0
    bold = italic = False
    tables: list[tuple[int, int]] = []
    rows = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = _local(node)
        if tag in _SKIPPED:
            skipping += 1 if event == "start" else -1
            continue
        if skipping:
            continue
        if event == "start":
            if tag == "p":
                count += 1
                opened.append(_Open(count, row, cell))
            elif tag == "tr":
                tables.append((row, cell))
                rows += 1
                row, cell = rows, 0
            elif tag == "tc":
                cell += 1
            elif tag == "r":
                bold, italic = _is_on(node, "b"), _is_on(node, "i")
        elif tag == "tr":
            row, cell = tables.pop()
        elif tag == "p":
            made.extend(_closed(opened.pop()))
        if opened:
            _inside(opened[-1], node, tag, event, levels, bold=bold, italic=italic)
    return made


def _inside(
    paragraph: _Open, node: etree._Element, tag: str, event: str, levels: dict[str, int], *, bold: bool, italic: bool
) -> None:
    """What one element adds to the paragraph it stands in."""
    if event == "end":
        return
    if tag == "t" and node.text:
        paragraph.runs.append((node.text, bold, italic))
    elif tag in {"tab", "ptab"}:
        paragraph.runs.append((" ", bold, italic))
    elif tag in {"br", "cr"} and _attribute(node, "type") not in {"page", "column"}:
        paragraph.runs.append(("\n", bold, italic))
    elif tag == "noBreakHyphen":
        paragraph.runs.append(("-", bold, italic))
    elif tag == "pStyle":
        paragraph.level = levels.get(_value(node), 0) or _level(_value(node))
    elif tag == "numPr":
        paragraph.item = True


def _closed(paragraph: _Open) -> list[Paragraph]:
    """The paragraph, cut at its line breaks."""
    made: list[Paragraph] = []
    parts: list[list[tuple[str, bool, bool]]] = [[]]
    for text, bold, italic in paragraph.runs:
        first, *others = text.split("\n")
        parts[-1].append((first, bold, italic))
        parts.extend([(other, bold, italic)] for other in others)
    for part in parts:
        text = clean("".join(run for run, _, _ in part))
        if text:
            made.append(
                Paragraph(
                    number=paragraph.number,
                    text=text,
                    level=paragraph.level,
                    bold=all(bold for run, bold, _ in part if run.strip()),
                    item=paragraph.item,
                    broken=bool(made),
                    emphasised=_phrases(part),
                    row=paragraph.row,
                    cell=paragraph.cell,
                )
            )
    return made


def _phrases(runs: list[tuple[str, bool, bool]]) -> tuple[str, ...]:
    """What stands in italics, neighbouring runs together."""
    phrases: list[str] = []
    before = False
    for text, _, italic in runs:
        if italic and before:
            phrases[-1] += text
        elif italic:
            phrases.append(text)
        before = italic
    return tuple(phrase for part in phrases if (phrase := clean(part)))


def _level(style: str) -> int:
    match = _HEADING.fullmatch(style.strip())
    return int(match[1]) if match else -1 if style.strip().casefold() in _TITLES else 0


def _is_on(run: etree._Element, what: str) -> bool:
    """Whether a run's own properties turn bold or italics on."""
    for properties in run:
        if _local(properties) == "rPr":
            return any(_local(node) == what and _value(node).casefold() not in _OFF for node in properties)
    return False


def _local(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _value(node: etree._Element) -> str:
    return _attribute(node, "val")


def _attribute(node: etree._Element, name: str) -> str:
    return str(node.get(f"{_W}{name}") or node.get(f"{_STRICT}{name}") or "")
