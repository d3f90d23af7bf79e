"""How long a script runs with recordings, reckoned before it is made, and what could be left out where that is too long."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from segment.model.project import Project
from segment.model.script import Script, Speech
from segment.model.sound import Spoken
from segment.model.take import Checked, Saving
from segment.project.recorded_sentences import recorded_sentences
from segment.project.wanted import wanted
from segment.script import running_order
from segment.script.proposals import proposals
from segment.script.timing import GAP_S, entry_seconds


def with_length(told: Checked, script: Script, lines: Sequence[Spoken], project: Project) -> Checked:
    """The check with its length: of the air file where the host reads live or there is a CART, else of everything."""
    goals = wanted(script, project)
    goal = goals.air or goals.podcast
    piece_alone = goals.air is not None and (project.air.host == "live" or goals.air != goals.podcast)
    order = running_order(script, deliverable="air" if piece_alone else "podcast")
    own = {line.id: line for line in lines}
    runs = 0.0
    spoken = 0
    for entry in order.entries:
        if piece_alone and entry.part != "PIECE":
            continue
        line = own.get(entry.line_id)
        if line is not None:
            heard = [word for word in line.words if word.end > word.start]
            runs += (heard[-1].end - heard[0].start) / line.sound.rate if heard else 0.0
        elif isinstance(entry.item, Speech) and entry.item.role == told.role:
            continue  # not found, and not heard
        else:
            runs += entry_seconds(entry, language=project.show.language)
        if isinstance(entry.item, Speech):
            runs += (line.rest_s if line is not None and line.rest_s is not None else GAP_S) if spoken else 0.0
            spoken += 1
    runs = round(runs, 1)
    if goal is None or runs <= goal.most_s:
        return replace(told, runs_s=runs, asked_s=None if goal is None else goal.most_s)
    cuts = proposals(order, {}, runs, recorded_sentences(order, lines))
    return replace(
        told,
        runs_s=runs,
        asked_s=goal.most_s,
        cuts=tuple(Saving(text=cut.text, seconds=cut.seconds, leaves_s=cut.leaves_s) for cut in cuts),
    )
