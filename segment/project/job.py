"""One build: everything that was decided before the first line is spoken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.report import Input
from segment.model.review import Review
from segment.model.script import Script
from segment.project.casting import Casting
from segment.project.chapter_pictures import ChapterPicture
from segment.project.feed.place import FeedPlace

if TYPE_CHECKING:
    from segment.project.episode.told import Told

Also = Literal["stems", "labels", "cue-sheet"]
"""Files that are made only when they are asked for."""


class Job(Struct, frozen=True, kw_only=True):
    """What is made, from what, and where it goes."""

    script: Script
    script_text: str
    """Written beside the files when it is the tool's own and there is no story folder; else empty."""
    stem: str
    """Name of the files without their endings."""
    title: str
    project: Project
    casting: Casting
    review: Review | None
    out: Path
    force: bool
    """Set aside what is in the way instead of stopping."""
    beside: Path
    """Where clips named by file are looked for."""
    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...]
    """Notes of the stages before."""
    also: frozenset[Also] = frozenset()
    """What is made besides the finished files."""
    pictures: tuple[ChapterPicture, ...] = ()
    """What chapters show."""
    feed: FeedPlace = FeedPlace()
    """Where it will be published."""
    episode: Told | None = None
    """Of an episode what is known beside its script; None for a segment."""

    @property
    def reviewer(self) -> str:
        """Who wrote the review, or empty."""
        return self.review.reviewer if self.review else ""
