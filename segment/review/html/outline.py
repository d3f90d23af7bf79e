"""A page's tree as two flat lists: its elements, and its blocks of text in the page's order."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from segment.review.html.regions import SKIPPED, reason
from segment.review.html.shown import hidden_rating, star
from segment.review.layout.line import clean
from segment.review.word_table import words

_INLINE = words(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q s samp small span
    strike strong sub sup time tt u var wbr label picture source"""
)
_STRONG = frozenset({"b", "strong"})
_EMPHATIC = frozenset({"i", "em", "cite"})
_AUTHORS = ("/author/", "/authors/", "/editors/", "/contributor/", "/contributors/", "/profile/", "/staff/", "/critics/")
_MOST = 40_000
"""Blocks that are looked at; the longest page has a few thousand."""
_MOST_STEPS = 400_000
"""Tags that are walked over, opening and closing ones."""
_SHORT = 80
"""A date after so few characters is no part of a sentence."""


class Element(Struct, kw_only=True):
    """An element that is not inline."""

    parent: int
    """Index of the element around it; the root's is its own."""
    end: int
    """Index after its last descendant."""
    tag: str
    path: str
    """Such as ``body/main/article[2]``."""
    reason: str
    """Why it may be no part of the article, judged by itself alone."""
    itemprop: str
    classes: str


class Block(Struct, frozen=True, kw_only=True):
    """A run of text that stands by itself: a paragraph, heading, list item, table cell."""

    text: str
    """Cleaned, not empty."""
    home: int
    """Index of the element it stands in."""
    line: int
    """1-based line of the page its element begins on."""
    broken: bool
    """True when only a line break parts it from the block above."""
    strong: str
    """Bold words it begins with."""
    linked: int
    """How many of its characters are links."""
    emphasised: tuple[str, ...]
    """Phrases set in italics or bold."""
    rating: bool
    """True when the page shows this as a rating: stars, or a number in a score box."""
    author: str
    """The words of a link to a writer's own page."""
    reason: str
    """Why it may be no part of the article, where an inline element says so."""


class Outline(Struct, frozen=True, kw_only=True):
    """What there is on a page."""

    elements: list[Element]
    blocks: list[Block]
    stopped: int = 0
    """The line from which on nothing was looked at; 0 where the page was seen to its end."""


class _Run:
    """The inline text gathered so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.line = 0
        self.linked = 0
        self.strong: list[str] = []
        self.plain = False
        self.phrases: list[str] = []
        self.stars: list[str] = []
        self.rating = ""
        self.author: list[str] = []
        self.broken = False


class _Walk:
    """One pass over the tree."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.blocks: list[Block] = []
        self.open: list[int] = []
        self.counts: list[dict[str, int]] = []
        self.run = _Run()
        self.links = self.bold = 0
        self.phrase: list[str] | None = None
        self.authored = False
        self.inline_reasons: list[str] = []

    def text(self, text: str | None, line: int) -> None:
        """Characters, in the element that is open."""
        if not text:
            return
        run = self.run
        if not text.isspace():
            run.line = run.line or line
            if self.bold and not run.plain:
                run.strong.append(text)
            elif not self.bold:
                run.plain = True
            if self.links:
                run.linked += len(text.strip())
            if self.phrase is not None:
                self.phrase.append(text)
            if self.authored:
                run.author.append(text)
        run.parts.append(text)

    def seam(self) -> None:
        """Where one inline element ends and another begins, ``By`` and ``Ann`` are two words, ``T`` and ``he`` are one."""
        self.run.parts.append("\0")

    def flush(self, *, broken: bool = False) -> None:
        """Closes the run of text as a block."""
        run, self.run = self.run, _Run()
        self.run.broken = broken
        text = clean(_unseamed("".join(run.parts)))
        shown = bool(run.stars or run.rating)
        if run.stars and not any(char.isalnum() for char in text):
            text = "".join(run.stars)
        elif not text or (run.rating and not any(char.isdigit() for char in text)):
            text = run.rating
        if text and self.open:
            self.blocks.append(
                Block(
                    text=text,
                    home=self.open[-1],
                    line=run.line,
                    broken=run.broken,
                    strong=clean(_unseamed("".join(run.strong))),
                    linked=run.linked,
                    emphasised=tuple(phrase for part in run.phrases if (phrase := clean(part))),
                    rating=shown,
                    author=clean("".join(run.author)),
                    reason=next(iter(self.inline_reasons), ""),
                )
            )

    def enter(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """A block element begins."""
        self.flush()
        counts = self.counts[-1] if self.counts else {}
        counts[tag] = counts.get(tag, 0) + 1
        step = tag if counts[tag] == 1 else f"{tag}[{counts[tag]}]"
        above = self.elements[self.open[-1]].path if self.open else ""
        path = "" if tag == "html" else f"{above}/{step}" if above else step
        index = len(self.elements)
        self.elements.append(
            Element(
                parent=self.open[-1] if self.open else 0,
                end=index + 1,
                tag=tag,
                path=path,
                reason=reason(tag, attributes),
                itemprop=attributes.get("itemprop", ""),
                classes=attributes.get("class", "")[:300],
            )
        )
        self.open.append(index)
        self.counts.append({})

    def leave(self) -> None:
        """A block element ends."""
        self.flush()
        self.elements[self.open.pop()].end = len(self.elements)
        self.counts.pop()

    def close(self) -> None:
        """Every element that is open ends."""
        while self.open:
            self.leave()


def outline(root: etree._Element) -> Outline:
    """The elements and blocks under ``root``, up to :data:`_MOST`. One pass, no recursion."""
    walk = _Walk()
    skipping = steps = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        line = element.sourceline or 0
        steps += 1
        if event == "start" and (len(walk.blocks) > _MOST or steps > _MOST_STEPS):
            walk.close()
            return Outline(elements=walk.elements, blocks=walk.blocks, stopped=line)
        if event == "end":
            if tag in SKIPPED or not tag:
                skipping -= 1
            elif not skipping:
                _ends(walk, element, tag)
            if not skipping:
                walk.text(element.tail, line)
            continue
        if tag in SKIPPED or not tag:
            skipping += 1
        elif not skipping:
            _begins(walk, element, tag, line)
    return Outline(elements=walk.elements, blocks=walk.blocks)


def _begins(walk: _Walk, element: etree._Element, tag: str, line: int) -> None:
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    if tag == "br":
        walk.flush(broken=True)
        return
    if tag not in _INLINE:
        walk.enter(tag, attributes, line)
    else:
        walk.seam()
        if tag == "time" and sum(map(len, walk.run.parts)) < _SHORT:
            walk.flush()
        if tag == "a":
            walk.links += 1
            walk.authored = _is_author(attributes)
        walk.bold += tag in _STRONG
        if tag in _STRONG | _EMPHATIC and walk.phrase is None:
            walk.phrase = []
        if why := reason(tag, attributes):
            walk.inline_reasons.append(why)
    if shown := hidden_rating(tag, attributes):
        walk.run.rating = walk.run.rating or shown
        walk.run.line = walk.run.line or line
    elif mark := star(tag, attributes):
        walk.run.stars.append(mark)
        walk.run.line = walk.run.line or line
    walk.text(element.text, line)


def _ends(walk: _Walk, element: etree._Element, tag: str) -> None:
    if tag == "br":
        return
    if tag not in _INLINE:
        walk.leave()
        return
    walk.seam()
    if tag == "time" and sum(map(len, walk.run.parts)) < _SHORT:
        walk.flush()
    if tag == "a":
        walk.links = max(0, walk.links - 1)
        walk.authored = False
    walk.bold -= tag in _STRONG
    if tag in _STRONG | _EMPHATIC and walk.phrase is not None:
        walk.run.phrases.append("".join(walk.phrase))
        walk.phrase = None
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    if reason(tag, attributes):
        walk.inline_reasons.pop()


def _is_author(attributes: dict[str, str]) -> bool:
    """A link marked as the writer's, or that leads to a page about a writer."""
    href = attributes.get("href", "")[:300].casefold()
    return "author" in attributes.get("rel", "").split() or any(part in href for part in _AUTHORS)


def _unseamed(text: str) -> str:
    """Seams become a space between a small letter or digit and a capital, and nothing elsewhere."""
    if "\0" not in text:
        return text
    parts = [part for part in text.split("\0") if part]
    made = parts[:1]
    for part in parts[1:]:
        before = made[-1][-1]
        made.append(f" {part}" if (before.islower() or before.isdigit()) and part[0].isupper() else part)
    return "".join(made)
