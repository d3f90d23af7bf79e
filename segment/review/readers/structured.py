"""The structured form as Markdown: our front matter, sections as headings, nothing guessed."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.length import refuse_long
from segment.review.layout.origins import written_origins
from segment.review.markdown.front_matter import front_matter
from segment.review.markdown.structured_body import nearly_marks, structured_body
from segment.review.marking.placing import ordered
from segment.review.settled import settled
from segment.review.shape import review_from
from segment.review.writing import FORM

_LOOK = 4000


class Structured:
    """Reads ``review.md`` as :func:`segment.review.writing.to_markdown` writes it, also after a person edited it."""

    def recognises(self, text: str) -> bool:
        """Front matter whose ``form`` is ours."""
        if not text.startswith("---"):
            return False
        said = (line.partition(":") for line in text[:_LOOK].split("\n"))
        return any(key.strip() == "form" and value.strip(" \t'\"") == FORM for key, _, value in said)

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review as it was written."""
        front = front_matter(text, name=name)
        entries = front.entries if front else {}
        data = {key: _numbers(key, entry.value) for key, entry in entries.items() if key != "form"}
        for key in ("credits", "cast", "rating"):
            data[key] = data.get(key) or []
        review = settled(review_from(data, name=name))
        refuse_long((front.body if front else text).count("\n\n"), name=name)
        body = structured_body(front.body if front else text, front.first_line if front else 1)
        marks = ordered((*body.marks, *review.marks), body.sections)
        made = replace(review, sections=body.sections, marks=marks, source=review.source or name)
        made = replace(made, origins=written_origins(made, text))
        return Found(review=made, lines=body.lines, findings=tuple(nearly_marks(body.nearly, name=name)))


def _numbers(key: str, value: Any) -> Any:
    """Front matter comes as text; the two numbers of a rating are numbers."""
    if key != "rating" or not isinstance(value, list):
        return value
    return [
        {field: _number(item) if field in {"value", "scale"} else item for field, item in rating.items()}
        if isinstance(rating, dict)
        else rating
        for rating in value
    ]


def _number(text: Any) -> Any:
    if text in ("", "null", "~"):
        return None
    try:
        return float(text)
    except (TypeError, ValueError):
        return text
