"""A short report on a review for the producer: what was understood, what was left out, what to look at; 80 columns wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from segment.model.finding import Finding
from segment.model.review import CastMember, Credit, LeftOut, Mark, Review, Section

_WIDTH = 80
_LABEL = 11
_MARKS = {"info": "·", "warning": "!", "error": "!!"}
_RANK = {"info": 1, "warning": 0, "error": 0}
_NOTHING = "(not found)"
_FEW = 5
_HEADING = 36
_NAMES = {"running_time": "length", "release_date": "released"}
"""Fields of the facts that have a shorter word for people."""


def describe(review: Review) -> str:
    """The report, as lines of plain text of at most 80 characters, long words apart."""
    parts = [
        *_facts(review),
        *_text(review.sections),
        *_marks(review.marks),
        *_left_out(review.left_out),
        *_notes(review.findings),
    ]
    return "\n".join(parts) + "\n"


def _facts(review: Review) -> Iterator[str]:
    yield from _labelled("Title", review.title or _NOTHING)
    if review.headline:
        yield from _labelled("Headline", review.headline)
    yield from _labelled("Reviewer", review.reviewer or _NOTHING)
    yield from _labelled("Kind", ", ".join(part for part in (review.kind, review.language, review.date) if part) or _NOTHING)
    for number, credit in enumerate(review.credits):
        yield from _labelled("Credits" if not number else "", _credit(credit))
    if review.cast:
        yield from _labelled("Cast", ", ".join(_member(member) for member in review.cast))
    if review.rating:
        yield from _labelled("Rating", ", ".join(rating.as_given for rating in review.rating))
    facts = ((field, getattr(review.facts, field)) for field in review.facts.__struct_fields__)
    said = [f"{_NAMES.get(field, field)} {value}" for field, value in facts if value]
    if said:
        yield from _labelled("Facts", "; ".join(said))


def _text(sections: tuple[Section, ...]) -> Iterator[str]:
    yield ""
    words = sum(_words(section) for section in sections)
    yield from _labelled("Text", f"{_count(words, 'word')} in {_count(len(sections), 'section')}")
    for section in sections:
        name = _cut(section.heading or "(no heading)", _HEADING)
        length = f"{_count(len(section.paragraphs), 'paragraph'):>13}, {_count(_words(section), 'word')}"
        yield f"{'':<{_LABEL}}{name:<{_HEADING}} {length}"


def _marks(marks: tuple[Mark, ...]) -> Iterator[str]:
    for number, mark in enumerate(marks[:_FEW]):
        yield from _labelled("Marks" if not number else "", _cut(f"{mark.mark:<8}{mark.text}", _WIDTH - _LABEL))
    yield from _more(len(marks) - _FEW)


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    if not left_out:
        return
    yield ""
    yield from _labelled("Left out", f"{_count(len(left_out), 'line')} of the page")
    for item in left_out[:_FEW]:
        place = f"  line {item.line:<4} " if item.line else f"{'':<{_LABEL + 1}}"
        reason = f"  ({item.reason})"
        yield f"{place}{_cut(item.text, max(20, _WIDTH - len(place) - len(reason)))}{reason}"
    yield from _more(len(left_out) - _FEW)


def _notes(findings: tuple[Finding, ...]) -> Iterator[str]:
    yield ""
    yield from _labelled("Notes", f"{_count(len(findings), 'thing')} to look at" if findings else "none")
    hints: set[str] = set()
    for note in sorted(findings, key=lambda note: _RANK[note.level]):
        line = f"line {note.where.line}: " if note.where and note.where.line else ""
        head = f"  {_MARKS[note.level]:<2}{note.code}  "
        yield from _wrapped(f"{line}{note.message}", head)
        if note.hint and note.level != "info" and note.hint not in hints:
            hints.add(note.hint)
            yield from _wrapped(note.hint, " " * len(head))


def _more(number: int) -> Iterator[str]:
    if number > 0:
        yield f"{'':<{_LABEL}}and {number} more; --json shows all"


def _labelled(label: str, text: str) -> Sequence[str]:
    return _wrapped(text, f"{label:<{_LABEL}}")


def _wrapped(text: str, head: str) -> Sequence[str]:
    """The text after ``head``, its other lines set in under it."""
    return textwrap.wrap(
        text[:2000],
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [head.rstrip()]


def _credit(credit: Credit) -> str:
    return f"{credit.name}, {' and '.join(credit.roles)}"


def _member(member: CastMember) -> str:
    return f"{member.actor} ({member.role})" if member.role else member.actor


def _words(section: Section) -> int:
    return sum(len(paragraph.split()) for paragraph in section.paragraphs)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
