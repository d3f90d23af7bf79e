"""A script as somebody hears it: its spoken lines, sentence by sentence, without marks and pronouncers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from segment.model.script import Break, Comment, Only, Part, PartName, Speech
from segment.script.parsed import Parsed
from segment.sentences import sentences

_ALLOW = re.compile(r"\ballow((?:[ ,]+SC\d{3}\b)+)", re.IGNORECASE)
_CODE = re.compile(r"SC\d{3}", re.IGNORECASE)
_BRIDGE = re.compile(r"\bbridge\b", re.IGNORECASE)


class Said(Struct, frozen=True, kw_only=True):
    """One spoken line."""

    role: str
    part: PartName
    only: Only
    line: int
    """1-based line of the file it begins on."""
    bridge: bool
    """Whether its comment says that it is the show's own."""
    allow: frozenset[str]
    """Codes that its comment allows."""
    sentences: tuple[str, ...]


def said(parsed: Parsed) -> Iterator[Said]:
    """Every spoken line, in order; what stands above the first part counts as PIECE."""
    part: PartName = "PIECE"
    for item, line in zip(parsed.script.items, parsed.lines, strict=True):
        if isinstance(item, Part):
            part = item.name
        elif isinstance(item, Speech):
            text = " ".join("".join(" " if isinstance(span, Break) else span.text for span in item.spans).split())
            yield Said(
                role=item.role,
                part=part,
                only=item.only,
                line=line,
                bridge=bool(_BRIDGE.search(item.comment)),
                allow=_allowed(item.comment),
                sentences=tuple(sentences(text)),
            )


def allowed_everywhere(parsed: Parsed) -> frozenset[str]:
    """Codes that a comment on a line of its own allows for the whole script."""
    comments = (item.text for item in parsed.script.items if isinstance(item, Comment))
    return frozenset(code for comment in comments for code in _allowed(comment))


def _allowed(comment: str) -> frozenset[str]:
    return frozenset(code.upper() for match in _ALLOW.finditer(comment) for code in _CODE.findall(match[1]))
