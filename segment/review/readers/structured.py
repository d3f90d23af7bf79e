"""The structured form as Markdown: our front matter, sections as headings, nothing guessed."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from segment.model.review import Section
from segment.review.found import Found, Given
from segment.review.layout.line import clean
from segment.review.markdown.front_matter import front_matter
from segment.review.markdown.inline import plain
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

    def read(self, text: str, *, name: str, given: Given = Given()) -> Found:
        """The review as it was written."""
        front = front_matter(text, name=name)
        entries = front.entries if front else {}
        data = {key: _numbers(key, entry.value) for key, entry in entries.items() if key != "form"}
        for key in ("credits", "cast", "rating"):
            data[key] = data.get(key) or []
        review = settled(review_from(data, name=name))
        written, lines = _sections(front.body if front else text, front.first_line if front else 1)
        return Found(review=replace(review, sections=written, source=review.source or name), lines=lines)


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


def _sections(body: str, first_line: int) -> tuple[tuple[Section, ...], tuple[tuple[int, ...], ...]]:
    """A line that begins with ``#`` is a heading; other lines up to a blank one are a paragraph."""
    sections: list[tuple[str, list[str], list[int]]] = []
    run: list[str] = []
    start = 0

    def close() -> None:
        text = clean(plain(" ".join(run)).text)
        run.clear()
        if text:
            if not sections:
                sections.append(("", [], []))
            sections[-1][1].append(text)
            sections[-1][2].append(start)

    for number, raw in enumerate(body.split("\n"), start=first_line):
        line = raw.strip(" \t")
        if line.startswith("#"):
            close()
            sections.append((clean(plain(line.lstrip("#").strip(" \t")).text), [], []))
        elif not line:
            close()
        else:
            start = start if run else number
            run.append(line)
    close()
    made = tuple(Section(heading=heading, paragraphs=tuple(paragraphs)) for heading, paragraphs, _ in sections)
    return made, tuple(tuple(lines) for _, _, lines in sections)
