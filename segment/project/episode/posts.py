"""What is said where a fixed post cannot be met."""

from __future__ import annotations

from collections.abc import Mapping

from segment.errors import Cause, ProjectError
from segment.model.posts import Posts
from segment.units import radio_time


def missed(late_s: Mapping[str, float], posts: Posts) -> ProjectError:
    """Which posts are missed, and by how much."""
    told = "; ".join(
        f"{name} is to start at {radio_time(posts.at_s[name])} and comes {seconds:.1f} s late" for name, seconds in late_s.items()
    )
    return ProjectError(
        f"A fixed post cannot be met: {told}.",
        where=posts.said.get(min(late_s, key=lambda name: posts.at_s[name])),
        hint="Cut what stands before it by that much, or move the post in episode.toml.",
        cause=Cause.GATE,
    )
