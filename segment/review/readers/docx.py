"""A Word document, as a critic sends it."""

from __future__ import annotations

from segment.errors import ReviewError, Where
from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.assembling import Page, assembled
from segment.review.layout.extent import head
from segment.review.layout.known import Known
from segment.review.layout.line import Line
from segment.review.several.parting import parted


class Docx:
    """Reads .docx: everything in it is the critic's, so nothing but facts is taken out of the text."""

    def opens(self, data: bytes) -> bool:
        """A zip with ``word/document.xml`` in it."""
        if not data.startswith(b"PK\x03\x04"):
            return False
        from segment.review.docx.package import is_docx

        return is_docx(data)

    def read(self, data: bytes, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review, or several. ``line`` in origins and notes counts paragraphs."""
        from segment.review.docx.lines import document_lines
        from segment.review.docx.package import DOCUMENT, STYLES, part
        from segment.review.docx.paragraphs import paragraphs, styles

        root = part(data, DOCUMENT, name=name)
        if root is None:
            raise ReviewError("There is no text in this Word document.", where=Where(file=name))
        written = paragraphs(root, styles(part(data, STYLES, name=name)))
        lines, title = document_lines(written)
        known = Known(
            headline=title.text if title else "",
            emphasised=frozenset(phrase for paragraph in written for phrase in paragraph.emphasised),
            aliases=given.aliases,
            language=given.language,
            places=(title,) if title else (),
        )

        def one(lines: list[Line], known: Known) -> Found:
            return assembled(Page(name=name, lines=lines, head=head(lines), end=len(lines), known=known))

        return parted(lines, known, one, name=name)
