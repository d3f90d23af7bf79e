"""A new script, written to its length where one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from segment.model.mix_settings import MixSettings
from segment.model.project import Project
from segment.model.review import Review
from segment.project import drafts
from segment.project.build import Build
from segment.project.desk import Desk
from segment.project.house import Length
from segment.steps import Report

if TYPE_CHECKING:
    from segment.script import Written

LIVE_S = 25.0
"""Of a live host around the air file, as a first guess."""
_CLOSING = (6.0, 10.0, 0.125)
"""Closing music in the clear as the mix plays it: least, most, and its share of what comes before."""


def first_aim(length_s: float, settings: MixSettings) -> float:
    """Seconds of talk that fit into a length: without the music behind the last word and the silence behind that."""
    least, most, share = _CLOSING
    return length_s - min(most, max(least, share * length_s)) - settings.tail_s


def aim(slot_s: Length, cart_s: Length, project: Project) -> float | None:
    """What a script is written for at first, in seconds of talk; None without a length."""
    length = slot_s if slot_s is not None else cart_s
    if length is None:
        return None
    most = length[1] if isinstance(length, tuple) else length
    live = LIVE_S if slot_s is None and project.air.host == "live" else 0.0
    return max(1.0, first_aim(most, project.mix) + live)


def has_music(script: str) -> bool:
    """Whether music is heard in a script, behind whose last word some must stand in the clear."""
    return any(line.startswith("MUSIC") for line in script.splitlines())


class ToLength(Struct, frozen=True, kw_only=True):
    """What a script is written from, and the lengths it is written to, in seconds."""

    review: Review
    project: Project
    page: Path
    takes: dict[str, tuple[Path, ...]]
    voices: dict[str, str]
    slot_s: Length
    cart_s: Length

    def written(self, write: Callable[[float | None], Written], desk: Desk, report: Report) -> Written:
        """The script ``write`` makes when it is told what to aim for; once, and told nothing, without a length."""
        aim_s = aim(self.slot_s, self.cart_s, self.project)
        if aim_s is None:
            return write(None)
        from segment.project.aiming import aimed

        return aimed(write, self._build, aim_s, desk, report)

    def _build(self, written: Written) -> Build:
        return Build(
            draft=drafts.new(written.text, (), self.project, None, self.review.title),
            project=self.project,
            story=None,
            review=self.review,
            page=self.page,
            takes=self.takes,
            voices=self.voices,
            out=None,
            force=False,
        )
