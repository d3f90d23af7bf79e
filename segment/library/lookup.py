"""Find a named template or voice; say what there is when it is not there."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError
from segment.library.places import Kind, Origin, places
from segment.wording import did_you_mean, quoted

SUFFIX: dict[Kind, str] = {"scripts": ".j2", "voices": ".toml"}
WORD: dict[Kind, str] = {"scripts": "template", "voices": "voice"}


class Found(Struct, frozen=True, kw_only=True):
    """A file, and which place it came from."""

    name: str
    path: Path
    origin: Origin


def listing(kind: Kind, root: str = "") -> tuple[Found, ...]:
    """Everything of a kind by name; where a name is in several places the first place wins. Names with ``_`` are parts."""
    found: dict[str, Found] = {}
    for place in places(kind, root):
        for path in sorted(place.folder.glob(f"*{SUFFIX[kind]}")):
            if path.stem != "pronunciations":
                found.setdefault(path.stem, Found(name=path.stem, path=path, origin=place.origin))
    return tuple(found[name] for name in sorted(found))


def find(kind: Kind, name: str, root: str = "") -> Found:
    """The thing called ``name``.

    Raises ProjectError (a thing is missing) that lists what there is, with the nearest name first.
    """
    stem = name.removesuffix(SUFFIX[kind])
    all_of_them = listing(kind, root)
    for found in all_of_them:
        if found.name == stem:
            return found
    names = [found.name for found in all_of_them if not found.name.startswith("_")]
    raise ProjectError(
        f"There is no {WORD[kind]} called {quoted(name)}.",
        hint=did_you_mean(stem, names, f"There is: {', '.join(names)}."),
        cause=Cause.MISSING,
    )
