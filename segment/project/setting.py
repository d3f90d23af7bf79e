"""Writing one setting into a segment.toml: everything else in the file, its comments and their places too, stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from segment.errors import Cause, ProjectError, Where
from segment.library.places import user_folder
from segment.media import files, text
from segment.project.check import field_of, flatten, is_from_the_future, mistakes, split
from segment.project.load import NAME, find_root, typed

_LIMIT = 1_000_000
"""Bytes of settings."""


class Set(Struct, frozen=True, kw_only=True):
    """A setting that was, or would be, written."""

    path: Path
    key: str
    value: Any
    before: Any = None
    """What the file said before; None where it said nothing."""


def show_file(start: Path) -> Path:
    """The segment.toml around ``start``. Raises ProjectError where there is none."""
    root = find_root(start)
    if root is None:
        raise ProjectError(
            "There is no show here: no segment.toml in this folder or above.",
            hint="segment init FOLDER makes one; --user writes the settings that hold for all of your shows.",
        )
    return root / NAME


def user_file() -> Path:
    """The user's own segment.toml, which lies under that of any show."""
    return user_folder() / NAME


def planned(path: Path, key: str, given: str) -> tuple[Set, str]:
    """What ``path`` would say, and its whole new text; nothing is written.

    Raises ProjectError (USAGE) for a key nobody knows, a value it does not take, and a file of a newer version or that is no
    TOML.
    """
    # Only a write needs to know where the comments stand; everything else reads with the standard library.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    field = field_of(key)
    value = given if field is None else typed(field.type, given)
    wrong = mistakes({key: value})
    if wrong:
        raise ProjectError(wrong[0].message, hint=wrong[0].hint)
    there = text.read(path, _LIMIT) if path.exists() else ""
    try:
        document = tomlkit.parse(there)
    except TOMLKitError as error:
        raise ProjectError(f"The settings cannot be read: {error}.", where=Where(file=str(path))) from error
    said = dict(flatten(document.unwrap()))
    if is_from_the_future(said):
        raise ProjectError("A newer version made these settings: nothing was changed.", where=Where(file=str(path)))
    *groups, name = split(key, field)
    table: Any = document
    for group in groups:
        if group not in table:
            table[group] = tomlkit.table(is_super_table=group != groups[-1])
        table = table[group]
        if not hasattr(table, "add"):
            raise ProjectError(f"{group} is no group of settings there.", where=Where(file=str(path)), cause=Cause.USAGE)
    _put(table, name, value)
    return Set(path=path, key=key, value=value, before=said.get(key)), tomlkit.dumps(document)


def write_setting(path: Path, key: str, given: str) -> Set:
    """Write it. Raises ProjectError as :func:`planned` does, MediaError where the machine refuses."""
    change, whole = planned(path, key, given)
    files.make_folder(path.parent)
    with files.replace(path) as part:
        part.write_bytes(whole.encode())
    return change


def _put(table: Any, name: str, value: Any) -> None:
    """A new key goes behind the last one, before the comments at the table's end, which speak of what follows them."""
    if name in table:
        table[name] = value
        return
    body = table.value.body if hasattr(table.value, "body") else table.body
    behind = []
    while body and body[-1][0] is None:
        behind.append(body.pop()[1])
    table[name] = value
    for item in reversed(behind):
        table.add(item)
