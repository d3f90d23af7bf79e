"""The line right under a title that says who made the work: "by Ann Roe", "de Jo Poe". It is no by-line.

A critic's by-line begins with a capital, or stands by itself; a maker's line stands among the work's other facts, or beside a
by-line that says "reviewed by".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from segment.model.review import Credit
from segment.review.facts.byline import byline
from segment.review.facts.names import is_name
from segment.review.layout.line import Line, is_prose
from segment.review.layout.meaning import Meaning

_BY = re.compile(r"(?:by|de|De|d['’])\s?([^,]{3,60}?)(?:, ?((?:19|20)\d\d),?)?")
_PAGE_AUTHOR = ("author:", "auteur:", "auteur :")
_SITE = "the site's name for its author"
_REACH = 4
_ROLES = {"film": "director", "opera": "composer", "album": "performer", "concert": "performer", "game": "developer"}
"""What "by" means under the title of a work that has no author."""

Pairs = list[tuple[Line, Meaning]]


def makers_told(pairs: Pairs, page: Sequence[Line]) -> Pairs:
    """The lines of a head with each maker's line as a credit; its role is "author" until the kind is known.

    ``page`` is every line of the page: a critic may sign below the text.
    """
    signed = {name for line in page if (name := byline(line.text))}
    told = list(pairs)
    if pairs and pairs[0][0].text.casefold().startswith(_PAGE_AUTHOR) and pairs[0][1].what == "credits":
        # Above everything else "Author:" is the page's.
        name = pairs[0][0].text.partition(":")[2].strip()
        person = is_name(name) and " " in name
        told[0] = (pairs[0][0], Meaning(what="byline", value=name) if person else Meaning(what="furniture", value=_SITE))
    for at, (line, found) in enumerate(pairs):
        match = _BY.fullmatch(line.text) if found.what in {"byline", "text"} else None
        # Whom another line names as the critic made nothing.
        if match is None or not is_name(match[1]) or " " not in match[1] or byline(line.text) or match[1].strip() in signed:
            continue
        if not signed and at + 1 < len(pairs) and pairs[at + 1][1].what == "date":
            continue
        with_facts = bool(match[2]) or any(below.what in {"credits", "facts"} for _, below in pairs[at + 1 : at + 1 + _REACH])
        # Above the first line of one of several works stands its title.
        under_title = at == 0 or (pairs[at - 1][1].what == "text" and not is_prose(pairs[at - 1][0]))
        if (with_facts and (under_title or line.text[0] == "D")) or (signed and under_title):
            credit = Credit(name=match[1].strip(), as_given=line.text, roles=("author",))
            facts = (("year", match[2]),) if match[2] else ()
            told[at] = (line, Meaning(what="credits", credits=(credit,), facts=facts))
    return told


def made_for(people: tuple[Credit, ...], kind: str) -> tuple[Credit, ...]:
    """The credits with the role that "by" has for this kind of work."""
    sung = any("conductor" in credit.roles or "librettist" in credit.roles for credit in people)
    role = "composer" if sung else _ROLES.get(kind)
    told = (replace(credit, roles=(role,)) if role and is_loose(credit) else credit for credit in people)
    # "de" leads to a film's director as well as to a book's author: where the kind is not known nobody can say which.
    return tuple(credit for credit in told if kind or not (is_loose(credit) and credit.as_given[:1] in "dD"))


def is_loose(credit: Credit) -> bool:
    """Whether a credit is a maker's line, whose role hangs on the kind of work."""
    return credit.roles == ("author",) and _BY.fullmatch(credit.as_given) is not None
