"""Which version of a package is installed."""

from __future__ import annotations

import sys
from pathlib import Path


def version(name: str) -> str:
    """The version of an installed package, read off the folder in which its installer describes it.

    The standard library's way is asked where none bears the name; loading that alone is a good part of a second build's time
    before its mix. Raises importlib.metadata.PackageNotFoundError.
    """
    stem = name.replace("-", "_")
    for place in sys.path:
        found = sorted(Path(place or ".").glob(f"{stem}-*.dist-info"))
        if found:
            return found[0].name.removesuffix(".dist-info").removeprefix(f"{stem}-")
    from importlib import metadata

    return metadata.version(name)
