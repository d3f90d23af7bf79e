"""What somebody should know before a feed goes out, though nothing in it is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from segment.model.finding import Finding
from segment.model.project import Project
from segment.project.feed.assigned import Assigned
from segment.project.feed.collecting import Candidate
from segment.project.feed.record import WayIn
from segment.project.outputs import record_name

_SEGMENT = "segment:"


def doubts(
    project: Project, found: Sequence[Candidate], known: Mapping[str, Assigned], entering: Sequence[tuple[Candidate, Assigned]]
) -> Iterator[Finding]:
    """Notes on what was made again since it was published, on what is gone, and on what stands in the feed twice."""
    for one, kept in entering:
        if kept.sound != one.mp3.sha256:
            yield Finding(
                code="PB002",
                level="info",
                message=f"{one.name} was made again since it was published: apps that have it will not fetch it again.",
                hint=f'segment publish --correct {one.name}="WHAT WAS WRONG" gives it a new file name under its old id.',
            )
    there = {one.name for one in found}
    for name, kept in known.items():
        if name not in there and not kept.withdrawn and name not in project.feed.skip:
            yield Finding(
                code="PB004",
                level="warning",
                message=f"{name} was in the feed, and its files are gone: it drops out of the feed.",
                hint=f"Make it again, or say that it is meant so: segment feed withdraw {name}.",
            )
    names = {one.name for one, _ in entering}
    for one, _ in entering:
        inside = sorted(names & set(_inside(one.record.inputs)))
        if one.record.episode is not None and inside:
            yield Finding(
                code="PB003",
                level="info",
                message=f"The episode {one.name} is in the feed, and beside it what it is made of: {', '.join(inside)}.",
                hint='feed.items = "episodes" keeps single segments out that were not in it before.',
            )


def _inside(inputs: Sequence[WayIn]) -> Iterator[str]:
    """Names of the segments that went into an episode."""
    for entry in inputs:
        if entry.role.startswith(_SEGMENT):
            yield PurePosixPath(entry.path).name.removesuffix(record_name(""))
