"""A page cut into its reviews, each with what the page says of all of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from segment.errors import ReviewError
from segment.model.review import Facts, LeftOut, Rating
from segment.review.facts.credit_line import merged
from segment.review.facts.kind import kind
from segment.review.facts.language import language
from segment.review.found import Found
from segment.review.layout.aliases import under_aliases
from segment.review.layout.blocks_out import without_blocks
from segment.review.layout.known import Known
from segment.review.layout.length import MOST_WORKS, until, within
from segment.review.layout.line import Line, is_heading_like, is_sentence
from segment.review.layout.meaning import Meaning, head_meaning
from segment.review.layout.open_labels import labels_closed
from segment.review.layout.origins import replaced
from segment.review.layout.run_in import run_ins_apart
from segment.review.layout.title_parts import title_parts
from segment.review.layout.title_words import bare
from segment.review.several.groups import groups, rating_above
from segment.review.several.made import made, parts_of
from segment.review.several.places import Start, starts
from segment.review.several.signs import is_counted, is_view, number_of, unnumbered

_ABOVE = "stands above the first of several reviews"
_SHORT = "a work with too little text to be a review"
_BETWEEN = "heads the next of several reviews"
_RUBRIC = 4
_YEAR = re.compile(r"[(\[](?:[^()\[\]]{1,80}, ?)?((?:18|19|20)\d\d)[)\]]$")

Read = Callable[[list[Line], Known], Found]


def parted(lines: list[Line], known: Known, read: Read, *, name: str) -> Found:
    """The reviews on a page; ``read`` makes one of some lines and what is known of it; ``name`` is the file, for notes.

    Raises what ``read`` raises where there is one review, or none can be read.
    """
    lines, known = within(lines, known, name=name)
    lines, known = within(labels_closed(lines), known, name=name)
    lines, out = without_blocks(under_aliases(lines, known.aliases))
    lines = run_ins_apart(lines, known.title or known.headline)
    known = replace(known, left_out=(*known.left_out, *out))
    begins = starts(lines, known.headline, known.emphasised)
    if not begins:
        return read(lines, known)
    if len(begins) > MOST_WORKS:
        lines, known = until(begins[MOST_WORKS].at, lines, known, name=name)
        begins = begins[:MOST_WORKS]
    sort = known.kind or kind(" ".join(line.text for line in lines), known.hints, (), (), Facts())
    numbers = [number_of(start.title) for start in begins]
    # "3 Idiots" has a number of its own.
    listed = is_counted(numbers)
    same = all(not start.title or is_view(start.title) for start in begins[1:])
    # One work and several critics: what stands above the first is about all of them.
    first = 0 if same else begins[0].at
    stops = [*(start.at for start in begins[1:]), len(lines)]
    grouped = {} if same else groups(lines, {start.at for start in begins})
    over = {lines[at].number for at in grouped}
    works: list[Found] = []
    short: list[Line] = []
    between: list[Line] = []
    for start, stop in zip(begins, stops, strict=True):
        try:
            if same:
                works.append(_view(lines[first if not works else start.at : stop], start, known, works, read))
            else:
                foot = [lines[at] for at in start.foot]
                own = [lines[at] for at in range(start.at + 1, stop) if at not in start.foot]
                while stop < len(lines) and own and (own[-1].number in over or _heads_next(own[-1])):
                    between.append(own.pop())
                found = _work([*foot, *own], start, known, read, sort, listed=listed)
                works.append(_rated(found, rating_above(start.at, grouped)))
        except ReviewError:
            short += lines[start.at : stop]
    if len(works) < 2:
        return read(lines, known)
    above = [(line, head_meaning(line.text)) for line in lines[:first]]
    spoken = "" if all(found.review.language for found in works) else language(" ".join(line.text for line in lines))
    works = [_shared(found, known, above, spoken) for found in works]
    everything = [*known.places, *lines]
    works = [replace(found, review=replaced(found.review, everything)) for found in works]
    spare = [
        *known.left_out,
        *(LeftOut(line=line.number, text=line.text, reason=said.value or _ABOVE) for line, said in above if _is_spare(said)),
        *(LeftOut(line=line.number, text=line.text, reason=_SHORT) for line in short),
        *(LeftOut(line=line.number, text=line.text, reason=_BETWEEN) for line in between),
    ]
    review = works[0].review
    left_out = tuple(sorted((*review.left_out, *spare), key=lambda item: item.line))
    findings = (*known.findings, *works[0].findings)
    return replace(works[0], review=replace(review, left_out=left_out), findings=findings, others=tuple(works[1:]))


def _work(lines: list[Line], start: Start, known: Known, read: Read, sort: str, *, listed: bool) -> Found:
    """One of several works, from the lines under its title, its facts first; of the page's facts only the language is its own.

    ``sort`` is the kind of all of them together, for one whose own words do not tell; in a list that is ``listed`` by numbers
    a title's own is none of it.
    """
    title = bare(unnumbered(start.title) if listed else start.title)
    one = made(title) if start.made else None
    title = one.work if one and one.how != "dash" else title
    found = read(
        lines,
        Known(
            title=title,
            date=start.date,
            language=known.language,
            kind=known.kind,
            hints=known.hints,
            aliases=known.aliases,
            brief="facts" in start.shows,
        ),
    )
    review = found.review
    parts = (parts_of(one, review.kind or sort, known.emphasised) if one else None) or title_parts(title, review.kind or sort)
    known_facts = {field: value for field, value in parts.facts if not getattr(review.facts, field)}
    found = replace(
        found,
        review=replace(
            review,
            title=parts.title or title,
            kind=review.kind or sort,
            credits=merged([*parts.credits, *review.credits]),
            facts=replace(review.facts, **known_facts),
        ),
    )
    year = _YEAR.search(start.title)
    if year and not found.review.facts.year:
        facts = replace(found.review.facts, year=year[1])
        found = replace(found, review=replace(found.review, facts=facts))
    return found


def _rated(found: Found, said: Rating | None) -> Found:
    """A work with the rating of its group, where it has none of its own."""
    if said is None or found.review.rating:
        return found
    return replace(found, review=replace(found.review, rating=(said,)))


def _heads_next(line: Line) -> bool:
    """A short line at the end of a review that says nothing of it, such as the rubric of the next one."""
    return is_heading_like(line) and not is_sentence(line) and line.words <= _RUBRIC and head_meaning(line.text).what == "text"


def _view(lines: list[Line], start: Start, known: Known, before: list[Found], read: Read) -> Found:
    """One of several reviews of the same work: the first is read with the page's head, the others take the work from it."""
    if not before:
        return read(lines, replace(known, reviewer="", left_out=(), findings=()))
    first = before[0].review
    told = Known(title=first.title, language=known.language, kind=first.kind, aliases=known.aliases)
    found = read(lines[1:] if start.title else lines, told)
    own = found.review
    review = replace(
        own,
        headline=first.headline,
        credits=own.credits or first.credits,
        cast=own.cast or first.cast,
        facts=first.facts,
    )
    return replace(found, review=review)


def _shared(found: Found, known: Known, above: list[tuple[Line, Meaning]], spoken: str) -> Found:
    """A review with the page's by-line, date and headline, and the language ``spoken`` on it, where it has none of its own."""
    review = found.review
    byline = next((said.value for _, said in above if said.what == "byline"), known.reviewer)
    date = next((said.value for _, said in above if said.what == "date"), known.date)
    return replace(
        found,
        review=replace(
            review,
            reviewer=review.reviewer or byline,
            date=review.date or date,
            headline=review.headline or (known.headline if known.headline != review.title else ""),
            language=review.language or spoken,
        ),
    )


def _is_spare(said: Meaning) -> bool:
    return said.what not in {"byline", "date"}
