"""Beds that nothing ends, and beds that are told to do something while they don't play: for each deliverable."""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.script import Music, Script, Verb
from segment.script.problems import BED_LEFT_PLAYING, BED_NOT_PLAYING, Problems

ENDING: frozenset[Verb] = frozenset({"sneak out", "lose", "out cold", "fade", "ends at end"})
"""After these nothing of the bed is heard."""
_OPENING: frozenset[Verb] = frozenset({"up", "establish", "under", "sneak in", "up full", "post", "ends at end"})
"""These start a bed that is not playing."""


def bed_notes(script: Script, lines: Sequence[int], problems: Problems) -> None:
    """Notes at the cue that starts a bed which then nothing ends, and at moves of a bed that does not play."""
    seen: set[tuple[str, int, str]] = set()
    for deliverable in ("podcast", "air"):
        cues = [(item, n) for item, n in zip(script.items, lines, strict=True) if isinstance(item, Music)]
        for code, bed, line in _notes([(cue, n) for cue, n in cues if cue.only in {"", deliverable}]):
            if (code, line, bed) in seen:
                continue
            seen.add((code, line, bed))
            if code == BED_LEFT_PLAYING:
                hint = f"End it, for instance with “MUSIC: {bed}, sneak out”."
                problems.note(code, f"Nothing ends the bed “{bed}” that starts here.", (line, 1), hint=hint)
            else:
                hint = "Start it first, for instance with “establish 4s”."
                problems.note(code, f"The bed “{bed}” is not playing here.", (line, 1), hint=hint)


def _notes(cues: list[tuple[Music, int]]) -> list[tuple[str, str, int]]:
    playing: dict[str, int] = {}
    notes: list[tuple[str, str, int]] = []
    for cue, line in cues:
        for move in cue.moves:
            if move.verb not in _OPENING and cue.bed not in playing:
                notes.append((BED_NOT_PLAYING, cue.bed, line))
            if move.verb in ENDING or move.verb == "cross to":
                playing.pop(cue.bed, None)
            else:
                playing.setdefault(cue.bed, line)
            if move.verb == "cross to":
                playing.setdefault(move.bed, line)
    return notes + [(BED_LEFT_PLAYING, bed, line) for bed, line in playing.items()]
