"""RV023: somebody whom the text says to play a part and whom the cast does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segment.model.finding import Finding
from segment.review.facts.names import is_name
from segment.review.found import Found
from segment.review.notes.place import paragraphs

_NAME = r"([^\W\d_a-zß-öø-ÿ][\w’'.-]{1,30}(?:\s[^\W\d_a-zß-öø-ÿ][\w’'.-]{1,30}){1,3})"
_PLAYS = re.compile(rf"{_NAME}\s(?:plays|portrays|stars as|co-stars as|joue|incarne|interprète|campe)\s")
_IN_BRACKETS = re.compile(rf"[^\W\d_a-zß-öø-ÿ](?=[\w’'-]{{0,30}}[a-zß-öø-ÿ])[\w’'-]{{1,30}}\s\({_NAME}\)")
_MOST_CHARACTERS = 300_000
_MOST_NOTES = 8


def not_cast(found: Found) -> Iterator[Finding]:
    """One note for each such person; where there is no cast at all, that is said once elsewhere."""
    review = found.review
    if not review.cast:
        return
    known = " ".join([*(member.actor for member in review.cast), *(credit.name for credit in review.credits), review.reviewer])
    words = {word.casefold() for word in known.replace("’", "'").split()}
    seen: set[str] = set()
    left = _MOST_CHARACTERS
    for text, where in paragraphs(found):
        left -= len(text)
        if left < 0 or len(seen) >= _MOST_NOTES:
            return
        for match in (*_PLAYS.finditer(text), *_IN_BRACKETS.finditer(text)):
            name = match[1].strip(" .,")
            last = name.split()[-1].casefold().replace("’", "'").removesuffix("'s")
            if name in seen or last in words or not is_name(name) or name in review.title:
                continue
            seen.add(name)
            yield Finding(
                code="RV023",
                level="info",
                message=f"The text has {name} play a part, and the cast does not name {name}.",
                hint="Put the cast right in the structured form if somebody is missing.",
                where=where,
            )
