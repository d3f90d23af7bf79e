"""Whether "author" in front matter is the work's author or the page's: who is spoken of in a review did not write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segment.review.layout.line import Line, is_prose

_LEADS = ("by", "par", "de", "d'", "d’", "von", "di")
_BIO = re.compile(r"\s?(?:is|was|writes|has written|est|écrit|ist|schreibt)\s(?:an?|for|at|the|un|une|pour|ein|eine|für)\b")
"""What follows a critic's name in the lines on himself below a review."""
_WORK_OF = re.compile(
    r"\b(?:book|novel|memoir|essays?|stories|poems|livre|roman|ouvrage|essai|récit|recueil|buch|libro|novela|romanzo)\s"
    r"(?:\w{1,12}\s)?(?:by |par |de |d['’]|von |di )$",
    re.IGNORECASE,
)
"""What makes the name behind it that of a work's author."""
_BEFORE = 40
_SAYS = re.compile(r"\s?(?::|\()")
"""A name before a colon says who speaks, with brackets behind it who sings."""


def wrote_the_work(name: str, standfirst: str, lines: Sequence[Line]) -> bool:
    """Whether a page whose front matter gives ``name`` as its author reviews a work by that person.

    Its summary says "by" and the name, or a paragraph speaks of the person by the full name: not in the last one, where a
    critic may be introduced.
    """
    if " " not in name:
        return False
    if any(f"{lead} {name}" in standfirst or (lead[-1] in "'’" and lead + name in standfirst) for lead in _LEADS):
        return True
    prose = [line.text for line in lines if is_prose(line)][:-1]
    return any(_speaks_of(name, text) for text in prose)


def _speaks_of(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[:at].split()[-1:], text[at + len(name) :]
        whole = not after[:1].isalnum() and (at == 0 or not text[at - 1].isalnum())
        if whole and _WORK_OF.search(text[max(0, at - _BEFORE) : at]):
            return True
        if whole and not (_BIO.match(after) or _SAYS.match(after) or (before and before[0].casefold() in _LEADS)):
            return True
        at = text.find(name, at + 1)
    return False
