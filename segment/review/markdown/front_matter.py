"""The block at the head of a Markdown file: YAML between lines of dashes, TOML between plus signs, or keys without either."""

from __future__ import annotations

from msgspec import Struct

from segment.errors import ReviewError, Where
from segment.review.markdown.front_entry import Entry
from segment.review.markdown.front_plain import plain_entries
from segment.review.markdown.front_toml import toml_entries

_FENCES = {"---": frozenset({"---", "..."}), "+++": frozenset({"+++"})}
"""The line that opens a block, and the lines that may close it."""
_LIMIT = 200_000


class Front(Struct, frozen=True, kw_only=True):
    """A file's front matter and where its body begins."""

    entries: dict[str, Entry]
    body: str
    first_line: int
    """1-based line of the file the body begins on."""
    tab: int = 0
    """1-based line of the first tab that YAML does not allow and that was read as spaces; 0 where there is none."""


def front_matter(text: str, *, name: str) -> Front | None:
    """The front matter of a file, or None when it has none.

    Raises ReviewError with the line when the block is there and is not YAML or TOML, repeats a key, or is over 200 kB.
    """
    block = _block(text)
    if block is None:
        plain = plain_entries(text)
        return Front(entries=plain[0], body=plain[1], first_line=plain[2]) if plain else None
    yaml_text, body = block
    first_line = yaml_text.count("\n") + 3
    if len(yaml_text) > _LIMIT:
        raise ReviewError(f"The front matter is over {_LIMIT // 1000} kB.", where=Where(file=name, line=2))
    if text.startswith("+++"):
        return Front(entries=toml_entries(yaml_text, name=name), body=body, first_line=first_line)
    from segment.review.markdown.front_yaml import yaml_entries  # PyYAML takes a while to load, and pages have no front matter

    read = yaml_entries(yaml_text, name=name)
    return Front(entries=read[0], body=body, first_line=first_line, tab=read[1]) if read else None


def _block(text: str) -> tuple[str, str] | None:
    """The block, without the lines around it, and the rest."""
    first, newline, rest = text.partition("\n")
    closing = _FENCES.get(first.rstrip())
    if closing is None or not newline:
        return None
    at = 0
    while 0 <= at <= _LIMIT * 2:
        stop = rest.find("\n", at)
        line = rest[at:] if stop < 0 else rest[at:stop]
        if line.rstrip() in closing:
            return rest[: max(0, at - 1)], "" if stop < 0 else rest[stop + 1 :]
        if stop < 0:
            return None
        at = stop + 1
    return None
