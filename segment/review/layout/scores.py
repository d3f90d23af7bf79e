"""``The Lake Dog: 8/10`` rates the work, ``Ann Roe: 8/10`` says who rates it, anything else before a score is a part.

Of several names with a score the one who signs the page rates; where none does, nobody is guessed.
"""

from __future__ import annotations

from msgspec.structs import replace

from segment.review.facts.names import is_name
from segment.review.layout.line import Line
from segment.review.layout.meaning import Meaning

SOMEBODYS = "the score of somebody who does not sign the page"
_OTHER = "a score of something else than the work"


def scores_told(pairs: list[tuple[Line, Meaning]], titles: tuple[str, ...]) -> list[tuple[Line, Meaning]]:
    """The lines of a page with each score understood, now that the work's title is known; ``titles`` has its headline too."""
    known = [_folded(title) for title in titles if title]
    signed = any(found.what == "byline" for _, found in pairs)
    scored = [found for _, found in pairs if found.what == "scored"]
    people = [found for found in scored if not _is_title(found.value, known) and _is_person(found.value)]
    critic = people[0] if len(people) == 1 and not signed else None
    signers = {found.value.casefold() for _, found in pairs if found.what == "byline"}

    def told(found: Meaning) -> Meaning:
        if _is_title(found.value, known) or found.value.casefold() in signers:
            return replace(found, what="rating", value="")
        if found is critic:
            return replace(found, what="byline")
        return Meaning(what="furniture", value=SOMEBODYS if _is_person(found.value) else _OTHER)

    return [(line, told(found) if found.what == "scored" else found) for line, found in pairs]


def _is_person(label: str) -> bool:
    return " " in label and is_name(label)


def _is_title(label: str, known: list[str]) -> bool:
    return any(_folded(label) in title for title in known)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
