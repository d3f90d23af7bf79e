"""A script out of a Word document: the text as it reads with every tracked change accepted, one line for each paragraph.

Fonts, comments, footnotes, pictures and field codes are not read, and neither is hidden text. In a table each row is one line, so
that sources may stand in a column of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from segment import ooxml
from segment.errors import ScriptError, Where

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_SKIPPED = frozenset(
    """del moveFrom delText instrText delInstrText Fallback footnoteReference endnoteReference pict drawing rt pPrChange
    rPrChange""".split()
)
_OFF = frozenset({"0", "false", "off"})


def is_docx(data: bytes) -> bool:
    """True for the bytes of a Word document."""
    return data.startswith(b"PK\x03\x04") and ooxml.is_docx(data)


def docx_text(data: bytes, *, name: str = "") -> str:
    """The document's text as that of a script. Raises ScriptError for a document that is broken, locked or empty."""
    root = ooxml.part(data, ooxml.DOCUMENT, name=name, failure=ScriptError)
    if root is None:
        raise ScriptError("There is no text in this Word document.", where=Where(file=name))
    return "".join(f"{line}\n" for line in _Reader().read(root))


class _Reader:
    """One pass over the document, no recursion."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.open: list[list[str]] = []
        """The text of each paragraph that is open; a text box stands inside one."""
        self.rows: list[list[str]] = []
        """The paragraphs of each table row that is open."""
        self.carried = ""
        """Text whose paragraph's end was deleted: it goes on in the next paragraph."""
        self.joins = False

    def read(self, root: etree._Element) -> list[str]:
        """The lines of the document."""
        from lxml import etree

        skipping = 0
        hidden = False
        for event, node in etree.iterwalk(root, events=("start", "end")):
            tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            if tag in _SKIPPED:
                if tag == "del" and event == "start" and not skipping and _ends_paragraph(node):
                    self.joins = True
                skipping += 1 if event == "start" else -1
            elif skipping:
                continue
            elif event == "start":
                if tag == "r":
                    hidden = _hidden(node)
                self._start(tag, node, hidden=hidden)
            else:
                self._end(tag)
        if self.carried:
            self.lines.append(self.carried)
        return self.lines

    def _start(self, tag: str, node: etree._Element, *, hidden: bool) -> None:
        if tag == "p":
            self.open.append([])
        elif tag == "tr":
            self.rows.append([])
        elif not self.open or hidden:
            return
        elif tag == "t":
            self.open[-1].append(node.text or "")
        elif tag in {"tab", "ptab"} and _local_parent(node) == "r":
            self.open[-1].append("\t")
        elif tag in {"br", "cr"}:
            self.open[-1].append("\v")
        elif tag == "noBreakHyphen":
            self.open[-1].append("-")

    def _end(self, tag: str) -> None:
        if tag == "p":
            text = self.carried + "".join(self.open.pop()).replace("\n", " ")
            self.carried = ""
            if self.joins:
                self.carried, self.joins = text, False
            elif self.rows:
                self.rows[-1].append(text)
            else:
                self.lines.append(text)
        elif tag == "tr":
            self.lines += _row_lines(self.rows.pop())


def _row_lines(cells: list[str]) -> list[str]:
    """A row whose first cell is a source, with or without its colon, as one line; any other row cell by cell."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2:
        return filled
    source = filled[0].strip().rstrip(":").rstrip()
    if source.isupper() or filled[0].rstrip().endswith(":"):
        return [f"{source}: {filled[1].lstrip()}", *filled[2:]]
    return filled


def _ends_paragraph(node: etree._Element) -> bool:
    """Whether this deletion is that of a paragraph's end: ``w:p/w:pPr/w:rPr/w:del``."""
    parent = node.getparent()
    above = parent.getparent() if parent is not None else None
    return above is not None and _local(parent) == "rPr" and _local(above) == "pPr"


def _hidden(run: etree._Element) -> bool:
    for child in run:
        if _local(child) == "rPr":
            marks = [node for node in child if _local(node) == "vanish"]
            return any(str(node.get(f"{_W}val") or node.get(f"{_STRICT}val") or "") not in _OFF for node in marks)
    return False


def _local_parent(node: etree._Element) -> str:
    parent = node.getparent()
    return "" if parent is None else _local(parent)


def _local(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
