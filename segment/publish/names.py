"""The name a listener sees for a role."""

from __future__ import annotations

from collections.abc import Mapping

from segment.publish.text import one_line


def speaker(role: str, names: Mapping[str, str]) -> str:
    """The role's name, or the role itself with a capital where it has none."""
    return one_line(names.get(role, "")) or one_line(role.replace("-", " ").replace("_", " ")).capitalize()
