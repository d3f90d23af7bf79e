"""Which sentences a producer's marks stand on, found by their words: a script is cleaned and split in its own way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

from segment.model.review import Mark
from segment.script.plain import plain

_MOST = 1000
"""Marks that are looked for; a review with more is no review."""
_LONG = 12
"""Letters from which words are found inside sentences too, and not only as whole ones."""

Wanted = tuple[tuple[str, str], ...]
"""Names of marks, each with the letters of the text it stands on."""


def wanted(marks: Iterable[Mark]) -> Wanted:
    """The marks of a review, made ready to look for."""
    found = ((mark.mark, _letters(plain(mark.text))) for mark in tuple(marks)[:_MOST])
    return tuple((name, letters) for name, letters in found if letters)


def marks_on(sentences: Sequence[str], marks: Wanted) -> tuple[frozenset[str], ...]:
    """For each sentence of a paragraph the names of the marks on it, or on the paragraph."""
    if not marks:
        return (frozenset(),) * len(sentences)
    letters = [_letters(sentence) for sentence in sentences]
    ends = list(accumulate(map(len, letters)))
    starts = [0, *ends][:-1]
    whole = "".join(letters)
    on: list[set[str]] = [set() for _ in sentences]
    for name, text in marks:
        exact = (start for start in starts if start + len(text) in ends and whole.startswith(text, start))
        at = next(exact, whole.find(text) if len(text) >= _LONG else -1)
        if at < 0:
            continue
        for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if 2 * (min(end, at + len(text)) - max(start, at)) > end - start:
                on[place].add(name)
    return tuple(map(frozenset, on))


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
