"""From the lines of a page to a review: what every line is, and nothing lost without a word."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import ReviewError, Where
from segment.model.finding import Finding
from segment.model.review import LeftOut, Review
from segment.review.facts.byline import byline, reviews_line, writer_line
from segment.review.facts.credit_line import merged
from segment.review.facts.kind import is_kind, kind
from segment.review.facts.language import language
from segment.review.facts.names import is_name, names_of
from segment.review.facts.rating_ends import leading_rating, trailing_rating
from segment.review.facts.signature import dashed_name, names_a_house
from segment.review.found import Found
from segment.review.layout.conflicts import conflicts
from segment.review.layout.extent import Head, signs
from segment.review.layout.gathering import facts_of, ratings_of
from segment.review.layout.known import Known
from segment.review.layout.line import Line, is_prose
from segment.review.layout.makers import is_loose, made_for, makers_told
from segment.review.layout.meaning import TEXT, Meaning, head_meaning, meaning
from segment.review.layout.naming import named
from segment.review.layout.origins import origins
from segment.review.layout.scores import scores_told
from segment.review.layout.sections import sections
from segment.review.layout.title_parts import boxed
from segment.review.layout.titles import Titled

_AFTER = "comes after the last paragraph of the review"
_NO_FIELD = "a fact a review has no field for"
_ABOVE = "a short line above the review that is not its title"
_STANDFIRST = "stands above the by-line, as a standfirst does"
_ELSEWHERE = Meaning(what="furniture", value="the by-line of another page")
_EITHER = Meaning(what="furniture", value="one of two names above the day, of which nothing says that it is the critic's")
_LEADS = frozenset({"by", "par", "de", "von", "starring", "with", "avec"})
"""What leads to the names in a line of credits below the text."""
_MADE_IN = re.compile(r"[(\[](?P<who>[^()\[\]]{3,80}), ?(?:18|19|20)\d\d[)\]]$")
_FEWEST_WORDS = 25
_FEWEST_BRIEF = 3
_TAIL_WORDS = 40
_SPOKEN = 50_000
"""So many characters of the text are looked through for a name."""


class Page(Struct, frozen=True, kw_only=True):
    """A page cut in three: head, text and what follows it."""

    name: str
    """The file as the user gave it."""
    lines: list[Line]
    head: Head
    end: int
    """Index after the last line of the text."""
    strays: frozenset[int] = frozenset()
    """Indices into the text's own lines, once facts and furniture are taken out, that are no text."""
    known: Known = Known()


class Sorted(Struct, frozen=True, kw_only=True):
    """Lines with a meaning of their own, each with the line it stands on."""

    meanings: tuple[tuple[Line, Meaning], ...]

    def facts(self, what: str) -> list[Meaning]:
        """The meanings of one sort, in the page's order."""
        return [found for _, found in self.meanings if found.what == what]

    def left_out(self) -> list[LeftOut]:
        """The lines that say nothing about the review, and what a line of facts says that a review has no field for."""
        return [
            LeftOut(line=line.number, text=found.value, reason=_NO_FIELD)
            if found.what == "facts"
            else LeftOut(line=line.number, text=line.text, reason=found.value)
            for line, found in self.meanings
            if found.what in {"furniture", "stop"} or (found.what == "facts" and found.value)
        ]


def text_lines(lines: list[Line]) -> tuple[list[Line], list[tuple[Line, Meaning]]]:
    """The text of a stretch of lines, and the lines in it that are facts or furniture, a rating at a paragraph's ends too."""
    text: list[Line] = []
    others: list[tuple[Line, Meaning]] = []
    for line in lines:
        found = meaning(line.text)
        if found.what != "text":
            others.append((line, found))
            continue
        # A star before a heading's words is an ornament.
        stars = (None if line.heading else leading_rating(line.text)) or trailing_rating(line.text)
        if stars:
            others.append((line, Meaning(what="rating", rating=(stars[0],))))
        text.append(replace(line, text=stars[1]) if stars else line)
    return text, others


def assembled(page: Page) -> Found:
    """The review on a page.

    Raises ReviewError when there is no text in it.
    """
    lines, start = page.lines, page.head.start
    body, inside = text_lines(lines[start : page.end])
    written = sections(body, page.strays)
    words = sum(len(paragraph.split()) for section in written.sections for paragraph in section.paragraphs)
    if words < (_FEWEST_BRIEF if page.known.brief else _FEWEST_WORDS):
        raise ReviewError(
            "There is no review in this page: it has no paragraphs, only short lines.",
            where=Where(file=page.name),
            hint="Save the page as text again, or copy the review from the browser and paste it into a file.",
        )
    head = _head_meanings(page)
    after = _foot(lines[page.end :])
    everything = Sorted(meanings=(*head, *inside, *after))
    text = "\n".join(paragraph for section in written.sections for paragraph in section.paragraphs)
    known = page.known
    people = merged([*known.credits, *(credit for _, found in everything.meanings for credit in found.credits)])
    cast = tuple(dict.fromkeys([*known.cast, *(member for found in everything.facts("credits") for member in found.cast)]))
    facts = facts_of(known.facts, (said for _, found in everything.meanings for said in found.facts), written.sections)
    shown = tuple(credit for credit in people if not is_loose(credit))
    sort = known.kind or kind(text, (*known.hints, *_said_kinds(head)), shown, cast, facts)
    title, parts = named(
        page.lines,
        tuple(found for _, found in _head_meanings(page)),
        page.known,
        text=text,
        sort=sort,
        said=next((found.value for found in everything.facts("title")), ""),
    )
    everything = Sorted(meanings=tuple(scores_told(list(everything.meanings), (title.title, title.headline, title.whole))))
    facts = facts_of(facts, parts.facts, ())
    people = merged([*people, *(credit for credit in parts.credits if credit.name not in {known.name for known in people})])
    bylines = _fuller(list(dict.fromkeys(found.value for found in everything.facts("byline"))))
    reviewer = known.reviewer or next(iter(bylines), "") or reviews_line(title.headline) or reviews_line(known.standfirst)
    unused = [
        LeftOut(line=line.number, text=line.text, reason=_STANDFIRST if is_prose(line) else _ABOVE)
        for at, (line, found) in enumerate(head)
        if found.what == "text" and at not in title.used
    ]
    left_out = sorted([*known.left_out, *everything.left_out(), *unused, *written.left_out], key=lambda item: item.line)
    review = Review(
        title=title.title,
        headline=title.headline,
        kind=sort,
        reviewer=reviewer,
        date=known.date or _date(everything),
        language=known.language or language(text),
        credits=made_for(people, sort),
        cast=cast,
        sections=written.sections,
        rating=ratings_of(
            [*known.rating, *parts.rating, *(said for _, found in everything.meanings for said in found.rating)],
            written.sections,
        ),
        facts=facts,
        source=page.name,
        left_out=tuple(left_out),
    )
    places = origins(review, said=everything.meanings, given=known.places, text=[*lines[start : page.end], *_used(page, title)])
    review = replace(review, origins=places)
    notes = [*known.findings, *conflicts(everything.meanings, page.name), *_notes(page, everything, bylines, after)]
    notes += _unplaced_makers(title.whole or title.headline, {*(credit.name for credit in people), review.reviewer}, page.name)
    return Found(review=review, lines=written.lines, findings=tuple(notes))


def _date(everything: Sorted) -> str:
    """The day on a line of its own, else the one beside a by-line."""
    said = [*(found.value for found in everything.facts("date")), *(found.date for found in everything.facts("byline"))]
    return next(filter(None, said), "")


def _fuller(names: list[str]) -> list[str]:
    """The by-lines without a first name that another gives in full: ``Ann`` above the text, ``Ann Roe`` below it."""
    return [name for name in names if not any(other.startswith(f"{name} ") for other in names)]


def _used(page: Page, title: Titled) -> list[Line]:
    """The lines of the head that title and headline were taken from."""
    return [page.lines[at] for at in sorted(title.used) if at < len(page.lines)]


def _said_kinds(head: list[tuple[Line, Meaning]]) -> list[str]:
    """``Film review`` out of lines such as ``Film review by Ann Roe`` and ``Film review: The Lake Dog``."""
    said: list[str] = []
    for line, _ in head:
        words = line.text.casefold().replace(":", " ").split()[:4]
        at = next((at for at, word in enumerate(words) if word in {"review", "reviews"} and at), 0)
        said.extend(word for word in (" ".join(words[:at]), *words[at - 1 : at]) if at and is_kind(word))
        said.extend(words[1:2] if words[:1] == ["critique"] and is_kind(" ".join(words[1:2])) else [])
    return said


def _head_meanings(page: Page) -> list[tuple[Line, Meaning]]:
    """The head's lines; "Written by" is the by-line where nothing else is and no other credit stands there."""
    pairs = list(zip(page.lines, page.head.meanings[: page.head.start], strict=False))
    bylines = sum(found.what == "byline" for _, found in pairs)
    # "(Quay Records)" looks like "(Ann Roe)", who is the critic where no other line names one.
    pairs = [(line, TEXT if found.what == "byline" and bylines > 1 and boxed(line.text) else found) for line, found in pairs]
    makers = [at for at, (_, found) in enumerate(pairs) if found.what == "credits"]
    named = page.known.reviewer or any(found.what == "byline" for _, found in pairs)
    if len(makers) == 1 and not named and (name := writer_line(pairs[makers[0]][0].text)):
        pairs[makers[0]] = (pairs[makers[0]][0], Meaning(what="byline", value=name))
    text = "\n".join(line.text for line in page.lines[page.head.start : page.end])[:_SPOKEN].casefold()
    return _nearest_signed(_named_over_day(makers_told(pairs, page.lines), page.known.headline, text))


def _named_over_day(pairs: list[tuple[Line, Meaning]], headline: str, text: str) -> list[tuple[Line, Meaning]]:
    """Where nobody signs, a full name right above the day does, if something else is there to be the title.

    Who is spoken of in the ``text``, in lower case, did not write it: a work may be called by a person's name.
    """
    if any(found.what == "byline" for _, found in pairs):
        return pairs
    titled = bool(headline)
    for at, (line, found) in enumerate(pairs[:-1]):
        day = pairs[at + 1][1]
        dated = titled and found.what == "text" and day.what == "date"
        if dated and " " in line.text and is_name(line.text) and not names_a_house(line.text) and _unsaid(line, text):
            above = pairs[at - 1] if at else pairs[at]
            if at and above[1].what == "text" and " " in above[0].text and is_name(above[0].text) and _unsaid(above[0], text):
                return [*pairs[: at - 1], (above[0], _EITHER), (line, _EITHER), *pairs[at + 1 :]]
            return [*pairs[:at], (line, Meaning(what="byline", value=line.text)), *pairs[at + 1 :]]
        titled = titled or (found.what == "text" and not is_prose(line))
    return pairs


def _unsaid(line: Line, text: str) -> bool:
    return line.text.casefold() not in text


def _nearest_signed(pairs: list[tuple[Line, Meaning]]) -> list[tuple[Line, Meaning]]:
    """Of by-lines with other lines between them the page's are those that say "review", or else the last."""
    groups: list[list[int]] = []
    between = True
    for at, (_, found) in enumerate(pairs):
        if found.what == "byline":
            groups = [*groups, [at]] if between else [*groups[:-1], [*groups[-1], at]]
            between = False
        between = between or found.what == "text"
    sure = [group for group in groups if any(byline(pairs[at][0].text) for at in group)]
    others = {at for group in groups if group is not (sure or groups)[-1] for at in group}
    return [(line, _ELSEWHERE if at in others else found) for at, (line, found) in enumerate(pairs)]


def _foot(lines: list[Line]) -> list[tuple[Line, Meaning]]:
    """The lines below the text: facts, credits and a by-line among them, down to what is another page's."""
    told: list[tuple[Line, Meaning]] = []
    ended = stopped = False
    for line in lines:
        found = meaning(line.text) if ended else head_meaning(line.text)
        stopped = stopped or found.what == "stop"
        ended = ended or stopped or (found.what == "text" and is_prose(line))
        loose = found.what == "credits" and meaning(line.text).what == "text" and not _LEADS & set(line.text.casefold().split())
        if not ended and signs(line):
            found = Meaning(what="byline", value=writer_line(line.text))
        elif not ended and found.what == "text" and (name := dashed_name(line.text)):
            found = Meaning(what="byline", value=name)
        # Below "About the author" stands what he is, below "Related" what others wrote.
        loose = loose or (stopped and found.what in {"credits", "scored", "rating", "byline"})
        if found.what in {"text", "date"} or loose:
            found = Meaning(what="furniture", value=_AFTER)
        told.append((line, found))
    return told


def _unplaced_makers(whole: str, placed: set[str], name: str) -> list[Finding]:
    """``The Lake Dog (Ann Roe, 2019)``: of whom it is said that they made it, and not how."""
    match = _MADE_IN.search(whole[:_SPOKEN])
    names = [who for who in names_of(match["who"]) if " " in who and is_name(who)] if match else []
    if not names or set(names) <= placed:
        return []
    message = f"No role is said for the names in “{whole}”; they are in neither the credits nor the cast."
    hint = "If they made the work or play in it, give them in the structured form."
    return [Finding(code="RV045", level="info", message=message, hint=hint, where=Where(file=name))]


def _notes(page: Page, everything: Sorted, bylines: list[str], after: list[tuple[Line, Meaning]]) -> list[Finding]:
    notes = []
    if len(bylines) > 1:
        others = ", ".join(bylines[1:])
        notes.append(
            Finding(
                code="RV016",
                level="warning",
                message=f"The page has more than one by-line: {bylines[0]} was taken, not {others}.",
                where=Where(file=page.name),
            )
        )
    notes.extend(
        Finding(
            code="RV040",
            level="warning",
            message=f"Part of this line was not understood as names: {found.unread}.",
            hint="Put the cast right in the structured form if somebody is missing.",
            where=Where(file=page.name, line=line.number),
        )
        for line, found in everything.meanings
        if found.unread
    )
    tail = [line for line, _ in after if is_prose(line)]
    if sum(line.words for line in tail) >= _TAIL_WORDS:
        notes.append(
            Finding(
                code="RV042",
                level="warning",
                message=f"{sum(line.words for line in tail)} words after the review's end were left out.",
                hint="If they belong to the review, take out the site's lines above them.",
                where=Where(file=page.name, line=tail[0].number),
            )
        )
    return notes
