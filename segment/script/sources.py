"""The source at the left of a line: part, cue, role or header, a colon, and for whom it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.script.lines import Located

Kind = Literal["part", "cue", "role", "header", "unknown"]

PARTS = ("INTRO", "PIECE", "TAG")
CUES = ("MUSIC", "STING", "CLIP", "CHAPTER", "PAUSE")
HEADERS = ("SLUG", "TITLE", "SLOT", "CART")
COMMON_HEADERS = (
    "AIR DATE",
    "AUTHOR",
    "CUT",
    "DATE",
    "EDITOR",
    "EPISODE",
    "FORMAT",
    "KILL DATE",
    "LANGUAGE",
    "PAGE",
    "PRODUCER",
    "SHOW",
    "STATION",
    "VERSION",
    "WRITER",
)
"""Headers of broadcast copy that need no note."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {0xAD: ""}
_LONGEST = 48
"""Characters a source with its brackets may have: what is longer before a colon is prose."""


class Label(Struct, frozen=True, kw_only=True):
    """``HOST [air]:`` as found at the start of a line."""

    kind: Kind
    name: str
    """In capitals, dashes as hyphens, single spaces; a role in lower case."""
    found: str
    """As it stands in the file."""
    bracket: str | None
    """What stands in square brackets, or None."""
    body: int
    """Offset behind the colon."""


def fold_dashes(text: str) -> str:
    """The text with typographic dashes and non-breaking hyphens as hyphens, and soft hyphens gone."""
    return text.translate(_DASHES)


def label(line: Located, roles: frozenset[str]) -> Label | None:
    """The source a line begins with, or None when it begins with words to speak.

    Names of parts, cues, roles and the usual headers count in any spelling of upper and lower case; any other name only in
    capitals.
    """
    head, colon, _ = line.text[:_LONGEST].partition(":")
    found, opening, bracket = head.partition("[")
    bracket, closing, rest = bracket.partition("]")
    if not colon or (opening and (not closing or rest.strip())):
        return None
    name = fold_dashes(" ".join(found.split()))
    if not name or not name[0].isalpha() or not all(c.isalnum() or c in " -_'’./&" for c in name):
        return None
    kind = _kind(name, roles)
    if kind is None:
        return None
    shown = name.lower() if kind == "role" else name.upper()
    return Label(kind=kind, name=shown, found=found.strip(), bracket=bracket.strip() if opening else None, body=len(head) + 1)


def _kind(name: str, roles: frozenset[str]) -> Kind | None:
    upper = name.upper()
    if upper in PARTS:
        return "part"
    if upper in CUES:
        return "cue"
    if name.lower() in roles:
        return "role"
    if upper in HEADERS or (upper in COMMON_HEADERS and name[0].isupper()):
        return "header"
    return "unknown" if name.isupper() else None
