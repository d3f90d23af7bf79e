"""A line of credits, such as ``Ann Roe, director and co-script w/Jo Poe based on the book by Al Loe``, taken apart.

The line is cut at the words of :data:`segment.review.roles.WORDS`; what stands between them must be names and nothing else,
or the line is no credit line. A role leads to the names after it ("directed by", "Director:", "w/") or describes the names
before it (", director").
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.model.review import CastMember, Credit
from segment.review.cast_line import cast_list, split_list
from segment.review.names import is_name
from segment.review.roles import SOURCES, WORDS

_MAX_LINE = 400
_CAST_WORDS = ("starring", "featuring", "avec")
_PHRASES = sorted([*WORDS, *_CAST_WORDS], key=len, reverse=True)
_ROLE = re.compile(r"(?<![\w/-])(?:" + "|".join(map(re.escape, _PHRASES)) + r")(?![\w-])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = frozenset(max(_WORD.findall(phrase), key=len) for phrase in _PHRASES)
_LEADS = ("by ", "de ", "par ", "d’", "d'")
_JOINT = ("w/", "with ")
_BETWEEN = frozenset({"", "and", "&", ",", "/", "et", "-", ", and", "+"})
_EDGES = " \t\xa0,;.|/–—-•·"
_BY = re.compile(r"\b(?:by|de|par)\s")


class CreditLine(Struct, frozen=True, kw_only=True):
    """Everybody a line of credits names."""

    credits: tuple[Credit, ...]
    cast: tuple[CastMember, ...] = ()


class _Mark(Struct, frozen=True, kw_only=True):
    """A run of role words and the text up to the next one."""

    roles: tuple[str, ...]
    last: tuple[str, ...]
    """The roles of the run's last word, which alone reach across ``w/``."""
    words: str
    last_word: str
    after: str
    start: int
    end: int


def credit_line(text: str) -> CreditLine | None:
    """The credits of a line, in its order; None when it is not a line of credits."""
    if len(text) > _MAX_LINE or not _has_role(text):
        return None
    marks = _marks(text)
    if not marks:
        return None
    people: list[Credit] = []
    cast: tuple[CastMember, ...] = ()
    subject = text[: marks[0].start]
    subject_start = 0
    for number, mark in enumerate(marks):
        last = number == len(marks) - 1
        lead = _lead(mark)
        names, rest = _own_names(mark.after, leads=lead is not None or not subject.strip(_EDGES), last=last)
        if mark.words.casefold() in _CAST_WORDS:
            cast += cast_list(names)
        elif lead == "joint":
            if not _credit(people, subject, mark.roles, text[subject_start : mark.end]):
                return None
            if not _credit(people, names, mark.last, f"{mark.last_word} {mark.after.strip(_EDGES)}"):
                return None
        elif lead == "by" or not subject.strip(_EDGES):
            if subject.strip(_EDGES):
                return None
            if not _credit(people, _who(names, mark.roles), mark.roles, text[mark.start : mark.end] + mark.after):
                return None
        elif not _credit(people, subject, mark.roles, text[subject_start : mark.end]):
            return None
        subject, subject_start = rest, mark.end + len(mark.after) - len(rest)
    if subject.strip(_EDGES) or not (people or cast):
        return None
    return CreditLine(credits=merged(people), cast=cast)


def labelled_credits(label: str, value: str) -> tuple[Credit, ...]:
    """``Writers: Ann Roe (novel), Jo Poe``: every name of the list has the label's roles. Empty when the label has none."""
    if not _has_role(label):
        return ()
    roles = tuple(dict.fromkeys(r for m in _ROLE.finditer(label) for r in WORDS.get(m.group().casefold(), ())))
    people = [
        Credit(name=name, as_given=f"{label}: {item}", roles=_roles_of(note, roles))
        for item in split_list(value)
        for name, note in (_without_note(item),)
        if name
    ]
    return merged(people) if roles else ()


def merged(people: list[Credit]) -> tuple[Credit, ...]:
    """One credit for each name, its roles in the order they came."""
    by_name: dict[str, Credit] = {}
    for credit in people:
        known = by_name.get(credit.name)
        if known is None:
            by_name[credit.name] = credit
            continue
        given = known.as_given if credit.as_given in known.as_given else f"{known.as_given}; {credit.as_given}"
        roles = tuple(dict.fromkeys(known.roles + credit.roles))
        by_name[credit.name] = Credit(name=known.name, as_given=given, roles=roles)
    return tuple(by_name.values())


def _has_role(text: str) -> bool:
    """A cheap look before the exact one: most lines have no word of any role."""
    return not _TELLING.isdisjoint(_WORD.findall(text.casefold()))


def _marks(text: str) -> list[_Mark]:
    """The role words of a line; words joined by nothing but "and" are one mark."""
    found = list(_ROLE.finditer(text))
    marks: list[_Mark] = []
    index = 0
    while index < len(found):
        run = [found[index]]
        while index + 1 < len(found) and text[run[-1].end() : found[index + 1].start()].strip().casefold() in _BETWEEN:
            index += 1
            run.append(found[index])
        index += 1
        stop = found[index].start() if index < len(found) else len(text)
        words = [match.group() for match in run]
        marks.append(
            _Mark(
                roles=tuple(dict.fromkeys(role for word in words for role in WORDS.get(word.casefold(), ()))),
                last=WORDS.get(words[-1].casefold(), ()),
                words=text[run[0].start() : run[-1].end()],
                last_word=words[-1],
                after=text[run[-1].end() : stop],
                start=run[0].start(),
                end=run[-1].end(),
            )
        )
    return marks


def _lead(mark: _Mark) -> str | None:
    """How a mark leads to the names after it: ``by``, ``joint`` (shared with the names before it), or not."""
    after = mark.after.lstrip().casefold()
    if after.startswith(_JOINT):
        return "joint"
    if mark.words.casefold().endswith((" by", " de", ".")) or after.startswith((":", *_LEADS)):
        return "by"
    if "author of the source" in mark.roles or mark.words.casefold() in _CAST_WORDS:
        return "by"
    return None


def _own_names(after: str, *, leads: bool, last: bool) -> tuple[str, str]:
    """The names after a mark that are its own, and those that begin the next mark's clause."""
    if not leads:
        return "", after
    if last:
        return after, ""
    cut = max(after.rfind(";"), after.rfind("|"), after.rfind(". "))
    tail = after[cut + 1 :]
    return (after[:cut], tail) if cut >= 0 and tail.strip(_EDGES) else (after, "")


def _who(names: str, roles: tuple[str, ...]) -> str:
    """For a source, the person after "by": ``based on the book by …``, whatever the book is called."""
    if "author of the source" not in roles:
        return names
    by = [m.end() for m in _BY.finditer(names.casefold())]
    return names[by[-1] :] if by else ""


def _credit(people: list[Credit], names: str, roles: tuple[str, ...], given: str) -> bool:
    """Adds the people in ``names``; False when there is something else in it."""
    text = names.strip(_EDGES + ":")
    for lead in (*_JOINT, *_LEADS):
        if text.casefold().startswith(lead):
            text = text[len(lead) :].strip()
    items = split_list(text)
    named = [_without_note(item) for item in items]
    if not named or not all(is_name(name) for name, _ in named):
        return False
    people.extend(Credit(name=name, as_given=given.strip(_EDGES), roles=_roles_of(note, roles)) for name, note in named)
    return True


def _roles_of(note: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    return ("author of the source",) if note.casefold() in SOURCES else roles


def _without_note(item: str) -> tuple[str, str]:
    """``Jane Roe (novel)`` → name and note."""
    name, bracket, note = item.partition("(")
    return name.strip(_EDGES), note.strip(" )") if bracket else ""
