"""The work in front matter that keeps it one level down: ``book: {title: …, author: …}``, ``[extra.movie]``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from segment.review.markdown.front_entry import Entry
from segment.review.word_table import words

_WORKS = words(
    """book books film films movie movies album albums record records game games play plays opera concert show restaurant
    exhibition work works item itemreviewed item_reviewed info details media product subject"""
)
"""Keys that hold a work."""
_WRITTEN = words("book books play plays work works item itemreviewed item_reviewed")
"""Of these, what an author wrote: of a game or a film "author" says nothing for which there is a role."""
_AROUND = words("extra params review custom data meta taxonomies")
"""Keys that hold what a site's own templates ask for, the work's table among it."""
_TELLING = words("director directors cast starring actors rating score stars runtime running_time publisher byline author_byline")
"""What such a table may say of the work itself."""
_DEEPEST = 3
_MAKER = {"author": "work author", "authors": "work author", "by": "work author", "title": "work", "name": "work"}
"""What a key says inside a work's table: "author" wrote the book there, and the page outside it."""


def nested_work(entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The keys of the one work that front matter holds as a table, each by the name that says the same at the top.

    Of a list of several works nothing is told: which of them the page reviews, the list does not say.
    """
    for key, entry in entries.items():
        yield from _found(key, entry, 0)


def _found(key: str, entry: Entry, depth: int) -> Iterator[tuple[str, Entry]]:
    table = _table(entry.value)
    name = key.casefold()
    if table is None or depth == _DEEPEST or name not in _WORKS | _AROUND:
        return
    for inner, value in table.items():
        said = replace(entry, value=value)
        if name in _WORKS and not isinstance(value, dict):
            about = _MAKER.get(inner.casefold(), inner)
            if about != "work author" or name in _WRITTEN:
                yield about, said
        elif name in _AROUND and inner.casefold() in _TELLING:
            yield inner, said
        else:
            yield from _found(inner, said, depth + 1)


def _table(value: Any) -> dict[str, Any] | None:
    """A table, or the one table of a list."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else None
