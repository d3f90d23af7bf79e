"""Front matter in YAML, between two lines of dashes."""

from __future__ import annotations

from typing import Any

import yaml

from segment.errors import ReviewError, Where
from segment.review.markdown.front_entry import Entry

_DEEPEST = 20


def yaml_entries(block: str, *, name: str) -> tuple[dict[str, Entry], int] | None:
    """The top-level keys of a YAML block that begins on line 2 of the file ``name``; None where it is no mapping.

    With them the 1-based line of the first tab that YAML does not allow and that was read as spaces, or 0. Raises ReviewError
    with the line when the block is not YAML (yaml.org, 1.1) or repeats a key.
    """
    tab = 0
    try:
        try:
            node = _composed(block, name)
        except yaml.MarkedYAMLError:
            if "\t" not in block:
                raise
            tab = block.count("\n", 0, block.index("\t")) + 2
            block = block.replace("\t", "  ")
            node = _composed(block, name)
    except yaml.MarkedYAMLError as error:
        raise _broken(error, name) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        line = block.count("\n", 0, position) + 2
        raise ReviewError(
            "The front matter has a character that YAML does not allow.", where=Where(file=name, line=line)
        ) from None
    if not isinstance(node, yaml.MappingNode):
        return None
    lines = block.split("\n")
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
    return entries, tab


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
