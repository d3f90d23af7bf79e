"""The text of a web page, as a browser saves or copies it."""

from __future__ import annotations

from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.assembling import Page, assembled, text_lines
from segment.review.layout.extent import ending, head, signed
from segment.review.layout.known import Known
from segment.review.layout.line import Line, page_lines
from segment.review.layout.menu import below_menu
from segment.review.layout.sections import captions
from segment.review.layout.wrapping import unwrapped
from segment.review.several.parting import parted


class PageText:
    """Reads plain text; it takes whatever no other reader knows, so it stands last."""

    def recognises(self, text: str) -> bool:
        """Any text may be a page."""
        return bool(text)

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review between the site's own lines, or several."""

        def one(lines: list[Line], known: Known) -> Found:
            top = head(lines, known.title or known.headline)
            end = ending(lines, top.start, known.reviewer or signed(top))
            body, _ = text_lines(lines[top.start : end])
            return assembled(Page(name=name, lines=lines, head=top, end=end, strays=captions(body), known=known))

        lines, out = below_menu(unwrapped(page_lines(text)))
        return parted(lines, Known(aliases=given.aliases, language=given.language, left_out=out), one, name=name)
