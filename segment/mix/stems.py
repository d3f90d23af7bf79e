"""A timeline taken apart: who and what is heard by itself, each as a timeline of the same length.

Nothing in the mix depends on what else is heard, so the parts add up to the whole.
"""

from __future__ import annotations

from msgspec.structs import replace

from segment.model.timeline import Timeline

BEDS, STINGS, CLIPS = "beds", "stings", "clips"
_KINDS = {"bed": BEDS, "sting": STINGS, "clip": CLIPS}


def stems(timeline: Timeline) -> dict[str, Timeline]:
    """``voice-ROLE`` for each role, with the room that fills its pauses, then ``beds``, ``stings`` and ``clips``, where heard."""
    role_of = {line.id: line.role for line in timeline.voiced}
    apart: dict[str, Timeline] = {}
    for role in sorted(set(role_of.values())):
        apart[f"voice-{role}"] = replace(
            timeline,
            voiced=tuple(line for line in timeline.voiced if line.role == role),
            played=tuple(piece for piece in timeline.played if piece.kind == "room" and role_of[piece.asset] == role),
        )
    for kind, name in _KINDS.items():
        if pieces := tuple(piece for piece in timeline.played if piece.kind == kind):
            apart[name] = replace(timeline, voiced=(), played=pieces)
    return apart


def voices(timeline: Timeline) -> Timeline:
    """All voices, and nothing else."""
    return replace(timeline, played=tuple(piece for piece in timeline.played if piece.kind == "room"))


def beds(timeline: Timeline) -> Timeline:
    """All that is not a voice: beds, stings and clips."""
    return replace(timeline, voiced=(), played=tuple(piece for piece in timeline.played if piece.kind != "room"))
