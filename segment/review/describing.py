"""A short report on a review for the producer: what was understood, what was left out, what to look at."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.finding import Finding
from segment.model.review import CastMember, Credit, LeftOut, Review, Section

_WIDTH = 72
_MARKS = {"info": "·", "warning": "!", "error": "!!"}
_NOTHING = "(not found)"


def describe(review: Review) -> str:
    """The report, as lines of plain text."""
    return "\n".join([*_facts(review), *_text(review.sections), *_left_out(review.left_out), *_notes(review.findings)]) + "\n"


def _facts(review: Review) -> Iterator[str]:
    yield f"Title      {review.title or _NOTHING}"
    if review.headline:
        yield f"Headline   {review.headline}"
    yield f"Reviewer   {review.reviewer or _NOTHING}"
    about = ", ".join(part for part in (review.kind, review.language, review.date) if part)
    yield f"Kind       {about or _NOTHING}"
    yield from _labelled("Credits", [_credit(credit) for credit in review.credits])
    yield from _labelled("Cast", [_member(member) for member in review.cast])
    said = [(field, getattr(review.facts, field)) for field in review.facts.__struct_fields__]
    yield from _labelled("Facts", [f"{field.replace('_', ' ')}: {value}" for field, value in said if value])
    yield from _labelled("Rating", [rating.as_given for rating in review.rating])


def _text(sections: tuple[Section, ...]) -> Iterator[str]:
    words = sum(_words(section) for section in sections)
    yield ""
    yield f"Text       {_count(words, 'word')} in {_count(len(sections), 'section')}"
    for section in sections:
        name = section.heading or "(no heading)"
        yield f"           {name[:40]:<40}  {_count(len(section.paragraphs), 'paragraph')}, {_count(_words(section), 'word')}"


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    if left_out:
        yield ""
        yield f"Left out   {_count(len(left_out), 'line')} of the page"
        for item in left_out:
            yield f"  line {item.line:<4} {_short(item.text)}  ({item.reason})"


def _notes(findings: tuple[Finding, ...]) -> Iterator[str]:
    yield ""
    yield f"Notes      {_count(len(findings), 'thing')} to look at" if findings else "Notes      none"
    for note in findings:
        line = f"line {note.where.line}: " if note.where and note.where.line else ""
        yield f"  {_MARKS[note.level]} {note.code}  {line}{note.message}"
        if note.hint:
            yield f"           {note.hint}"


def _labelled(label: str, items: list[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"{label if not number else '':<10} {item}"


def _credit(credit: Credit) -> str:
    return f"{credit.name}, {' and '.join(credit.roles)}"


def _member(member: CastMember) -> str:
    return f"{member.actor} ({member.role})" if member.role else member.actor


def _words(section: Section) -> int:
    return sum(len(paragraph.split()) for paragraph in section.paragraphs)


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
