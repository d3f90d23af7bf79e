"""The fields of a cue: words between commas, with a quoted part where a comma or a quotation mark belongs to the value."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.script.escapes import escape_comment, unescape
from segment.script.lines import Located
from segment.script.sources import fold_dashes
from segment.script.typography import even_unescaped, kept_uneven

_OPENING = frozenset('"“”„«‟')
_CLOSING = frozenset('"“”»‟')
_BEFORE_CLOSING = re.compile(r'[\\"“”»‟]')
_BARE = re.compile(r"[^\W_][\w .()/&+'!-]*")
"""Names that need no quotation marks."""


class Field(Struct, frozen=True, kw_only=True):
    """One field: unquoted words, perhaps a quoted part, and what stands behind that by mistake."""

    words: str
    """Single spaces, dashes as hyphens, straight apostrophes."""
    quoted: str | None
    """What stood in quotation marks, exactly, or None."""
    rest: str
    at: Located
    """The whole field as found."""

    @property
    def name(self) -> str:
        """The field as the name of a sound, or as a time."""
        return self.words if self.quoted is None else self.quoted


def fields(body: Located) -> list[Field]:
    """The fields of a cue's body, at least one; a quotation that nothing closes runs to the end."""
    found: list[Field] = []
    start = 0
    while start <= len(body.text):
        stop, quote, closing = _extent(body.text, start)
        found.append(
            Field(
                words=_plain(body.text[start : stop if quote < 0 else quote]),
                quoted=None if quote < 0 else even_unescaped(" ".join(body.text[quote + 1 : closing].split())),
                rest="" if quote < 0 else body.text[closing + 1 : stop].strip(),
                at=body.part(start, stop),
            )
        )
        start = stop + 1
    return found


def _extent(text: str, start: int) -> tuple[int, int, int]:
    """Where the field that begins at ``start`` ends, and its quotation's opening (−1 without one) and closing marks."""
    quote = closing = -1
    at = start
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif quote < 0 and char in _OPENING and (at == start or text[at - 1].isspace()):
            quote = at
        elif quote >= 0 and closing < 0:
            closing = at if char in _CLOSING else -1
        elif char == ",":
            break
        at += 1
    stop = min(at, len(text))
    return stop, quote, closing if closing >= 0 else stop


def _plain(words: str) -> str:
    return fold_dashes(" ".join(unescape(words).split())).replace("’", "'").replace("‘", "'")


def written_name(name: str) -> str:
    """A name as a field: bare where it can stand so, else in quotation marks."""
    return name if _BARE.fullmatch(name) and name == _plain(name) else quoted_value(name)


def quoted_value(value: str) -> str:
    """A value in quotation marks, with what would end it early made literal."""
    return '"' + escape_comment(kept_uneven(_BEFORE_CLOSING.sub(r"\\\g<0>", value))) + '"'
