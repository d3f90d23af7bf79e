"""Quotation marks, dashes and ellipses as a script has them, whatever a word processor made of them.

Word turns ``'`` into ``’``, ``"`` into ``“`` or ``”``, a hyphen between spaces into a dash and three full stops into ``…``; mail
programs turn them back. Both copies are to be the same script, so the words of a script have one form: straight apostrophes,
double quotation marks that open and close, an en dash between spaces, the ellipsis as one character. They sound the same. A
back-slash before such a mark keeps it as it stands.
"""

from __future__ import annotations

import re

from segment.script.escapes import escapable

_FOLDED = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "‐": "-", "‑": "-"})
_ELLIPSIS = re.compile(r"\.{3}")
_SPACED_DASH = re.compile(r"(?<=\s)(?:-{1,3}|–)(?=\s)")
_FIRST_DASH = re.compile(r"^(?:-{1,3}|–)(?=\s)")
_JOINED_DASH = re.compile(r"(?<=\w)-{2,3}(?=\w)")
_OPENS_BEHIND = frozenset("([{—–-/'“«")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNEVEN = re.compile(r"""['"‘’‚‛“”„‟‐‑.–-]""")


def even(text: str, before: str = "") -> str:
    """The text with its quotation marks, dashes and ellipses made even; ``before`` is the character it stands behind."""
    text = text.translate(_FOLDED)
    text = _JOINED_DASH.sub("—", _SPACED_DASH.sub("–", _ELLIPSIS.sub("…", text)))
    if not before or before.isspace():
        text = _FIRST_DASH.sub("–", text)
    if '"' not in text:
        return text
    made: list[str] = []
    last = before
    for char in text:
        opens = not last or last.isspace() or last in _OPENS_BEHIND
        last = ("“" if opens else "”") if char == '"' else char
        made.append(last)
    return "".join(made)


def even_comment(text: str) -> str:
    """A comment on one line, made even; a back-slash means nothing in it."""
    return " ".join(even(" ".join(text.split())).split())


def even_unescaped(text: str) -> str:
    """The text without its back-slashes, made even wherever none stands."""
    made = ""
    at = 0
    for escape in _ESCAPED.finditer(text):
        made += even(text[at : escape.start()], made[-1:])
        made += escape[1] if escapable(escape[1]) else escape[0]
        at = escape.end()
    return made + even(text[at:], made[-1:])


def kept_uneven(text: str) -> str:
    """Text whose back-slashes are written already, with one before each mark that :func:`even` would change."""
    if even_unescaped(text) == _ESCAPED.sub(lambda m: m[1] if escapable(m[1]) else m[0], text):
        return text
    return "".join(_guarded(text))


def _guarded(text: str) -> list[str]:
    made: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            made.append(text[at : at + 2])
            at += 2
            continue
        made.append(("\\" if _UNEVEN.match(text[at]) else "") + text[at])
        at += 1
    return made
