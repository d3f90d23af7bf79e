"""A web page as it was saved: HTML, of which the article alone is read."""

from __future__ import annotations

from segment.errors import ReviewError
from segment.review.foreign import is_html
from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.assembling import Page, assembled, text_lines
from segment.review.layout.extent import Head, ending, head, signed
from segment.review.layout.known import Known
from segment.review.layout.length import too_long
from segment.review.layout.line import Line
from segment.review.layout.sections import captions
from segment.review.linked.reconciling import is_cut, reconciled
from segment.review.several.parting import parted


class Html:
    """Reads the page's article, and holds it against the data the page carries for machines."""

    def recognises(self, text: str) -> bool:
        """A document type or tags at the start, or many tags."""
        return is_html(text)

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review, or several."""
        # lxml is loaded when a page is HTML: it costs a tenth of a second that the other forms need not pay.
        from segment.review.html.article import chosen
        from segment.review.html.data import page_data, page_hints, page_title
        from segment.review.html.lines import html_lines
        from segment.review.html.outline import outline
        from segment.review.html.tree import parsed

        root = parsed(text, name=name)
        seen = outline(root)
        data = page_data(root)
        page = html_lines(seen, chosen(seen, page_title(root, data.meta)))

        def one(lines: list[Line], known: Known) -> Found:
            top = head(lines)
            end = ending(lines, top.start, known.reviewer or signed(top))
            body, _ = text_lines(lines[top.start : end])
            return assembled(Page(name=name, lines=lines, head=top, end=end, strays=captions(body), known=known))

        known = Known(
            headline=page.headline.text if page.headline else "",
            emphasised=page.emphasised,
            aliases=given.aliases,
            language=given.language,
            hints=page_hints(root),
            places=(page.headline,) if page.headline else (),
            left_out=page.left_out,
            findings=(too_long(seen.stopped, "nothing from here on was looked at", name=name),) if seen.stopped else (),
        )
        try:
            found = parted(page.lines, known, one, name=name)
        except ReviewError:
            # A page that a program fills in has its text in the data alone.
            body = next((said for said in data.linked.reviews if said.body and not is_cut(said.body)), None)
            if body is None:
                raise
            lines = [Line(number=body.line, text=text, element=body.element) for text in body.body.split("\n")]
            found = assembled(Page(name=name, lines=lines, head=Head(start=0, meanings=()), end=len(lines), known=known))
        return reconciled(found, data.linked, data.meta, name=name)
