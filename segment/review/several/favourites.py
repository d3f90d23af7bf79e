"""A list under a headline that says what it lists, such as "Favourite games of 2025": each heading over text is a work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segment.review.layout.headings import is_part
from segment.review.layout.line import Line
from segment.review.several.signs import Seen

_SORTS = (
    r"(?:films?|movies|books|albums|records|games|plays|shows|exhibitions|restaurants|reads|lps|eps|livres|lectures|disques|jeux|romans"
    r"|spectacles|expos|bds?|bücher|filme|spiele|alben|libros|películas|juegos|discos)"
)
_PRAISE = (
    r"(?:favou?rite|best|top(?: \d{1,3})?|my \d{1,3}|\d{1,3} (?:best|great(?:est)?)|préférée?s|meilleure?s|beste[nr]?|mejores"
    r"|migliori)"
)
_TAKEN = r"(?:\w{1,12}\s){0,3}(?:i|we)\s(?:read|played|watched|saw|heard|loved|liked)"
_HEADLINE = re.compile(
    rf"\b{_PRAISE}\b(?:\s\w{{1,15}}){{0,3}}\s{_SORTS}\b"
    rf"|\b{_SORTS}\s(?:{_TAKEN}|préférée?s|of (?:the year|\d{{4}})|de l['’]année)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_FEWEST_WORDS = 15
_SHARE = 2 / 3
_LONGEST = 200


def favourite_places(lines: Sequence[Line], signs: Sequence[Seen], headline: str) -> tuple[int, ...]:
    """The headings of such a list; none where fewer than two thirds of those over text are spoken of in the text under them.

    "Story", "Sound" and "Verdict" are parts of one review, whatever the headline counts.
    """
    if len(headline) > _LONGEST or not _HEADLINE.search(headline):
        return ()
    stop = next((at for at, sign in enumerate(signs) if sign.sign == "stop" and at), len(lines))
    heads = [at for at in range(stop) if lines[at].heading]
    texts = {
        at: [lines[n] for n in range(at + 1, end) if signs[n].sign in {"prose", "text"}]
        for at, end in zip(heads, [*heads[1:], stop], strict=False)
    }
    found = [at for at in heads if sum(line.words for line in texts[at]) >= _FEWEST_WORDS and not is_part(lines[at].text)]
    spoken = sum(any(_first(lines[at].text) in line.text for line in texts[at]) for at in found)
    titles = {lines[at].text.casefold() for at in found}
    # A heading of a part among them, and the page may be about one work after all.
    parts = sum(is_part(lines[at].text) for at in heads)
    return tuple(found) if len(titles) == len(found) >= _FEWEST and not parts and spoken >= _SHARE * len(found) else ()


def _first(title: str) -> str:
    """What a text calls a work by: its title up to a colon."""
    return title.partition(":")[0].strip(" ?!.")
