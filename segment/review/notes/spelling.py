"""RV021: a name of the credits, the cast or the by-line that the text spells another way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from segment.model.finding import Finding
from segment.review.found import Found
from segment.review.notes.place import paragraphs

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MOST_CHARACTERS = 300_000
_MOST_PEOPLE = 60
_SHORTEST = 6
"""Letters of a word in which one wrong letter is a slip and not another name."""
_LONG = 8
"""Letters of a word in which two are."""


def two_spellings(found: Found) -> Iterator[Finding]:
    """A note for each person whose last name, or a full name's word, stands in the text with another letter or accent."""
    review = found.review
    names = [credit.name for credit in review.credits] + [member.actor for member in review.cast]
    parts = [member.role for member in review.cast]
    known = {word for name in [*names, *parts, review.title, review.reviewer] for word in _CAPITAL.findall(name)}
    wanted = [(name, name.split()[-1]) for name in dict.fromkeys(names[:_MOST_PEOPLE]) if len(name.split()) > 1]
    folded = {word: _folded(word) for _, word in wanted if len(word) >= _SHORTEST}
    left = _MOST_CHARACTERS
    seen: set[str] = set()
    for text, where in paragraphs(found):
        left -= len(text)
        if left < 0:
            return
        for word in dict.fromkeys(_CAPITAL.findall(text)):
            bare = re.sub(r"['’]s?$", "", word)
            if bare in seen or bare in known or len(bare) < _SHORTEST - 1:
                continue
            seen.add(bare)
            said = next((name for name, last in wanted if last in folded and _slip(bare, last, folded[last])), None)
            if said:
                yield Finding(
                    code="RV021",
                    level="warning",
                    message=f"A name is spelt two ways: “{said}” above the text and “{bare}” in it.",
                    hint="Ask the critic which is right, and put it right in the structured form.",
                    where=where,
                )


def _slip(word: str, name: str, name_folded: str) -> bool:
    """Whether a word of the text is the name with a slip in it, and no form of it such as a plural."""
    if word == name or word[0].casefold() != name[0].casefold():
        return False
    other = _folded(word)
    if other == name_folded:
        return word.casefold() != name.casefold()
    if other.startswith(name_folded) or other + "s" == name_folded:
        return False
    return _within(other, name_folded, 2 if min(len(other), len(name_folded)) >= _LONG else 1)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold().replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _within(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters need to be put in, taken out, changed or swapped."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, start=1):
        above, before_above = row, before
        row = [i]
        for j, their in enumerate(other, start=1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (char != their))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == their:
                cost = min(cost, before_above[j - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > most:
            return False
    return row[-1] <= most
