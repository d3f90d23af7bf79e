"""Markdown as people write it, with or without front matter."""

from __future__ import annotations

import re

from msgspec.structs import replace

from segment.errors import Where
from segment.model.finding import Finding
from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.assembling import Page, assembled
from segment.review.layout.extent import head
from segment.review.layout.known import Known
from segment.review.layout.line import Line, clean
from segment.review.layout.wrapping import unwrapped
from segment.review.markdown.front_facts import known_from
from segment.review.markdown.front_matter import Front, front_matter
from segment.review.markdown.front_plain import plain_entries
from segment.review.markdown.inline import plain
from segment.review.markdown.lines import markdown_lines
from segment.review.several.parting import parted

_LOOK = 200_000
_SIGNS = re.compile(r"^#{1,6} \S|\]\((?:https?:|/|#)|^!\[|\*\*[^*\n]{1,200}\*\*", re.MULTILINE)


class Markdown:
    """Reads what a critic or a site's generator wrote: everything under the front matter is the review."""

    def recognises(self, text: str) -> bool:
        """Front matter, or headings, links and bold words in Markdown's own signs."""
        start = text[:_LOOK]
        first, newline, _ = start.partition("\n")
        fenced = first.rstrip() in {"---", "+++"} and bool(newline)
        return fenced or _SIGNS.search(start) is not None or plain_entries(start) is not None

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review; facts of the front matter win over what the lines suggest."""
        front = front_matter(text, name=name)
        found = markdown_lines(front.body if front else text, front.first_line if front else 1)
        known = (
            known_from(front.entries, found, name=name) if front else Known(emphasised=found.emphasised, left_out=found.left_out)
        )
        known = replace(known, aliases=given.aliases, places=_places(front), language=given.language or known.language)
        if front and front.tab:
            known = replace(known, findings=(*known.findings, _tabbed(front.tab, name)))

        def one(lines: list[Line], known: Known) -> Found:
            top = head(lines, known.title or known.headline)
            return assembled(Page(name=name, lines=lines, head=top, end=len(lines), known=known))

        return parted(unwrapped(found.lines), known, one, name=name)


def _tabbed(line: int, name: str) -> Finding:
    return Finding(
        code="RV052",
        level="info",
        message="The front matter has a tab, which YAML does not allow; it was read as spaces.",
        hint="Put spaces in its place.",
        where=Where(file=name, line=line),
    )


def _places(front: Front | None) -> tuple[Line, ...]:
    """The front matter's keys as lines, so that a fact can be traced to its own."""
    return tuple(Line(number=entry.line, text=clean(plain(entry.text).text)) for entry in front.entries.values()) if front else ()
