"""Markdown's marks inside a paragraph: taken off when read, escaped when written, so that the text comes back unchanged."""

from __future__ import annotations

import html
import re

from msgspec import Struct

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!\[(?P<alt>[^\[\]]{0,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"
    r"|\[\[(?:[^\[\]|]{1,300}\|)?(?P<wiki>[^\[\]|]{1,300})\]\]"
    r"|\[\^[^\[\]\s]{1,50}\]"
    r"|\[(?P<link>[^\[\]]{1,1000})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\[\]]{0,200}\])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|<(?P<auto>https?://[^<>\s]{1,1000})>"
    r"|<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,15})(?:[\s/:=-][^<>]{0,500})?>"
    r"|</?[A-Za-z][^<>]{0,500}>"
    r"|`+|~~"
    r"|(?P<run>\*+|_+)"
)
"""Every quantifier is bounded and stops at its own closing mark, so that no text makes this slow."""
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]{1,32};)")
_ORDINAL = re.compile(r"\d{1,9}(?=[.)])")
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#~"})
_RAISED = frozenset(">+-=|:{%")
_EMPHATIC = frozenset({"em", "i", "b", "strong", "cite"})
_MAX_PHRASE = 80
_MOST_PHRASES = 1000


class Plain(Struct, frozen=True, kw_only=True):
    """A paragraph without marks."""

    text: str
    emphasised: tuple[str, ...] = ()
    """The phrases it set in italics or bold."""
    pictures: int = 0
    """How many pictures were taken out."""


def plain(marked: str) -> Plain:
    """The words of a Markdown paragraph: emphasis, code marks, links, pictures, tags, entities and escapes resolved.

    A mark that nothing closes stays, and so does one inside a word: ``f***ing`` and ``snake_case`` are words.
    """
    pieces: list[str] = []
    emphasised: list[str] = []
    opened: dict[str, int] = {}
    pictures = end = 0
    for match in _TOKEN.finditer(marked):
        start, stop = match.span()
        if start > end:
            pieces.append(marked[end:start])
        end = stop
        match match.lastgroup:
            case "run":
                _run(match["run"], marked[start - 1 : start] if start else "", marked[end : end + 1], pieces, opened, emphasised)
            case "escaped":
                pieces.append(match["escaped"])
            case "alt":
                pictures += 1
            case "wiki" | "link":
                pieces.append(plain(match[match.lastgroup]).text)
            case "auto":
                pieces.append(match["auto"])
            case "entity":
                pieces.append(html.unescape(match["entity"]))
            case "tag" if match["tag"].strip("/").casefold() in _EMPHATIC:
                _tag(match["tag"].casefold(), pieces, opened, emphasised)
    pieces.append(marked[end:])
    return Plain(text="".join(pieces), emphasised=tuple(emphasised), pictures=pictures)


def escaped(text: str) -> str:
    """Markdown that :func:`plain` reads back as ``text``, and that begins no list, quotation, heading or table."""
    out = _ENTITY.sub(r"\\&", text.translate(_SPECIAL))
    if out[:1] in _RAISED and out:
        return "\\" + out
    ordinal = _ORDINAL.match(out)
    return f"{ordinal.group()}\\{out[ordinal.end() :]}" if ordinal else out


def _tag(tag: str, pieces: list[str], opened: dict[str, int], emphasised: list[str]) -> None:
    """An HTML tag that sets a phrase in italics or bold."""
    if not tag.startswith("/"):
        opened[tag] = len(pieces)
    elif (start := opened.pop(tag[1:], None)) is not None:
        phrase = "".join(pieces[start:]).strip(" ,.;:") if len(emphasised) < _MOST_PHRASES else ""
        if 0 < len(phrase) <= _MAX_PHRASE:
            emphasised.append(phrase)


def _run(run: str, before: str, after: str, pieces: list[str], opened: dict[str, int], emphasised: list[str]) -> None:
    """A run of ``*`` or ``_``: closes the emphasis it opened before, opens one at a word's beginning, else it is text.

    ``before`` and ``after`` are the characters beside it, empty at the paragraph's ends.
    """
    inside = before.isalnum() and after.isalnum()
    if run in opened and not (run[0] == "_" and inside) and (before.strip() or after.strip()):
        start = opened.pop(run)
        pieces[start] = ""
        phrase = "".join(pieces[start:]).strip(" ,.;:") if len(emphasised) < _MOST_PHRASES else ""
        if 0 < len(phrase) <= _MAX_PHRASE:
            emphasised.append(phrase)
    elif len(run) <= 3 and after.strip() and not before.isalnum() and run not in opened:
        opened[run] = len(pieces)
        pieces.append(run)
    else:
        pieces.append(run)
