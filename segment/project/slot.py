"""The SLOT of a script held against what was made: noted, never ignored."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Script
from segment.model.timeline import Timeline
from segment.script import clock_note, running_order, slot_clock
from segment.units import radio_time, seconds

_NEAR_S = 1.0


def slot_notes(script: Script, podcast: Timeline, air: Timeline, project: Project) -> Iterator[Finding]:
    """One note for the podcast file, and with a live host one for the hole in the clock that the air file fills."""
    slot_s = running_order(script).slot_s
    if slot_s is None:
        return
    runs = seconds(podcast.frames, podcast.rate)
    over = runs - slot_s
    difference = "on time" if abs(over) < _NEAR_S else f"{radio_time(round(abs(over)))} {'over' if over > 0 else 'under'}"
    yield Finding(
        code="PJ040",
        level="info" if abs(over) < _NEAR_S else "warning",
        message=f"SLOT {radio_time(slot_s)}: the podcast file runs {radio_time(round(runs))} ({difference})",
        hint="Nothing is stretched or cut to fit.",
    )
    if project.air.host == "live":
        clock = slot_clock(running_order(script, deliverable="air"), language=project.show.language)
        if clock is not None:
            yield clock_note(replace(clock, piece_s=seconds(air.frames, air.rate)))
