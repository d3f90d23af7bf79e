"""The block at the head of a Markdown file: YAML between lines of dashes, TOML between plus signs, or keys without either."""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct

from segment.errors import ReviewError, Where
from segment.review.markdown.front_entry import Entry
from segment.review.markdown.front_plain import plain_entries
from segment.review.markdown.front_toml import toml_entries

_FENCES = {"---": frozenset({"---", "..."}), "+++": frozenset({"+++"})}
"""The line that opens a block, and the lines that may close it."""
_LIMIT = 200_000
_DEEPEST = 20


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
    tab = 0
    try:
        try:
            node = _composed(yaml_text, name)
        except yaml.MarkedYAMLError:
            if "\t" not in yaml_text:
                raise
            tab = yaml_text.count("\n", 0, yaml_text.index("\t")) + 2
            yaml_text = yaml_text.replace("\t", "  ")
            node = _composed(yaml_text, name)
    except yaml.MarkedYAMLError as error:
        raise _broken(error, name) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        line = yaml_text.count("\n", 0, position) + 2
        raise ReviewError(
            "The front matter has a character that YAML does not allow.", where=Where(file=name, line=line)
        ) from None
    if not isinstance(node, yaml.MappingNode):
        return None
    lines = yaml_text.split("\n")
    entries: dict[str, Entry] = {}
    stops = [key.start_mark.line for key, _ in node.value[1:]] + [len(lines)]
    for (key, value), stop in zip(node.value, stops, strict=True):
        at = key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise ReviewError("The front matter has a key that is not a word.", where=Where(file=name, line=at + 2))
        if key.value in entries:
            raise ReviewError(f"The front matter says “{key.value}” twice.", where=Where(file=name, line=at + 2))
        written = " ".join(" ".join(lines[at:stop]).split())
        entries[key.value] = Entry(value=_data(value), line=at + 2, text=written)
    return Front(entries=entries, body=body, first_line=first_line, tab=tab)


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


def _composed(text: str, name: str) -> yaml.Node | None:
    _refuse_tricks(text, name)
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    return node


def _refuse_tricks(text: str, name: str) -> None:
    """No aliases and no deep nesting: a review needs neither, and both can make a small file unreadably large."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            what = "an alias" if isinstance(event, yaml.AliasEvent) else "lists inside lists inside lists"
            line = event.start_mark.line + 2 if event.start_mark else 2
            raise ReviewError(f"The front matter has {what}, which a review does not need.", where=Where(file=name, line=line))


def _broken(error: yaml.MarkedYAMLError, name: str) -> ReviewError:
    mark = error.problem_mark or error.context_mark
    what = error.problem or error.context or "something is wrong"
    where = Where(file=name, line=mark.line + 2, column=mark.column + 1) if mark else Where(file=name, line=1)
    return ReviewError(
        f"The front matter is not valid YAML: {what}.",
        where=where,
        hint="Put a text with a colon in it in quotation marks.",
    )


def _data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return node.value.strip()
