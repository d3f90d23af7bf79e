"""The lines of a Markdown text as a person writes it: headings known, marks off, what is no text set apart."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from segment.model.review import LeftOut
from segment.review.layout.line import Line, clean, is_heading_like, is_sentence
from segment.review.layout.meaning import meaning
from segment.review.markdown.bold_run_in import bold_run_ins
from segment.review.markdown.inline import plain
from segment.review.markdown.templating import without_tags

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_TAGGED = re.compile(r"<h(?P<level>[1-6])(?:\s[^<>]{0,300})?>(?P<text>.{1,2000})</h(?P=level)>", re.IGNORECASE)
"""A heading in HTML's own signs, which Markdown allows."""
_ITEM = re.compile(r"(?:[-*+•]|(?P<number>\d{1,3})[.)])\s+(?P<text>.*)")
_BOLD = re.compile(r"(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__):?")
_DEFINITION = re.compile(r"\[[^\[\]]{1,100}\]:")
_FENCES = ("```", "~~~")


class MarkdownText(Struct, frozen=True, kw_only=True):
    """What a Markdown text says."""

    lines: list[Line]
    emphasised: frozenset[str]
    left_out: tuple[LeftOut, ...]


class _Reader:
    """Walks over the lines once; a block that is no text is open until the line that closes it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.emphasised: set[str] = set()
        self.left_out: list[LeftOut] = []
        self.closing = ""
        self.why = ""
        self.glued = False
        self.quoting = False
        self.h1: list[int] = []

    def take(self, number: int, raw: str) -> None:
        """One line."""
        text = raw.strip(" \t\xa0")
        if self.closing:
            self._leave(number, text, self.why)
            if text.startswith(self.closing) or (self.closing not in _FENCES and self.closing in text):
                self.closing = ""
        elif not text or _is_rule(text):
            self._rule(text)
        elif reason := self._opened(text) or _no_text(text):
            self._leave(number, text, reason)
        elif not (told := without_tags(text).strip()):
            self._leave(number, text, "a templating tag")
        elif told.startswith(">"):
            self._quote(number, told)
        else:
            self.quoting = False
            self._text(number, told, text)

    def _rule(self, text: str) -> None:
        """A blank line or a rule; a rule right under a line of text makes that a heading."""
        self.quoting = False
        if text and self.glued and self.lines and set(text) <= {"-", "="} and is_heading_like(self.lines[-1]):
            self.lines[-1] = replace(self.lines[-1], heading=True)
        self.glued = False

    def _opened(self, text: str) -> str:
        """Why a block that begins here is no text."""
        fence = next((fence for fence in _FENCES if text.startswith(fence)), "")
        if fence:
            self.closing, self.why = fence, "code"
        elif text.startswith("<!--"):
            self.why = "a comment"
            self.closing = "" if "-->" in text else "-->"
        else:
            return ""
        return self.why

    def _quote(self, number: int, text: str) -> None:
        """A quotation is one paragraph, verse too; a call-out box is none."""
        inner = text.lstrip("> \t")
        if inner.startswith("[!"):
            self.quoting, self.why = False, "a call-out box"
            self._leave(number, text, self.why)
            self.glued = True
            return
        if self.why == "a call-out box" and self.glued and not self.quoting:
            # A box may hold the house's address and its price.
            if meaning(plain(inner).text).what == "facts":
                self._text(number, inner, text)
            else:
                self._leave(number, text, self.why)
            self.glued = True
            return
        before = len(self.lines)
        self._text(number, inner, text)
        if self.quoting and len(self.lines) > before and before:
            last = self.lines.pop()
            self.lines[-1] = replace(self.lines[-1], text=f"{self.lines[-1].text} {last.text}")
        self.quoting = True

    def _text(self, number: int, text: str, raw: str) -> None:
        if tagged := _TAGGED.fullmatch(text):
            text = f"{'#' * int(tagged['level'])} {tagged['text'].strip()}"
        heading = _HEADING.fullmatch(text)
        item = None if heading else _ITEM.match(text)
        words = plain(heading[2].rstrip("#") if heading else item["text"] if item else text)
        line = clean(words.text)
        self.emphasised.update(clean(phrase) for phrase in words.emphasised)
        if not line:
            self._leave(number, raw, "a picture" if words.pictures else "marks without words")
            return
        listed = int(item["number"] or 0) if item else 0
        glued = self.glued and heading is None
        made = Line(number=number, text=line, heading=heading is not None, glued=glued, item=listed)
        made = replace(made, listed=True) if item and not item["number"] else made
        if not heading and not self.glued and _BOLD.fullmatch(text) and is_heading_like(made) and not is_sentence(made):
            made = replace(made, heading=True)
        if heading and len(heading[1]) == 1:
            self.h1.append(len(self.lines))
        self.lines.append(made)
        self.glued = True

    def _leave(self, number: int, text: str, reason: str) -> None:
        if text:
            self.left_out.append(LeftOut(line=number, text=text, reason=reason))
        self.glued = False


def markdown_lines(body: str, first_line: int) -> MarkdownText:
    """The lines of ``body``, which begins on line ``first_line`` of its file.

    A first-level heading above everything else is the page's title, not a section.
    """
    reader = _Reader()
    run_ins = bold_run_ins(body)
    for at, raw in enumerate(body.split("\n")):
        for part in _parts(run_ins.get(at), raw):
            reader.take(first_line + at, part)
    if reader.h1 and reader.h1[0] == 0 and len(reader.h1) == 1:
        reader.lines[0] = replace(reader.lines[0], heading=False)
    return MarkdownText(lines=reader.lines, emphasised=frozenset(reader.emphasised), left_out=tuple(reader.left_out))


def _parts(run_in: tuple[str, str] | None, raw: str) -> tuple[str, ...]:
    """A line, or the heading and the paragraph that run into each other on it."""
    return (raw,) if run_in is None else (f"## {run_in[0]}", run_in[1])


def _is_rule(text: str) -> bool:
    bare = text.replace(" ", "")
    return len(bare) >= 3 and (set(bare) <= {"-"} or set(bare) <= {"="} or set(bare) <= {"_"} or bare == "***")


def _no_text(text: str) -> str:
    if text.startswith("|") and text.endswith("|"):
        return "a table"
    if text.startswith("{:") and text.endswith("}"):
        return "a templating tag"
    return "a link or footnote" if _DEFINITION.match(text) else ""
