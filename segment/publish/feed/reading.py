"""Somebody's feed as a tree that can be asked for lines, read so that nothing in it is fetched, expanded or obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from segment.errors import Where
from segment.model.finding import Finding
from segment.publish.feed.rss import NAMESPACES
from segment.publish.feed.rules import RULES

ITUNES, PODCAST, ATOM = (f"{{{NAMESPACES[name]}}}" for name in ("itunes", "podcast", "atom"))
_SHOWN = 60
MOST_BYTES = 50_000_000
"""Of a feed; a thousand long episodes have five million."""

Notes = Iterator[Finding]


class UnreadableError(Exception):
    """The feed is no XML; its argument is the note that says so."""


def tree(data: bytes, name: str) -> Any:
    """The root element. Raises UnreadableError with the note for what is not well formed."""
    # No entity is expanded and no network touched, whatever a document type asks for.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        detail = (error.msg or "nothing in it").split(", line")[0].rstrip(".")
        where = Where(file=name, line=line)
        rule = RULES["FD001"]
        note = Finding(code=rule.code, level=rule.level, message=rule.wrong.format(detail), hint=rule.hint, where=where)
        raise UnreadableError(note) from error


def broken(code: str, element: Any, *found: object) -> Finding:
    """A rule that is broken at an element; ``found`` goes into its sentence."""
    rule = RULES[code]
    shown = [f"“{one[: _SHOWN - 1]}…”" if isinstance(one, str) and len(one) > _SHOWN else _quoted(one) for one in found]
    line = 0 if element is None else element.sourceline or 0
    return Finding(code=code, level=rule.level, message=rule.wrong.format(*shown), hint=rule.hint, where=Where(line=line))


class Bare(str):
    """Words that a sentence takes as they are, without quotation marks."""

    __slots__ = ()


def _quoted(found: object) -> object:
    if not isinstance(found, str) or isinstance(found, Bare):
        return found
    return f"“{found}”" if found else "empty"


def text(element: Any) -> str:
    """An element's own text on one line; empty for none."""
    return " ".join((element.text or "").split()) if element is not None else ""


def whole_text(element: Any) -> str:
    """An element's own text as it stands."""
    return (element.text or "").strip() if element is not None else ""


def is_address(url: str) -> bool:
    """Whether it begins as an address on the web does."""
    return url.startswith(("https://", "http://")) and len(url.split("/")) > 2 and bool(url.split("/")[2])


def is_ascii(url: str) -> bool:
    """Whether an address can go over the wire as it stands."""
    return url.isascii() and not any(sign in url for sign in ' <>"')
