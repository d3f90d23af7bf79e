"""Front matter without any signs round it, as Pelican and MultiMarkdown write it: lines of ``Key: value`` down to a blank one."""

from __future__ import annotations

import re

from segment.review.markdown.front_entry import Entry

_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z_-]{1,20}): *(?P<value>.{0,400})")
_TELLING = frozenset({"date", "author", "authors", "slug", "category", "tags", "status", "modified", "summary", "lang"})
"""Keys that a site's generator reads; a block of a film's credits has none of them but perhaps a date."""
_FEWEST = 2
_MOST_LINES = 40


def plain_entries(text: str) -> tuple[dict[str, Entry], str, int] | None:
    """The keys, the body below them and the 1-based line it begins on; None where the text begins otherwise.

    A title, and two keys more that only a generator reads, make such a block.
    """
    entries: dict[str, Entry] = {}
    start = 0
    for number in range(1, _MOST_LINES + 2):
        stop = text.find("\n", start)
        line = (text[start:] if stop < 0 else text[start:stop]).strip()
        start = len(text) if stop < 0 else stop + 1
        if not line:
            keys = {key.casefold() for key in entries}
            known = "title" in keys and len(keys & _TELLING) >= _FEWEST
            return (entries, text[start:], number + 1) if known else None
        match = _LINE.fullmatch(line)
        if match is None or match["key"] in entries:
            return None
        entries[match["key"]] = Entry(value=match["value"].strip(), line=number, text=line)
    return None
