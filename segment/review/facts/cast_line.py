"""A list of performers, such as ``Ann Roe (Stella), Jo Poe as Max and Al Loe``."""

from __future__ import annotations

from segment.model.review import CastMember

_AND = (" and ", " & ", " et ")
_AS = (" as ", " dans le rôle de ")
_EDGES = " \t\xa0,;.:"
_MAX_NAME = 80


def cast_list(text: str) -> tuple[CastMember, ...]:
    """The performers of a list, with their parts where it gives them."""
    members = (_member(item) for item in split_list(text))
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
        elif char in ",;" and not depth:
            items.append(text[start:at])
            start = at + 1
    items.append(text[start:])
    parts = (part.strip(" \t\xa0,;:") for item in items for part in _split_and(item))
    return tuple(_unstopped(part) for part in parts if part)


def _split_and(item: str) -> list[str]:
    """``A and B`` in two; an ``and`` inside brackets is part of a role's name."""
    lowered = item.casefold()
    if len(lowered) != len(item):
        lowered = item
    if lowered.startswith(("and ", "& ", "et ")):
        return _split_and(item[item.index(" ") + 1 :])
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
    for word in _AS:
        name, found, role = item.partition(word)
        if found:
            return CastMember(actor=name.strip(_EDGES), role=role.strip())
    return CastMember(actor=item.strip() if len(item) <= _MAX_NAME else "")
