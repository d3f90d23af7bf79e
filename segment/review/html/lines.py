"""The blocks of an article as lines of a page, with what the markup says about each; the rest as furniture."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from segment.model.review import LeftOut
from segment.review.facts.labels import labelled
from segment.review.facts.names import is_name
from segment.review.facts.rating import labelled_rating
from segment.review.facts.signature import signature
from segment.review.html.article import Chosen
from segment.review.html.outline import Block, Element, Outline
from segment.review.html.regions import SCORED, WORDS, class_words
from segment.review.layout.line import Line, is_heading_like, is_sentence
from segment.review.layout.meaning import head_meaning, meaning

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "td"})
_QUOTES = frozenset({"blockquote", "aside", "figure", "q"})
_UNSCORED = frozenset({"count", "votes", "key", "user", "users", "reader", "readers", "average", "label", "text", "thumb"})
_PULLED = "a quotation of the review's own words"
_SHOP = re.compile(r"(?:from|was|now|only)\s[$£€]\s?\d[\d.,]*", re.IGNORECASE)
_STARS = set("★☆⭐🌟½✩")
_SHOWN = 160
_MAX_PULLED = 60
_MAX_QUOTES = 60
"""So many quotations are looked for in the text; each costs a search through it."""
_QUOTE_MARKS = ' “”"«»'


class PageLines(Struct, frozen=True, kw_only=True):
    """What a page says, as lines."""

    lines: list[Line]
    emphasised: frozenset[str]
    left_out: tuple[LeftOut, ...]
    headline: Line | None
    """The first-level heading, which is not among the lines."""


def html_lines(outline: Outline, chosen: Chosen) -> PageLines:
    """The lines of the head and the article; what is left out is listed once for each run of blocks with one reason."""
    elements, blocks = outline.elements, outline.blocks
    lines: list[Line] = []
    emphasised: set[str] = set()
    left_out: list[tuple[Block, str]] = []
    headline: Line | None = None
    own = " ".join(block.text for block, why in zip(blocks, chosen.reasons, strict=True) if not why)
    quoted = 0
    above: Block | None = None
    for at, (block, reason) in enumerate(zip(blocks, chosen.reasons, strict=True)):
        tag = elements[block.home].tag
        text = _text(block, elements)
        why = "" if chosen.first <= at < chosen.end and reason and _is_fact(text) else reason
        if not why and _is_quote(block, elements) and quoted < _MAX_QUOTES:
            quoted += 1
            why = _PULLED if own.count(block.text.strip(_QUOTE_MARKS)) > 1 else ""
        why = why or _aside(block, elements, text)
        if why:
            left_out.append((block, why))
            continue
        made = Line(number=block.line, text=text, glued=_is_glued(block, above, elements), element=elements[block.home].path)
        emphasised.update(block.emphasised)
        heads = (tag == "h1" or at == chosen.titled) and headline is None and at <= chosen.end
        # "Menu" heads a site's own list, whatever its tag.
        if heads and meaning(text).what not in {"furniture", "stop"}:
            headline = made
            continue
        lines.append(replace(made, heading=at >= chosen.start and _is_heading(made, block, tag)))
        above = block
    return PageLines(
        lines=_paired(lines, outline),
        emphasised=frozenset(emphasised),
        left_out=_listed(left_out),
        headline=headline,
    )


def _text(block: Block, elements: list[Element]) -> str:
    """The block's text; a score box says what its number is, and a bold label without a colon gets one."""
    text = block.text
    if (
        block.author
        and len(text.split()) <= 12
        and is_name(block.author)
        and meaning(text).what == "text"
        and not signature(text)
    ):
        return f"Reviewed by {block.author}"
    if elements[block.home].itemprop == "itemReviewed" and len(text) <= 120 and meaning(text).what == "text":
        return f"Title: {text}"
    if _is_score(block, elements) and labelled_rating(text):
        return f"Rating: {text}"
    label = block.strong.rstrip(" :")
    rest = text[len(block.strong) :]
    unsaid = not block.strong.endswith(":") and not rest.lstrip().startswith(":")
    if label and unsaid and text.startswith(block.strong) and rest.strip() and len(text) <= 200:
        said = f"{label}: {rest.strip()}"
        return said if meaning(said).what != "text" else text
    return text


def _is_score(block: Block, elements: list[Element]) -> bool:
    """A short text in an element whose class name, or that of the one around it, speaks of a score."""
    if block.rating:
        return True
    if len(block.text) > 8 or not any(char.isdigit() for char in block.text):
        return False
    element = elements[block.home]
    words: set[str] = set()
    for near in (element, elements[element.parent]):
        words.update(class_words(near.classes))
        words.update({"rating"} if near.itemprop in {"ratingValue", "reviewRating"} else ())
    return bool(words & SCORED) and not words & _UNSCORED


def _is_fact(text: str) -> bool:
    """A fact box may stand in what else is furniture; its lines say what they are."""
    return len(text) <= _SHOWN and labelled(text) is not None and meaning(text).what not in {"text", "furniture", "stop"}


def _aside(block: Block, elements: list[Element], text: str) -> str:
    """Why a block inside the article is no line of it, or empty."""
    if not any(char.isalnum() for char in text) and not block.rating and not _STARS & set(text):
        return "no words in it"
    if text.isdigit() and not _is_score(block, elements):
        return "a number that says nothing of itself"
    if len(text) <= 20 and _SHOP.fullmatch(text):
        return "a shop's price"
    if text.casefold().startswith(("gallery:", "slideshow:")):
        return WORDS["gallery"]
    short = len(text.split()) <= 8 and block.linked >= len(text) * 0.8 and not block.author
    if short and text.casefold().startswith(("read ", "see ", "view ", "more ", "click ", "buy ", "our ", "official site")):
        return "a link or button of the site"
    alone = block.linked >= len(text) * 0.8 and len(text.split()) <= 3 and not block.author
    if alone and elements[block.home].tag not in _KEPT and head_meaning(text).what != "date":
        return "a link without a sentence round it"
    return ""


def _is_quote(block: Block, elements: list[Element]) -> bool:
    """What may be a sentence of the text, printed large a second time."""
    around = {elements[block.home].tag, elements[elements[block.home].parent].tag}
    return bool(around & _QUOTES) and len(block.text.split()) <= _MAX_PULLED


def _is_glued(block: Block, above: Block | None, elements: list[Element]) -> bool:
    """Under the line above with no gap: after a line break, in the same list, or next to a label in the same small box."""
    if above is None:
        return False
    here, there = elements[block.home], elements[above.home]
    if block.broken and block.home == above.home:
        return True
    if here.tag == there.tag == "li" and here.parent == there.parent:
        return True
    return above.text.endswith(":") and len(above.text) <= 40 and (here.parent == there.parent or block.home == above.home)


def _is_heading(line: Line, block: Block, tag: str) -> bool:
    if tag in _HEADINGS:
        return len(line.text) <= 120 and not (line.words >= 8 and line.text.endswith("."))
    bold = block.strong == block.text and not block.broken and tag in {"p", "div"}
    return bold and is_heading_like(line) and not is_sentence(line) and head_meaning(line.text).what == "text"


def _paired(lines: list[Line], outline: Outline) -> list[Line]:
    """``dt`` with its ``dd``, and the two cells of a table's row, as ``label: value``."""
    made: list[Line] = []
    for line in lines:
        above = made[-1] if made else None
        if above and _is_pair(above.element, line.element) and len(above.text) <= 40 and len(line.text) <= 400:
            label = above.text.rstrip(" :")
            said = f"{label}: {line.text}"
            if meaning(said).what != "text":
                made[-1] = replace(above, text=said)
                continue
        made.append(line)
    return made


def _is_pair(above: str, below: str) -> bool:
    """Whether two paths are a label's and its value's."""
    first, second = above.rsplit("/", 1), below.rsplit("/", 1)
    if len(first) < 2 or len(second) < 2 or first[0] != second[0]:
        return False
    tags = first[1].partition("[")[0], second[1].partition("[")[0]
    return tags == ("dt", "dd") or (tags[0] in {"td", "th"} and second[1] in {"td", "td[2]"} and first[1] in {"td", "th"})


def _listed(left_out: list[tuple[Block, str]]) -> tuple[LeftOut, ...]:
    """One entry for a run of blocks with one reason; a long run is shown by its beginning."""
    made: list[LeftOut] = []
    run: list[str] = []
    for at, (block, why) in enumerate(left_out):
        run.append(block.text)
        if at + 1 < len(left_out) and left_out[at + 1][1] == why and len(block.text) < _SHOWN:
            continue
        text, shown = run[0], run[1:]
        while shown and len(text) < _SHOWN:
            text = f"{text} · {shown.pop(0)}"
        made.append(LeftOut(line=left_out[at - len(run) + 1][0].line, text=text + (" …" if shown else ""), reason=why))
        run = []
    return tuple(made)
