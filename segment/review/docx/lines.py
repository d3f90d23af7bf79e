"""The paragraphs of a document as lines of a page: styles and bold lines as headings, rows of a table as facts."""

from __future__ import annotations

from segment.review.docx.paragraphs import Paragraph
from segment.review.layout.line import Line, is_heading_like, is_prose, is_sentence
from segment.review.layout.meaning import meaning


def document_lines(paragraphs: list[Paragraph]) -> tuple[list[Line], Line | None]:
    """The lines, and the document's title where a style says which paragraph it is.

    A line's number counts paragraphs: a document has no lines of its own.
    """
    cells = _rows(paragraphs)
    lines: list[Line] = []
    title: Line | None = None
    above: Paragraph | None = None
    for at, paragraph in enumerate(cells):
        made = Line(
            number=paragraph.number,
            text=paragraph.text,
            glued=paragraph.broken or _is_listed(paragraph, above),
            element=f"body/p[{paragraph.number}]",
        )
        is_title = paragraph.level == -1 or (paragraph.level == 1 and not any(is_prose(line) for line in lines))
        if is_title and title is None:
            title = made
            continue
        following = cells[at + 1] if at + 1 < len(cells) else None
        heading = paragraph.level > 0 or (bool(lines or title) and _is_bold_heading(made, paragraph, following))
        lines.append(Line(number=made.number, text=made.text, heading=heading, glued=made.glued, element=made.element))
        above = paragraph
    return lines, title


def _rows(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A row of two cells that together say a fact as one paragraph, ``label: value``."""
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        above = made[-1] if made else None
        if above and paragraph.row and above.row == paragraph.row and (above.cell, paragraph.cell) == (1, 2):
            said = f"{above.text.rstrip(' :')}: {paragraph.text}"
            if meaning(said).what != "text":
                made[-1] = Paragraph(number=above.number, text=said, row=above.row, cell=2)
                continue
        made.append(paragraph)
    return made


def _is_listed(paragraph: Paragraph, above: Paragraph | None) -> bool:
    """In a list right under another item, or under a label that stands alone."""
    if above is None:
        return False
    return (paragraph.item and above.item) or (above.text.endswith(":") and len(above.text) <= 40)


def _is_bold_heading(line: Line, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """A bold line right above a paragraph, that is neither a sentence nor a fact."""
    if not paragraph.bold or following is None or not is_prose(Line(number=0, text=following.text)):
        return False
    return is_heading_like(line) and not is_sentence(line) and meaning(line.text).what == "text"
