"""Chapters as the timeline keeps them: each up to the next, the last to the end."""

from __future__ import annotations

from collections.abc import Iterable

from segment.model.timeline import ChapterMark


def chapter_marks(starts: Iterable[tuple[int, str]], frames: int) -> tuple[ChapterMark, ...]:
    """``(frame, title)`` in any order; of two at one frame the later given stands."""
    ordered = sorted(dict(starts).items())
    ends = [*(at for at, _ in ordered), frames][1:]
    return tuple(ChapterMark(title=title, start=at, end=end) for (at, title), end in zip(ordered, ends, strict=True))
