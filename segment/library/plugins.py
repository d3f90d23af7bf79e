"""Plug-ins from other installed packages, by their entry points (packaging.python.org, "Entry points specification")."""

from __future__ import annotations

from typing import Any

from segment.errors import Cause, SegmentError


def plugins(group: str) -> dict[str, Any]:
    """The objects that installed packages offer under ``group``, by name and in the names' order.

    Raises SegmentError (exit code 3), naming the package, for one that cannot be loaded.
    """
    from importlib import metadata  # slow to load, and a build that remembers what it read does not need it

    found: dict[str, Any] = {}
    for point in sorted(metadata.entry_points(group=group), key=lambda point: point.name):
        try:
            found[point.name] = point.load()
        except Exception as broken:
            # Whatever another package raises at import is its own; here it is one sentence.
            package = point.dist.name if point.dist else point.value
            raise SegmentError(
                f"The plug-in “{point.name}” of {package} cannot be loaded: {type(broken).__name__}: {broken}.",
                cause=Cause.MISSING,
                hint=f"Bring it up to date, or remove it: pip uninstall {package}",
            ) from broken
    return found
