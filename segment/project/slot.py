"""The SLOT of a script held against what was made: noted, never ignored."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Script
from segment.model.timeline import Timeline
from segment.script import clock_note, over_or_under, running_order, slot_clock
from segment.units import radio_time, seconds


def slot_notes(script: Script, podcast: Timeline, air: Timeline, project: Project) -> Iterator[Finding]:
    """One note for the podcast file, and with a live host one for the hole in the clock that the air file fills."""
    slot_s = running_order(script).slot_s
    if slot_s is None:
        return
    runs = seconds(podcast.frames, podcast.rate)
    difference = over_or_under(runs, slot_s)
    yield Finding(
        code="PJ040",
        level="info" if difference == "on time" else "warning",
        message=f"SLOT {radio_time(slot_s)}: the podcast file runs {radio_time(round(runs))} ({difference}).",
        hint="Nothing is stretched or cut to fit.",
    )
    if project.air.host == "live":
        clock = slot_clock(running_order(script, deliverable="air"), language=project.show.language)
        if clock is not None:
            yield clock_note(replace(clock, piece_s=seconds(air.frames, air.rate)))
