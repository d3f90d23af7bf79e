"""What the work on a page is called, and the page's headline where that is another thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from segment.review.facts.kind import is_kind
from segment.review.facts.names import is_name
from segment.review.facts.particulars import Fact, bracketed
from segment.review.layout.known import Known
from segment.review.layout.line import Line, is_prose
from segment.review.layout.meaning import Meaning
from segment.review.layout.title_parts import TitleParts, boxed, title_parts
from segment.review.layout.title_spoken import called_otherwise, headline_alone, says, spoken_title, unsaid
from segment.review.layout.title_words import (
    bare,
    is_headline,
    is_kicker,
    is_venue,
    may_be_title,
    placeless,
    spaced,
    told_by_text,
    townless,
    unfiled,
)
from segment.review.layout.titles import Titled, from_headline, titled

_BEHIND = re.compile(r"[(\[][^()\[\]]{1,80}, ?((?:18|19|20)\d\d)[)\]]$")
_BRACKET = 100
_SPOKEN = 50_000
"""So many characters of the text are looked through for the title."""


def named(
    lines: list[Line], head: Sequence[Meaning], known: Known, *, text: str, sort: str, said: str
) -> tuple[Titled, TitleParts]:
    """The title by label (``said``), by the form, by the lines of the head, or from inside the headline; in this order.

    ``text`` is the review's, by which a title is told from what a headline says of it. With it what else the title's line
    says of a work of that ``sort``.
    """
    spoken = spaced(text[:_SPOKEN])
    credits_at = next((at for at, found in enumerate(head) if found.what == "credits"), None)
    byline_at = next((at for at, found in enumerate(head) if found.what == "byline"), None)
    candidates = _candidates(lines, head)
    standfirst = spaced(" ".join([known.standfirst, *(line.text for line in lines[: len(head)] if is_prose(line))])[:_SPOKEN])
    if known.headline:
        above = [at for at in candidates if credits_at is not None and at == credits_at - 1]
        # Under a joke in front matter, the first line of the body may be the work's title, if the text speaks of it.
        first = [at for at in candidates[:1] if at == 0 and _is_spoken(lines[at].text, spoken)]
        candidates = above or ([] if says(bare(known.headline), spoken) else first)
    seen = titled(lines, candidates, credits_at, byline_at, spoken)
    headline = known.headline or seen.headline
    inside = from_headline(headline, known.emphasised, spoken) if not seen.title or known.headline else ""
    if said and _folded(said) == _folded(headline):
        # A box of scores repeats the page's headline behind "Title:".
        said = ""
    title = known.title or said or seen.title or inside or bare(headline)
    sure = bool(known.title or said)
    title = title if sure else unfiled(title, known.hints)
    parts = TitleParts(title=title)
    if not sure:
        line = seen.whole or headline
        whole = bracketed(line)[1] or _year(line) if seen.title or known.headline else ()
        parts = title_parts(title, sort, spoken)
        parts = replace(parts, facts=(*whole, *parts.facts))
        told = title_parts(bare(headline), sort, spoken) if title == inside else parts
        if told.title == title and not any(":" in credit.name for credit in told.credits):
            parts = replace(parts, credits=told.credits)
        title = told_by_text(placeless(parts.title, spoken), spoken)
        title = townless(title, spoken) if sort == "restaurant" else title
        whole_line, title = title, title if title == inside else spoken_title(title, spoken)
        if title != whole_line and not known.headline:
            headline = seen.whole
        if is_headline(title) or (not seen.sure and (headline_alone(title, spoken) or unsaid(title, spoken))):
            inside = from_headline(title, known.emphasised - {title}, spoken)
            title, headline = inside, headline or seen.whole
        elif not seen.sure and called_otherwise(title, standfirst, spoken):
            title, headline = "", headline or seen.whole
        if title != bare(headline or seen.whole) and all(is_kind(word) for word in title.split()):
            # What is left of "Play at the Harbour Theatre" says what it was, not what it is called.
            title, headline = "", headline or seen.whole
    if not seen.headline and not known.headline and seen.title and (seen.title if sure else parts.title) != title:
        headline = seen.whole
    labels = [
        at for at, found in enumerate(head) if sort == "album" and found.what in {"text", "byline"} and boxed(lines[at].text)
    ]
    if labels:
        headline = "" if boxed(headline) else headline
        parts = replace(parts, facts=(*parts.facts, ("label", boxed(lines[labels[0]].text))))
    same = title.casefold()
    repeats = {at for at, found in enumerate(head) if found.what == "text" and bare(lines[at].text).casefold() == same}
    # "Album review: The Loes – Songs" says nothing but maker and title.
    headline = "" if headline.casefold() == same or (parts.credits and headline == seen.whole) else headline
    return replace(seen, title=title, headline=headline, used=seen.used | repeats | {*labels[:1]}), parts


def _year(line: str) -> tuple[Fact, ...]:
    """The year behind a name in brackets: ``The Lake Dog (Ann Roe, 2019)``."""
    match = _BEHIND.search(line[-_BRACKET:])
    return (("year", match[1]),) if match else ()


def _is_spoken(line: str, text: str) -> bool:
    title = bare(line)
    return " " in title and not is_venue(title) and not is_name(title) and says(title, text)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _candidates(lines: list[Line], head: Sequence[Meaning]) -> list[int]:
    """The lines of the head that may be a title; a rubric such as "Film" only where there is nothing else."""
    found = [at for at, said in enumerate(head) if said.what == "text" and not is_prose(lines[at]) and may_be_title(lines, at)]
    return [at for at in found if not is_kicker(lines[at].text)] or found
