"""A list of performers, such as ``Ann Roe (Stella), Jo Poe as Max and Al Loe`` or ``Tosca – Ann Roe; Scarpia – Jo Poe``."""

from __future__ import annotations

from segment.model.review import CastMember
from segment.review.facts.names import is_name

_AND = (" and ", " & ", " et ")
_AS = (" as ", " dans le rôle de ", " dans le rôle d’", " dans le rôle d'", " dans le role de ", " est ", " playing ")
_DASHES = (" – ", " — ", " - ", "…", "...", " .. ")
_EDGES = " \t\xa0,;.:–—-*"
_MAX_NAME = 80


def cast_list(text: str) -> tuple[CastMember, ...]:
    """The performers of a list, with their parts where it gives them."""
    items = split_list(text)
    pairs = [pair for item in items if (pair := _paired(item))]
    if pairs and len(pairs) == len(items):
        return _parts_first(pairs)
    if run_on := _run_on(text):
        return _parts_first(run_on)
    members = (_member(item) for item in items)
    return tuple(member for member in members if member.actor)


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list: cut at commas, semicolons and the last "and", never inside brackets."""
    items: list[str] = []
    depth = start = 0
    for at, char in enumerate(text):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char in ",;•|" and not depth:
            items.append(text[start:at])
            start = at + 1
    items.append(text[start:])
    parts = (part.strip(" \t\xa0,;:•|") for item in items for part in _split_and(item))
    return tuple(_unstopped(part) for part in parts if part)


def _split_and(item: str) -> list[str]:
    """``A and B`` in two; an ``and`` inside brackets is part of a role's name."""
    lowered = item.casefold()
    if len(lowered) != len(item):
        lowered = item
    bare = lowered.lstrip()
    if bare.startswith(("and ", "& ", "et ")):
        return _split_and(item.lstrip().partition(" ")[2])
    parts: list[str] = []
    start = 0
    for word in _AND:
        at = lowered.find(word)
        while at >= 0:
            if item.count("(", start, at) == item.count(")", start, at):
                parts.append(item[start:at])
                start = at + len(word)
            at = lowered.find(word, at + len(word))
        if parts:
            break
    return [*parts, item[start:]]


def _unstopped(item: str) -> str:
    """Without the full stop that ends the list; ``Jr.`` and initials keep theirs."""
    last = item.rsplit(" ", 1)[-1]
    return item if len(last) <= 3 else item.rstrip(". ")


def _member(item: str) -> CastMember:
    name, bracket, role = item.partition("(")
    if bracket:
        return CastMember(actor=name.strip(_EDGES), role=role.strip().removesuffix(")").strip())
    lowered = item.casefold() if len(item.casefold()) == len(item) else item
    for word in _AS:
        at = lowered.find(word)
        if at > 0:
            return CastMember(actor=item[:at].strip(_EDGES), role=item[at + len(word) :].strip(" \t\xa0.,;"))
    return CastMember(actor=item.strip() if len(item) <= _MAX_NAME else "")


def _paired(item: str) -> tuple[str, str] | None:
    """``Tosca – Ann Roe``, ``Tosca: Ann Roe`` or ``Tosca … Ann Roe`` in two."""
    for mark in (*_DASHES, ":"):
        left, found, right = item.partition(mark)
        if found and left.strip(_EDGES) and right.strip(_EDGES):
            return left.strip(_EDGES), right.strip(_EDGES)
    return None


def _parts_first(pairs: list[tuple[str, str]]) -> tuple[CastMember, ...]:
    """Part and performer, as programmes print them; the other way round where only the left side has a full name each time."""
    left = all(_is_full(one) for one, _ in pairs)
    right = all(_is_full(other) for _, other in pairs)
    if left and not right:
        return tuple(CastMember(actor=one, role=other) for one, other in pairs)
    return tuple(CastMember(actor=other, role=one) for one, other in pairs)


def _is_full(name: str) -> bool:
    return " " in name and is_name(name)


def _run_on(text: str) -> list[tuple[str, str]] | None:
    """``TOSCA Ann Roe SCARPIA Jo Poe``: parts in capitals and performers not, or the other way round, without a comma."""
    if any(mark in text for mark in ",;(:"):
        return None
    runs: list[tuple[bool, list[str]]] = []
    for word in text.split():
        loud = word.isupper() and (len(word) > 1 or bool(runs and runs[-1][0]))
        if runs and runs[-1][0] == loud:
            runs[-1][1].append(word)
        else:
            runs.append((loud, [word]))
    if len(runs) < 4 or len(runs) % 2:
        return None
    names = [" ".join(words) for _, words in runs]
    if not all(map(is_name, names)):
        return None
    return list(zip(names[::2], names[1::2], strict=True))
