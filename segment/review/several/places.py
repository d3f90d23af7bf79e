"""Where on a page the reviews of several works begin; nowhere, when it reviews one.

A page reviews several works when at least two of its titles each have facts, a by-line or a rating of their own, above their
text or below it, when it is a numbered list of titles, or when its headings are each a work and its maker. A heading with none
of these is a section, and so is one that names a part of a review ("The acting", "Gameplay").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from segment.review.facts.names import is_name
from segment.review.layout.length import MOST_LINES
from segment.review.layout.line import Line
from segment.review.layout.title_words import bare
from segment.review.several.favourites import favourite_places
from segment.review.several.made import made_places
from segment.review.several.scored import foot_of, scored_places
from segment.review.several.signs import Seen, is_dressed, is_view, names_a_work, number_of, seen, unnumbered

_FEWEST_WORDS = 25
_FEWEST_DRESSED = 15
_BYLINE_WORDS = 40
"""So much must stand under each by-line, where nothing else tells reviews apart."""
_REACH = 3
"""Lines between a title and its first fact."""
_HEAD = 12
"""Lines above the first paragraph in which a page may say what it is."""
_ROUND_UPS = (
    "reviews:",
    "capsule",
    "round-up",
    "round up",
    "roundup",
    "in brief",
    "short takes",
    "new releases",
    "this week's",
    "this week’s",
    "en bref",
    "sorties de la semaine",
)
"""What the headline of a page of several works may hold, in lower case."""

Evidence = Literal["facts", "byline", "rating", "date"]


class Start(Struct, frozen=True, kw_only=True):
    """Where a review begins."""

    at: int
    """Index of its first line."""
    title: str = ""
    """The line that heads it; empty where a by-line alone does."""
    shows: frozenset[Evidence] = frozenset()
    byline: str = ""
    date: str = ""
    """The day above its title, where the page is a journal."""
    rated: bool = False
    """True when a rating stands on the title's own line."""
    foot: range = range(0)
    """The indices of its facts where they stand below its text."""
    words: int = 0
    """Words of prose up to the next one."""
    made: bool = False
    """True when its title was told by being a work and its maker."""
    spoken: bool = False
    """Whether that prose speaks of the work by its title."""


def starts(lines: Sequence[Line], headline: str = "", emphasised: Collection[str] = ()) -> tuple[Start, ...]:
    """The beginnings of the reviews on a page under ``headline``; empty when it holds one review.

    ``emphasised`` are the phrases that the form sets in italics or bold.
    """
    lines = lines[:MOST_LINES]
    signs = [seen(line) for line in lines]
    if listed := scored_places(lines, signs):
        ends = [*listed[1:], len(lines)]
        scored = [
            Start(at=at, title=lines[at].text, shows=frozenset({"facts", "rating"}), made=True, foot=foot_of(signs, at, end))
            for at, end in zip(listed, ends, strict=True)
        ]
        return tuple(_counted(scored, lines, signs, len(lines)))
    round_up = _is_round_up(headline, lines, signs)
    for found in (_headed(lines, signs), _footed(lines, signs)):
        lead = any(sign.sign == "prose" for sign in signs[: found[0].at]) if found else True
        telling = _telling(found, round_up=round_up, lead=lead)
        told = tuple(start for start in found if start.shows & telling)
        if len(told) > 1:
            return told
    if favourites := favourite_places(lines, signs, headline):
        named = [Start(at=at, title=lines[at].text, shows=frozenset({"facts"})) for at in favourites]
        return tuple(_counted(named, lines, signs, len(lines)))
    return (
        _numbered(lines, signs, round_up=round_up)
        or _dressed(lines, signs, round_up=round_up)
        or _made(lines, signs, headline, emphasised)
    )


def _gaps(signs: Sequence[Seen]) -> list[range]:
    """The stretches without prose: above, between and below the paragraphs; nothing below a heading such as "Related"."""
    gaps: list[range] = []
    begin = 0
    prose = False
    for at, sign in enumerate(signs):
        if sign.sign == "stop" and prose:
            break
        if sign.sign == "prose":
            gaps.append(range(begin, at))
            begin, prose = at + 1, True
    else:
        at = len(signs)
    gaps.append(range(begin, at))
    return gaps


def _headed(lines: Sequence[Line], signs: Sequence[Seen]) -> list[Start]:
    """Reviews whose facts stand above their text."""
    gaps = _gaps(signs)
    found = [start for gap in gaps[:-1] if (start := _head(lines, signs, gap))]
    found = _counted(found, lines, signs, gaps[-1].start)
    return [start for start in found if start.words >= (_fewest(start) if start.title else _BYLINE_WORDS)]


def _fewest(start: Start) -> int:
    """Words that make a review: under a title with credits a line or two are one."""
    return _FEWEST_DRESSED if "facts" in start.shows else _FEWEST_WORDS


def _head(lines: Sequence[Line], signs: Sequence[Seen], gap: range) -> Start | None:
    """The title in a gap that facts follow, the better the fact the sooner; else a by-line alone."""
    best: tuple[int, Start] | None = None
    for at in gap:
        if signs[at].sign != "title" or _heads_several(lines[at].text):
            continue
        if at + 1 == gap.stop and signs[gap.stop].opens:
            best = best or (0, Start(at=at, title=lines[at].text, shows=frozenset({"facts"})))
            continue
        first = next((n for n in range(at + 1, min(gap.stop, at + 1 + _REACH)) if signs[n].sign in _RANK), None)
        if first is None or any(signs[n].sign == "title" for n in range(at + 1, first) if not lines[n].glued):
            continue
        start = _start(lines, signs, at, range(first, gap.stop))
        rank = min(_RANK[what] for what in start.shows)
        if best is None or rank < best[0]:
            best = rank, start
    dated = _dated(lines, signs, gap)
    if best:
        shows = best[1].shows | {"date"}
        return replace(best[1], at=dated.at, title=dated.title, date=dated.date, shows=shows) if dated else best[1]
    if dated:
        return dated
    alone = next((at for at in gap if signs[at].sign == "byline"), None)
    return None if alone is None else Start(at=alone, shows=frozenset({"byline"}), byline=signs[alone].value)


def _dated(lines: Sequence[Line], signs: Sequence[Seen], gap: range) -> Start | None:
    """The title under a date, as in a journal; a name there is a reader who comments."""
    day = next((at for at in gap if signs[at].sign == "date"), gap.stop)
    at = next((n for n in range(day + 1, min(gap.stop, day + 1 + _REACH)) if signs[n].sign == "title"), None)
    if at is None or (is_name(lines[at].text) and 1 < lines[at].words < 4 and not lines[at].text.isupper()):
        return None
    return Start(at=at, title=lines[at].text, shows=frozenset({"date"}), date=signs[day].value)


_RANK: dict[str, int] = {"facts": 0, "byline": 1, "rating": 2}


def _start(lines: Sequence[Line], signs: Sequence[Seen], at: int, facts: range) -> Start:
    shows: set[Evidence] = set()
    byline = ""
    for n in facts:
        match signs[n].sign:
            case "facts":
                shows.add("facts")
            case "rating":
                shows.add("rating")
            case "byline":
                shows.add("byline")
                byline = byline or signs[n].value
    rated = at + 1 < len(lines) and signs[at + 1].sign == "rating" and lines[at + 1].number == lines[at].number
    return Start(at=at, title=lines[at].text, shows=frozenset(shows), byline=byline, rated=rated)


def _footed(lines: Sequence[Line], signs: Sequence[Seen]) -> list[Start]:
    """Reviews whose facts stand below their text: every title that follows such facts begins the next one."""
    gaps = _gaps(signs)
    head = [at for at in gaps[0] if signs[at].sign == "title"]
    found: list[Start] = []
    begin = head[-1] if head else None
    for gap in gaps[1:]:
        title = next((at for at in gap if signs[at].sign == "title"), gap.stop)
        facts = [at for at in range(gap.start, title) if signs[at].sign in _RANK]
        if not facts:
            continue
        if begin is not None:
            foot = range(facts[0], facts[-1] + 1)
            found.append(replace(_start(lines, signs, begin, foot), foot=foot))
        begin = title if title < gap.stop else None
    return [start for start in _counted(found, lines, signs, gaps[-1].start) if start.words >= _FEWEST_WORDS]


def _telling(found: Sequence[Start], *, round_up: bool, lead: bool) -> frozenset[Evidence]:
    """The sorts of evidence that tell reviews apart here; parts with a mark of their own come after a ``lead`` of prose."""
    telling: set[Evidence] = set()
    facts = [start for start in found if "facts" in start.shows]
    if len({_folded(start.title) for start in facts}) > 1:
        telling.add("facts")
    signed = [start for start in found if "byline" in start.shows and start.words >= _BYLINE_WORDS]
    if len({start.byline for start in signed}) > 1 or len({_folded(start.title) for start in signed if start.title}) > 1:
        telling.add("byline")
    rated = [start for start in found if "rating" in start.shows]
    if len({_folded(start.title) for start in rated}) > 1 and (
        round_up or telling or sum(names_a_work(start.title) or start.spoken for start in rated) * 2 >= len(rated) + lead
    ):
        telling.add("rating")
    dated = [start for start in found if start.date]
    if len({start.date for start in dated}) > 1 and len({_folded(start.title) for start in dated}) > 1:
        telling.add("date")
    return frozenset(telling)


def _numbered(lines: Sequence[Line], signs: Sequence[Seen], *, round_up: bool) -> tuple[Start, ...]:
    """A numbered list of titles, upwards from 1 or down to it, where the titles or the page say that they are works."""
    at_numbers = [(at, lines[at].item or number_of(lines[at].text)) for at, sign in enumerate(signs) if sign.sign == "title"]
    at_numbers = [(at, number) for at, number in at_numbers if number]
    numbers = [number for _, number in at_numbers]
    if len(numbers) < 2 or numbers not in (list(range(1, len(numbers) + 1)), list(range(len(numbers), 0, -1))):
        return ()
    found = [Start(at=at, title=lines[at].text) for at, _ in at_numbers]
    found = _counted(found, lines, signs, len(lines))
    works = sum(names_a_work(start.title) for start in found) * 2 > len(found)
    if not works and not round_up:
        return ()
    return tuple(found) if all(start.words >= _FEWEST_WORDS for start in found) else ()


def _dressed(lines: Sequence[Line], signs: Sequence[Seen], *, round_up: bool) -> tuple[Start, ...]:
    """Three lines or more (two where the page says that several follow) each a maker and a work: ``The Loes, “Songs”``."""
    stop = _gaps(signs)[-1].start
    found = [
        Start(at=at, title=lines[at].text, shows=frozenset({"facts"}))
        for at in range(stop)
        if signs[at].sign == "title" and is_dressed(lines[at].text)
    ]
    found = [start for start in _counted(found, lines, signs, stop) if start.words >= _FEWEST_DRESSED]
    return tuple(found) if len({_folded(start.title) for start in found}) > (1 if round_up else 2) else ()


def _made(lines: Sequence[Line], signs: Sequence[Seen], headline: str, emphasised: Collection[str]) -> tuple[Start, ...]:
    """Headings that are each a work and its maker; the least of such reviews is a line, so half of them must say more."""
    stop = _gaps(signs)[-1].stop
    places = [at for at in range(stop) if lines[at].heading or signs[at].sign in {"title", "text"}]
    found = [
        Start(at=at, title=lines[at].text, shows=frozenset({"facts"}), made=True)
        for at in made_places(lines, places, headline, emphasised)
    ]
    found = _counted(found, lines, signs, stop)
    long = [start for start in found if start.words >= _FEWEST_DRESSED]
    return tuple(found) if len(long) > 1 and len(long) * 2 > len(found) else ()


def _counted(found: Sequence[Start], lines: Sequence[Line], signs: Sequence[Seen], stop: int) -> list[Start]:
    """Each start with the words of prose up to the next."""
    ends = [*(start.at for start in found[1:]), stop]
    return [
        _told(start, [lines[at] for at in range(start.at + 1, end) if signs[at].sign == "prose"])
        for start, end in zip(found, ends, strict=False)
    ]


def _told(start: Start, prose: Sequence[Line]) -> Start:
    title = bare(unnumbered(start.title)) if start.title else ""
    # "Combat 4/5" over "Combat is …" rates a part, so one word does not count.
    spoken = " " in title and any(title in line.text for line in prose)
    return replace(start, words=sum(line.words for line in prose), spoken=spoken)


def _is_round_up(headline: str, lines: Sequence[Line], signs: Sequence[Seen]) -> bool:
    """Whether the page's headline, or a line above the first paragraph, says that several works follow."""
    first = next((at for at, sign in enumerate(signs) if sign.sign == "prose"), len(lines))
    above = [headline, *(line.text for line in lines[: min(first, _HEAD)])]
    return any(_heads_several(text) for text in above)


def _heads_several(text: str) -> bool:
    said = text.casefold()
    return any(word in said for word in _ROUND_UPS) or said.endswith((" reviews", " critiques"))


def _folded(title: str) -> str:
    return "" if is_view(title) else bare(unnumbered(title)).casefold()
