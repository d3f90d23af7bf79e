"""Keeping a producer's marks when the page is read again: by the words they stand on, whatever became of quotes and spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec.structs import replace

from segment.model.review import Mark, Review, Section
from segment.review.marking.placing import MOST_CHARACTERS, ordered
from segment.review.notes.marks import lost_marks
from segment.sentences import sentences


def carried(review: Review, marks: Sequence[Mark]) -> Review:
    """The review with marks that were made on an earlier reading of its page.

    A marked paragraph that is there in pieces has its sentences marked. What stands nowhere any more keeps its old text: it is
    written on, and a note lists it.
    """
    if not marks:
        return review
    there = _by_words(review.sections)
    found = [new for mark in marks for new in _found(mark, there)]
    made = replace(review, marks=ordered((*review.marks, *found), review.sections))
    return replace(made, findings=(*made.findings, *lost_marks(made)))


def _found(mark: Mark, there: dict[str, str]) -> list[Mark]:
    if (text := there.get(_words(mark.text))) is not None:
        return [Mark(mark=mark.mark, text=text)]
    parts = [(sentence, there.get(_words(sentence))) for sentence in sentences(mark.text)]
    if not any(text for _, text in parts):
        return [mark]
    return [Mark(mark=mark.mark, text=text or sentence) for sentence, text in parts]


def _by_words(sections: Sequence[Section]) -> dict[str, str]:
    """Every paragraph and sentence by its words; a paragraph before its sentences, the first of equals."""
    there: dict[str, str] = {}
    for section in sections:
        for paragraph in section.paragraphs:
            said = sentences(paragraph) if len(paragraph) <= MOST_CHARACTERS else ()
            for text in (paragraph, *said):
                there.setdefault(_words(text), text)
    return there


def _words(text: str) -> str:
    """The letters and figures of a text; the text itself when it has none."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum()) or text
