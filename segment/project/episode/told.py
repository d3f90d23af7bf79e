"""What an episode knows beyond its script: what episode.toml says, and the segments that are in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from segment.model.episode import Episode
from segment.project.episode.segments import MadeSegment


class Told(Struct, frozen=True, kw_only=True, eq=False):
    """An episode beside its script."""

    episode: Episode
    file: Path
    """Its episode.toml."""
    segments: tuple[MadeSegment, ...]
    """In the order of episode.toml."""
    roles: Mapping[tuple[str, str], str]
    """By a segment's name and a role in it, the role that this voice has in the episode: two critics are two."""
    names: Mapping[str, str]
    """What listeners see for these roles."""
