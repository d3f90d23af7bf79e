"""Hold a feed, ours or anybody's, against the rules of the apps and directories; offline."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from segment.errors import Where
from segment.model.finding import Finding
from segment.publish.feed.lint_channel import channel_notes
from segment.publish.feed.lint_items import across_items, item_notes
from segment.publish.feed.lint_podcast import podcast_notes
from segment.publish.feed.reading import Notes, UnreadableError, broken, text, tree
from segment.publish.feed.rss import NAMESPACES

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']""")
_TOLD_BY_NAME = {
    "itunes.com": NAMESPACES["itunes"],
    "podcastindex": NAMESPACES["podcast"],
    "podcast-namespace": NAMESPACES["podcast"],
    "2005/atom": NAMESPACES["atom"],
    "rss/1.0/modules/content": NAMESPACES["content"],
}
"""What a namespace is meant to be, by a part of it in lower case."""


def lint(data: bytes, name: str = "", url: str = "") -> tuple[Finding, ...]:
    """Every broken rule with its code, line and hint, in the order of the lines; ``url`` is where the feed is, if known."""
    try:
        root = tree(data, name)
    except UnreadableError as told:
        return (told.args[0],)
    found = [*_notes(root, data, url)]
    return tuple(
        replace(one, where=Where(file=name, line=one.where.line if one.where else 0))
        for one in sorted(found, key=lambda one: one.where.line if one.where else 0)
    )


def _notes(root: Any, data: bytes, url: str) -> Notes:
    encoding = _ENCODING.match(data[:200])
    if encoding and encoding[1].upper() not in {b"UTF-8", b"UTF8"}:
        yield broken("FD004", root, encoding[1].decode("latin-1"))
    if root.tag != "rss" or root.get("version") != "2.0":
        yield broken("FD002", root, f"<{root.tag} version={root.get('version', 'none')}>")
    yield from _namespaces(root)
    channel = root.find("channel")
    if channel is None:
        yield broken("FD003", root)
        return
    items = channel.findall("item")
    show = text(channel.find("title"))
    yield from channel_notes(channel, items)
    yield from podcast_notes(channel, items, url)
    for item in items:
        yield from item_notes(item, show)
    yield from across_items(items)


def _namespaces(root: Any) -> Notes:
    for address in dict.fromkeys(root.nsmap.values()):
        meant = next((right for part, right in _TOLD_BY_NAME.items() if part in address.lower()), address)
        if meant != address:
            yield broken("FD005", root, address)
