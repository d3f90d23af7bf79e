"""A line of credits, such as ``Ann Roe, director and co-script w/Jo Poe based on the book by Al Loe``, taken apart.

The line is cut at the words of :data:`segment.review.roles.WORDS`; what stands between them must be names and nothing else,
or the line is no credit line. A role leads to the names after it ("directed by", "Director:", "w/") or describes the names
before it (", director").
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.model.review import CastMember, Credit
from segment.review.facts.cast_line import cast_list, split_list
from segment.review.facts.names import is_name
from segment.review.roles import SOURCES, WORDS

_MAX_LINE = 400
_CAST_WORDS = ("starring", "featuring", "avec", "with")
_PHRASES = sorted([*WORDS, *_CAST_WORDS[:3]], key=len, reverse=True)
_FIRST = dict.fromkeys(phrase[0] for phrase in _PHRASES)
"""The phrases' first letters: a pattern that looks at one letter before it tries the phrases is ten times as fast."""
_BY_LETTER = "|".join(
    re.escape(letter) + "(?:" + "|".join(re.escape(phrase[1:]) for phrase in _PHRASES if phrase[0] == letter) + ")"
    for letter in _FIRST
)
_ROLE = re.compile(rf"(?<![\w/-])(?:{_BY_LETTER})(?![\w-])|(?<=[,.;]\s)with(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = frozenset(max(_WORD.findall(phrase), key=len) for phrase in _PHRASES)
_LEADS = ("by ", "de ", "par ", "d’", "d'")
_JOINT = ("w/", "with ")
_BETWEEN = frozenset({"", "and", "&", ",", "/", "et", "-", ", and", "+"})
_EDGES = " \t\xa0,;.|/–—-•·()"
_DANGLING = frozenset({"from", "a", "an", "the", "with", "and", "&", "et", "d'un", "d’un"})
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
    people: list[Credit] = []
    cast: tuple[CastMember, ...] = ()
    start = 0
    subject = text[: marks[0].start] if marks else text
    for mark in marks:
        lead = _lead(mark) or ("" if subject.strip(_EDGES) else "by")
        names, rest = _own_names(mark.after, leads=bool(lead), last=mark is marks[-1])
        if mark.words.casefold() in _CAST_WORDS:
            members = cast_list(names)
            if not all(is_name(member.actor) for member in members):
                return None
            cast += members
        else:
            found = _credits(mark, lead, text[start : mark.start], names)
            if found is None or (not _lead(mark) and not subject.strip(_EDGES) and any(" " not in one.name for one in found)):
                # "Director Ann Roe" names her; "Music Calendar" is an item of a menu.
                return None
            people += found
        start = mark.end + len(mark.after) - len(rest)
        subject = rest
    if subject.strip(_EDGES) or not (people or cast):
        return None
    return CreditLine(credits=merged(people), cast=cast)


def _credits(mark: _Mark, lead: str, subject: str, names: str) -> list[Credit] | None:
    """What one mark says of the names before it (``subject``) and after it; None when something else stands there."""
    closed = ")" if mark.after.startswith(")") and "(" in subject else ""
    before = _people(subject, mark.roles, subject + mark.words + closed)
    if not lead:
        # "Album score", "Game director": one bare word before a role is no person's name.
        bare = subject.strip(_EDGES)
        return before if " " in bare or subject.rstrip() != bare else None
    if lead == "joint":
        after = _people(names, mark.last, f"{mark.last_word} {names.strip(_EDGES)}")
        return None if before is None or after is None else before + after
    if subject.strip(_EDGES):
        return None
    who = _who(names, mark.roles)
    # "Based on a true story" and "on her own play" name nobody.
    return [] if who is None else _people(who, mark.roles, mark.words + names)


def label_roles(label: str) -> tuple[str, ...]:
    """The roles of a label such as ``Writers`` or ``Director and producer``; empty when it says anything else."""
    if not _has_role(label):
        return ()
    rest = _ROLE.sub(" ", label).casefold().split()
    if any(word not in _BETWEEN for word in rest):
        return ()
    return tuple(dict.fromkeys(role for word in _ROLE.findall(label) for role in WORDS.get(word.casefold(), ())))


def labelled_credits(label: str, value: str, *, colon: str = ": ") -> tuple[Credit, ...]:
    """``Writers: Ann Roe (novel), Jo Poe``: every name of the list has the label's roles. Empty when the label has none.

    ``colon`` is what stands between the two on the page: French sets a space before it.
    """
    roles = label_roles(label)
    # A band's "and" is part of its name.
    items = (value,) if roles == ("performer",) else split_list(value) if roles else ()
    named = [(item, *_without_note(item)) for item in items]
    people = [
        Credit(name=name, as_given=f"{label}{colon}{item}", roles=_roles_of(note, roles)) for item, name, note in named if name
    ]
    return merged(people)


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
    words = text.split()
    # Names are most of a line of credits: a sentence with a capital or two is none.
    if len(words) >= 10 and sum(word[0].isupper() for word in words) * 6 < len(words):
        return False
    return not _TELLING.isdisjoint(_WORD.findall(text.casefold()))


def _marks(text: str) -> list[_Mark]:
    """The role words of a line; words joined by nothing but "and" are one mark."""
    found = list(_ROLE.finditer(text))
    marks: list[_Mark] = []
    index = 0
    while index < len(found):
        run = [found[index]]
        while index + 1 < len(found) and _joined(text, run[-1], found[index + 1]):
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


def _joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Two role words with nothing but "and" between them; where a source or a cast begins, a new mark does."""
    alone = {"author of the source", ""}
    roles = {(WORDS.get(word.group().casefold()) or ("",))[0] for word in (one, other)}
    return not roles & alone and text[one.end() : other.start()].strip().casefold() in _BETWEEN


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


def _who(names: str, roles: tuple[str, ...]) -> str | None:
    """For a source, the person after "by": ``based on the book by …``, whatever the book is called; None when there is nobody."""
    if "author of the source" not in roles:
        return names
    by = [m.end() for m in _BY.finditer(names.casefold())]
    return names[by[-1] :] if by else None


def _people(names: str, roles: tuple[str, ...], given: str) -> list[Credit] | None:
    """A credit for everybody in ``names``; None when it holds nobody, or anything but names."""
    text = _undangled(names.strip(_EDGES + ":"))
    for lead in (*_JOINT, *_LEADS):
        if text.casefold().startswith(lead):
            text = text[len(lead) :].strip()
    named = [_without_note(item) for item in split_list(text)]
    if not named or not all(is_name(name) for name, _ in named):
        return None
    as_given = _undangled(given.strip(_EDGES.strip("()")))
    return [Credit(name=name, as_given=as_given, roles=_roles_of(note, roles)) for name, note in named]


def _undangled(text: str) -> str:
    """Without the small words that lead on to the next role: ``Ann Roe from a`` (script by)."""
    while text and text.rsplit(None, 1)[-1].casefold() in _DANGLING:
        text = text[: -len(text.rsplit(None, 1)[-1])].rstrip(_EDGES)
    return text


def _roles_of(note: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    return ("author of the source",) if note.casefold() in SOURCES else roles


def _without_note(item: str) -> tuple[str, str]:
    """``Jane Roe (novel)`` → name and note."""
    name, bracket, note = item.partition("(")
    return name.strip(_EDGES), note.strip(" )") if bracket else ""
