"""Which part of a page is the article, and why each other block is not.

The article is the element that holds most of the page's paragraphs; class names and tags that speak of furniture are believed
only of elements that do not. Linear in the page.
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.review.html.outline import Block, Element, Outline
from segment.review.html.regions import BOX, STANDFIRST
from segment.review.layout.furniture import furniture
from segment.review.layout.headings import is_known
from segment.review.layout.line import ends_sentence

_SITE = "the name of the site"
_TITLE_PARTS = re.compile(r"\s[|–—«»·•-]\s|:\s")
_OUTSIDE = "stands outside the article"
_BODIES = frozenset({"articlebody", "reviewbody"})
_ENOUGH = 0.5
"""An element with so much of the page's prose is no furniture, whatever its name."""
_MOST = 0.7
_PARAGRAPH = 25
_ABOVE, _BELOW = 40, 8
"""So many blocks above and below an article's first are looked through for its title."""
_LONGEST = 400
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_OWN = 0.4
"""So much of the prose in one ``article`` element or marked body, and the rest of the page is not looked at."""


class Chosen(Struct, frozen=True, kw_only=True):
    """A page taken apart."""

    first: int
    """Index of the first block of the head: the page's heading where there is one."""
    start: int
    """Index of the first block of the article."""
    end: int
    """Index after its last one."""
    reasons: list[str]
    """For each block why it is left out; empty for those that are kept."""
    titled: int = -1
    """Index of the heading that the page's own title repeats, where there is no first-level heading; else -1."""


def chosen(outline: Outline, title: str = "") -> Chosen:
    """The article of a page; ``title`` is what the page says that it is called."""
    elements, blocks = outline.elements, outline.blocks
    if not blocks:
        return Chosen(first=0, start=0, end=0, reasons=[])
    everything = _prose(elements, blocks, [_words(block) for block in blocks])
    titles = _titles(elements, blocks)
    reasons = _inherited(elements, everything, titles)
    kept = [reasons[block.home] or block.reason for block in blocks]
    prose = _prose(elements, blocks, [0 if why else _words(block) for block, why in zip(blocks, kept, strict=True)])
    main = _main(elements, prose)
    inside = [at for at, block in enumerate(blocks) if main <= block.home < elements[main].end]
    start, end = inside[0], inside[-1] + 1
    for at in _site_headings(elements, blocks, kept, range(main, elements[main].end), start, title):
        kept[at] = _SITE
    first = _head(elements, blocks, kept, start)
    titled = -1
    if not _heads(elements, blocks[first]) and not _has_h1(elements, blocks, kept, first, start):
        titled = _repeating(elements, blocks, kept, start, title)
        first = min(first, titled) if titled >= 0 else first
    text = next((at for at in range(start, end) if not kept[at] and _words(blocks[at]) >= _PARAGRAPH), end)
    for at in range(len(blocks)):
        if not kept[at] and not first <= at < end:
            kept[at] = _OUTSIDE
        elif kept[at] == BOX and text <= at < end:
            # A box under the text, such as a verdict, is the critic's; one above it sums up what follows.
            kept[at] = ""
        elif not kept[at] and first <= at < text and _words(blocks[at]) and _in_header(elements, blocks[at].home):
            kept[at] = STANDFIRST
    return Chosen(first=first, start=start, end=end, reasons=kept, titled=titled)


def _words(block: Block) -> int:
    """Words of prose; a list of links has none."""
    count = len(block.text.split())
    if count < 8 or block.linked * 2 > len(block.text):
        return 0
    return count if count >= 20 or ends_sentence(block.text) else 0


def _prose(elements: list[Element], blocks: list[Block], words: list[int]) -> list[int]:
    """The words of prose under each element."""
    sums = [0] * len(elements)
    for block, count in zip(blocks, words, strict=True):
        sums[block.home] += count
    for index in range(len(elements) - 1, 0, -1):
        sums[elements[index].parent] += sums[index]
    return sums


def _titles(elements: list[Element], blocks: list[Block]) -> set[int]:
    """Every element around a first-level heading."""
    around: set[int] = set()
    for block in blocks:
        index = block.home
        if _heads(elements, block):
            while index not in around:
                around.add(index)
                index = elements[index].parent
    return around


def _inherited(elements: list[Element], prose: list[int], titles: set[int]) -> list[str]:
    """Each element's reason, its own or that of an element around it."""
    reasons: list[str] = []
    for index, element in enumerate(elements):
        above = reasons[element.parent] if index else ""
        own = element.reason if prose[index] <= prose[0] * _ENOUGH and index not in titles else ""
        reasons.append(above or own)
    return reasons


def _main(elements: list[Element], prose: list[int]) -> int:
    """The element that is the article: one marked as such with enough prose, else the innermost with most of it."""
    marked = [
        index
        for index, element in enumerate(elements)
        if (element.tag == "article" or element.itemprop.casefold() in _BODIES) and prose[index] >= max(1.0, prose[0] * _OWN)
    ]
    if marked:
        return max(marked, key=lambda index: (prose[index], -index))
    best = 0
    for index in range(len(elements)):
        # Indices grow inwards, and at most one child of an element can hold so much.
        if elements[index].parent == best and index and prose[index] >= max(1.0, prose[0] * _MOST):
            best = index
    return best


def _head(elements: list[Element], blocks: list[Block], kept: list[str], start: int) -> int:
    """The first block of the head: the last first-level heading above the article, with what its own header holds above it."""
    for at in range(start, -1, -1):
        if _heads(elements, blocks[at]) and kept[at] != _SITE:
            header = _header(elements, blocks[at].home)
            first = at
            while first and header <= blocks[first - 1].home < elements[header].end and not kept[first - 1]:
                first -= 1
            return first
    return start


def _has_h1(elements: list[Element], blocks: list[Block], kept: list[str], first: int, start: int) -> bool:
    return any(_heads(elements, blocks[at]) and kept[at] != _SITE for at in range(first, start))


def _heads(elements: list[Element], block: Block) -> bool:
    """A first-level heading that is no word of the site's, such as "Menu"."""
    return elements[block.home].tag == "h1" and not furniture(block.text)


def _site_headings(
    elements: list[Element], blocks: list[Block], kept: list[str], main: range, start: int, title: str
) -> list[int]:
    """The first-level headings above the article that are the site's name: the page's title ends with it, or it leads home.

    Only where another heading near the article is what else the page's title says. One that the page's title does not say at
    all is the site's too, where another says it whole or a part of some words.
    """
    parts = [part for text in _TITLE_PARTS.split(title[:_LONGEST]) if (part := _folded(text))]
    near = range(max(0, start - _ABOVE), min(len(blocks), start + _BELOW))
    heads = [at for at in near if elements[blocks[at].home].tag in _HEADINGS and not kept[at] and not is_known(blocks[at].text)]
    found: list[int] = []
    whole = _folded(title)
    telling = {whole, *(part for text in _TITLE_PARTS.split(title[:_LONGEST]) if " " in text.strip() and (part := _folded(text)))}
    own = any(_folded(blocks[n].text) in telling for n in heads) if whole else False
    for at in range(min(start, len(blocks))) if len(parts) > 1 or own else ():
        block = blocks[at]
        heading = elements[block.home].tag == "h1" and block.home not in main
        if heading and own and _folded(block.text) not in whole and whole not in _folded(block.text):
            found.append(at)
            continue
        said = _folded(block.text) if elements[block.home].tag == "h1" and block.home not in main else ""
        linked = block.linked * 10 >= len(block.text) * 8
        others = [part for part in parts if part != said]
        page = any(n != at and _folded(blocks[n].text) in (*others, "".join(others)) for n in heads) if said in parts else False
        if page and (said == parts[-1] or linked):
            found.append(at)
    # Where both a page's name and its site's are links, the one behind the other in the page's title is the site's.
    sites = [at for at in found if _folded(blocks[at].text) == parts[-1]]
    return sites if sites and any(_folded(blocks[at].text) == parts[0] for at in found) else found


def _repeating(elements: list[Element], blocks: list[Block], kept: list[str], start: int, title: str) -> int:
    """The heading near the article's beginning that says most of the page's own title; -1 where none does."""
    whole = _folded(title)
    near = [
        at
        for at in range(max(0, start - _ABOVE), min(len(blocks), start + _BELOW))
        if not kept[at]
        and elements[blocks[at].home].tag in _HEADINGS
        and len(said := _folded(blocks[at].text)) > 3
        and said in whole
    ]
    return max(near, key=lambda at: (len(blocks[at].text), at), default=-1)


def _folded(text: str) -> str:
    return "".join(char for char in text[:_LONGEST].casefold() if char.isalnum())


def _in_header(elements: list[Element], index: int) -> bool:
    """Inside a ``header``, or a second-level heading that is a sentence."""
    return elements[_header(elements, index)].tag == "header" or elements[index].tag in {"h2", "h3"}


def _header(elements: list[Element], index: int) -> int:
    """The nearest ``header`` element around, or the element itself."""
    around = index
    while around:
        around = elements[around].parent
        if elements[around].tag == "header":
            return around
    return elements[index].parent
