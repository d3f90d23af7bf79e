"""When to be where: a script's back-times at the paces of the show's readers, and a finished file's as it was laid out."""

from __future__ import annotations

from segment.model.made import Mark
from segment.model.project import Project
from segment.model.script import Script
from segment.model.timeline import Timeline
from segment.project import drafts
from segment.project.paces import live_paces, voice_paces
from segment.project.wanted import wanted
from segment.script import running_order
from segment.script.back_times import with_back_times
from segment.script.timing import slot_clock
from segment.units import seconds

_AFTER_S = 7.0
"""Music and silence behind the last word, as the house mixes them."""


def back_timed(text: str, project: Project, out_at_s: float) -> str:
    """The script with its "be here by" marks as comments."""
    draft = drafts.new(text, (), project, None, "script")
    language = project.show.language
    return with_back_times(text, draft.script, out_at_s, voice_paces(project, {}, {}), language=language, after_s=_AFTER_S)


def marks(script: Script, project: Project, air: Timeline) -> tuple[Mark, ...]:
    """What begins when on air, in seconds before the end: with a live host the host's parts around the file, as estimated."""
    length = seconds(air.frames, air.rate)
    clock = wanted(script, project).clock
    if clock is None and project.air.host == "live":
        order = running_order(script, deliverable="air")
        clock = slot_clock(order, language=project.show.language, paces=live_paces(project), unslotted=True)
    live, tag = (clock.live_s, clock.tag_s) if clock else (0.0, 0.0)
    found = [Mark(label="host live, INTRO", before_end_s=live + length + tag)] if live else []
    found += [
        Mark(
            label=f"{line.id}  {' '.join(line.text.split()[:6])}",
            before_end_s=round(tag + length - seconds(line.start, air.rate), 3),
        )
        for line in air.voiced
    ]
    return (*found, *([Mark(label="host live, TAG", before_end_s=tag)] if tag else []))
